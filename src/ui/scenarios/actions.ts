import type { ScenarioDesk } from '../../automation/scenarios/desk.ts';
import { parseJson } from '../../contract/json-text.ts';
import type { Scenario } from '../../contract/scenario.ts';
import { readScenario } from '../../host/scenario/read.ts';
import { setUi } from '../store.ts';
import { setScenariosView, useScenariosView } from './view-state.ts';

/** What the buttons of the scenarios' dialog do. */

const MAX_FILE = 1_000_000;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Opens one in the device; what cannot be is said, and nothing has changed. */
export async function openHere(desk: ScenarioDesk, what: string | Scenario): Promise<void> {
  try {
    await desk.open(what);
    setUi({ selected: undefined, scenariosOpen: false });
    setScenariosView({ problems: [] });
  } catch (error) {
    setScenariosView({ problems: [messageOf(error)] });
  }
}

/** Plays these beside the page, and says how far it is. One run at a time. */
export async function runThese(desk: ScenarioDesk, scenarios: readonly Scenario[]): Promise<void> {
  if (useScenariosView.getState().running || scenarios.length === 0) return;
  const abort = new AbortController();
  const began = performance.now();
  let done = 0;
  let passed = 0;
  setScenariosView({
    running: { done, all: scenarios.length, abort },
    last: undefined,
    problems: [],
  });
  try {
    await desk.run(scenarios, {
      signal: abort.signal,
      onPlayed: ({ result }) => {
        done++;
        if (result.status === 'passed') passed++;
        // One in sixteen, and the last: the list is drawn once a frame anyway.
        if (done % 16 === 0 || done === scenarios.length)
          setScenariosView({ running: { done, all: scenarios.length, abort } });
      },
    });
  } catch (error) {
    setScenariosView({ problems: [messageOf(error)] });
  } finally {
    setScenariosView({
      running: undefined,
      ...(done > 0 ? { last: { passed, failed: done - passed, ms: performance.now() - began } } : {}),
    });
  }
}

/**
 * Reads scenario files and adds them to the library of the page; each that is none is said, with file and field.
 * @param tooLarge the sentence for a file that is too large to be one
 */
export async function openFiles(
  desk: ScenarioDesk,
  files: readonly File[],
  tooLarge: (name: string) => string,
): Promise<void> {
  if (files.length === 0) return;
  const problems: string[] = [];
  const scenarios: Scenario[] = [];
  for (const file of files) {
    if (file.size > MAX_FILE) {
      problems.push(tooLarge(file.name));
      continue;
    }
    const parsed = parseJson(await file.text());
    if (!parsed.ok) {
      problems.push(`${file.name}, line ${parsed.line}, column ${parsed.column}: ${parsed.message}.`);
      continue;
    }
    const read = readScenario(parsed.value);
    if ('scenario' in read) scenarios.push(read.scenario);
    else problems.push(...read.problems.map((problem) => `${file.name}: ${problem}`));
  }
  (await desk.library()).add(...scenarios);
  const [first] = scenarios;
  setScenariosView({
    problems,
    opened: scenarios.length,
    ...(first ? { selected: first.name, view: 'list', text: '', reaching: undefined } : {}),
  });
}
