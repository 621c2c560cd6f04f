import { automationBefore, automationOf, helloOf } from '../automation/install.ts';
import { DEFAULTS, PERSONAS } from '../catalogue/index.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import { type ProgramsFile, programOf } from '../contract/program.ts';
import { type ProgramMode, probeProgramOrigin } from '../frame/program-url.ts';
import { Simulator } from '../host/simulator.ts';
import type { Choice, Run, SimulatorApi } from '../host/simulator-api.ts';
import { detectLanguage } from '../messages/index.ts';
import type { RunUrl } from './context.ts';
import type { Found } from './kept/keep-page.ts';
import { thisTab } from './kept/this-tab.ts';
import { browserTime } from './lib/browser-time.ts';
import { notice } from './lib/notice.ts';
import { addressOf, choiceIn, type Link, linkIn, scenarioIn, withScenario } from './lib/page-address.ts';
import { ProgramPlaces } from './programs/program-places.ts';
import { Screen } from './screen.ts';
import { setUi, THEMES, useUi } from './store.ts';

/** What the page is made of once it has started. */
export interface Started {
  screen: Screen;
  /** Address of the first page of a run. */
  programUrl: RunUrl;
}

/**
 * Wires everything together: reads the list of programs, makes the simulator, obeys the page's address, installs
 * `window.miniauth`, and starts the first program.
 * @param draw shows the page; called before the first program starts
 * @throws when the list of programs cannot be read
 */
export function start(draw: (started: Started) => void): Promise<void> {
  const ready: Promise<void> = begin(draw, () => ready);
  // Until the real one is there; it is in place before the page's load event.
  window.miniauth = automationBefore(ready);
  return ready;
}

async function begin(draw: (started: Started) => void, ready: () => Promise<void>): Promise<void> {
  lookAsAsked(location.search);
  const tab = thisTab();
  // Only a page that comes back has something to wait for.
  const kept = tab?.cameBack ? import('./kept/keep-page.ts').then((page) => page.findKept(tab)) : undefined;
  const file = await programsFile();
  const mode = await probe(file);
  const places = new ProgramPlaces(mode, location.href, (id) =>
    simulator.programs.find((program) => program.id === id),
  );

  const asked = choiceIn(location.search);
  const simulator: Simulator = new Simulator({
    time: browserTime(),
    programs: file.programs,
    dialects: [...DIALECTS, ...file.dialects],
    personas: PERSONAS,
    choice: firstChoice(file, asked),
    baseOf: places.baseOf,
    parts: places.parts,
  });
  const link = linkIn(location.search);
  const found = await kept;
  const given = places.takeUp(found?.programs);
  if (given.length > 0) {
    const others = file.programs.filter(({ id }) => !places.given.has(id));
    simulator.setPrograms([...given, ...others]);
  }
  const goesOn = goOn(simulator, found, link);
  const screen = new Screen(simulator, places);
  setUi({ problems: file.problems });
  window.miniauth = automationOf(simulator, ready(), screen.scenarios);
  draw({ screen, programUrl: places.urlOf });
  const scenario = scenarioIn(location.search);
  keepAddress(screen);
  const first =
    goesOn === 'recording' || file.programs.length === 0
      ? undefined
      : firstRun(simulator, mode, async () => {
          const open = () => simulator.open(asked);
          if (scenario === undefined) return open();
          return goesOn ? screen.scenarios.goOn(scenario, open) : screen.scenarios.open(scenario);
        });
  if (tab)
    void import('./kept/keep-page.ts').then(async (page) =>
      page.keepPage(simulator, tab.id, found ?? (await page.findKept(tab))),
    );
  await first;
  if (file.mode === 'server')
    void import('./programs/changes.ts').then(({ followChanges }) => followChanges(screen));
  for (const problem of link.problems) notice(simulator, 'addressProblem', { ...problem });
}

/**
 * Goes on with what the tab showed before it was reloaded, or begins as the link says.
 * @returns what the page goes on with; undefined: a new session has begun
 */
function goOn(
  simulator: Simulator,
  found: Found | undefined,
  link: Link,
): 'session' | 'recording' | undefined {
  const restored = found?.restored;
  if (restored && 'kept' in restored) {
    const { kept, takeUp } = restored;
    setUi({ selected: kept.place.selected });
    return takeUp(simulator, Date.now()) ? 'session' : 'recording';
  }
  const { seed, clock, step } = link;
  if (seed !== undefined || clock) simulator.reset({ seed, clock });
  setUi({ selected: step });
  return undefined;
}

/** Starts what is asked for; an address that asks for what does not exist is told, and nothing runs. */
async function firstRun(simulator: SimulatorApi, mode: ProgramMode, open: () => Promise<Run>): Promise<void> {
  try {
    const run = await open();
    if (mode !== 'origin') run.notice(mode === 'static' ? 'staticBuild' : 'pathOrigin');
    await helloOf(simulator, run);
  } catch (error) {
    // A program that does not start says so itself, in the device and in a notice.
    if (!simulator.run) setUi({ startProblem: error instanceof Error ? error.message : String(error) });
  }
}

/** What runs when the address says nothing: the developer's own program, else the catalogue's choice. */
function firstChoice(file: ProgramsFile, asked: Partial<Choice>): Partial<Choice> {
  const has = (id: string) => file.programs.some((program) => program.id === id);
  const own = file.programs.find((program) => !program.sample)?.id;
  const program = own ?? (has(DEFAULTS.program) ? DEFAULTS.program : file.programs[0]?.id);
  const chosen = file.programs.find((one) => one.id === (asked.program ?? program));
  const dialect = (chosen && programOf(chosen).dialect) ?? DEFAULTS.dialect;
  return { dialect, persona: DEFAULTS.persona, ...(program ? { program } : {}), ...asked };
}

async function programsFile(): Promise<ProgramsFile> {
  const answer = await fetch('programs.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`programs.json: ${answer.status} ${answer.statusText}`);
  return (await answer.json()) as ProgramsFile;
}

async function probe(file: ProgramsFile): Promise<ProgramMode> {
  if (file.mode === 'static') return 'static';
  return probeProgramOrigin({
    hostOrigin: location.href,
    fetch: (url, init) => fetch(url, init),
    timeout: () => AbortSignal.timeout(2_000),
  });
}

/** What is chosen is in the address, so that it can be sent to somebody. */
function keepAddress({ simulator, scenarios }: Screen): void {
  const keep = () => {
    const { choice } = simulator;
    const dialect = simulator.dialects.find((one) => one.id === choice.dialect);
    const { on } = scenarios.current;
    const search = withScenario(location.search, on?.linkable ? on.scenario.name : undefined);
    const address = addressOf(search, choice, {
      service: simulator.services[0]?.id ?? '',
      silentPolicy: dialect?.silentPolicies[0]?.id ?? '',
    });
    if (address !== location.search) history.replaceState(history.state, '', address);
  };
  simulator.onChange(keep);
  scenarios.current.onChange(keep);
}

/** `?lang=` and `?theme=` win over what is remembered. */
function lookAsAsked(search: string): void {
  const params = new URLSearchParams(search);
  const lang = params.get('lang');
  const theme = THEMES.find((one) => one === params.get('theme'));
  if (lang) useUi.setState({ language: detectLanguage([lang]) });
  if (theme) useUi.setState({ theme });
}
