import { programOf } from '../../../contract/program.ts';
import type { Scenario } from '../../../contract/scenario.ts';
import { findById } from '../../find-by-id.ts';
import { isoTime } from '../../openapi/iso-time.ts';
import type { SimulatorApi } from '../../simulator-api.ts';
import { playScenario } from '../play.ts';
import { beginningOf } from './begin.ts';
import { atMost, expectedOf } from './expected.ts';
import { rulesOf } from './faults.ts';
import { Notes, type ScenarioNote } from './notes.ts';
import { partOf } from './part.ts';
import { playOf } from './play-items.ts';
import { redactedScenario } from './redacted.ts';

export interface SaveOptions {
  /** Default: made from the program and the virtual time. */
  name?: string | undefined;
  title?: string | undefined;
  /** The `seq` of the first event that matters; absent: the last runs that have one choice. */
  from?: number | undefined;
  /** Default `redacted`: placeholders stand in place of codes, tokens and personal data. */
  secrets?: 'redacted' | 'kept' | undefined;
}

export interface SavedScenario {
  scenario: Scenario;
  /** What it cannot say of the session. */
  notes: ScenarioNote[];
}

/**
 * A session as a scenario: what was chosen and true at its beginning, what was made go wrong, what the program, its user
 * and servers did, and what came of it.
 * @throws RangeError when no program was started, or its start is not in the recording any more
 */
export function scenarioFromSession(
  simulator: SimulatorApi,
  { name, title, from, secrets }: SaveOptions = {},
): SavedScenario {
  const { trace } = simulator;
  const notes = new Notes();
  const part = partOf(simulator, from, notes);
  const { start } = part;
  const dialect = findById('dialect', simulator.dialects, start.dialect);
  const program = programOf(findById('program', simulator.programs, start.program));
  const clients = simulator.programs.map((listing) => programOf(listing).clientId);
  const played = playOf(
    part,
    {
      program,
      otherClients: clients.filter((id) => id !== program.clientId),
      dialect,
      payloads: trace.payloads,
      stateAt: (seq) => trace.stateAt(seq),
    },
    notes,
  );
  const rules = rulesOf(part, dialect, trace.payloads, notes);
  const expect = expectedOf(part, played.nameOf, notes);
  const last = expect.answers?.findLast(({ step }) => step === 'jsapi.getAuthCode');
  const step =
    rules[0]?.at ?? expect.answers?.find(({ code }) => code !== null)?.step ?? expect.answers?.[0]?.step;
  const scenario: Scenario = {
    name: name ?? `recorded/${program.id}-${isoTime(start.at).replace(/[^0-9T]/g, '')}`,
    title:
      title ??
      (last
        ? `${program.name}: my.getAuthCode → ${last.code ?? 'success'}`
        : `${program.name}: a session`
      ).slice(0, 300),
    ...(step ? { step } : {}),
    ...beginningOf(part, simulator, notes),
    ...(rules.length > 0 ? { rules: atMost('rules', rules, 100, notes) } : {}),
    play: atMost('items of the play', played.items, 200, notes),
    expect,
  };
  return {
    scenario: secrets === 'kept' ? scenario : redactedScenario(scenario, simulator),
    notes: notes.list,
  };
}

/**
 * The same, played once without the page: what does not come out as in the session is said as a note, for there the
 * program itself reacts and here nobody does.
 */
export async function checkedScenario(
  simulator: SimulatorApi,
  options?: SaveOptions,
): Promise<SavedScenario> {
  const { scenario, notes } = scenarioFromSession(simulator, options);
  const { problems } = await playScenario(scenario, simulator);
  const more = new Notes();
  for (const problem of problems) more.add('played', { problem });
  return { scenario, notes: [...notes, ...more.list] };
}
