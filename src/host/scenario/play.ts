import { type ProgramListing, programOf } from '../../contract/program.ts';
import { type Scenario, USUAL_PLAY } from '../../contract/scenario.ts';
import type { ScenarioResult } from '../../contract/scenario-result.ts';
import type { TimeSource } from '../clock.ts';
import { allHandlersReady } from '../jsapi/registry.ts';
import { Simulator } from '../simulator.ts';
import { applyScenario } from './apply.ts';
import { judgeScenario } from './expectations.ts';
import { castOf, type House } from './house.ts';
import { withAllRoutes } from './merchant-routes.ts';
import { Player } from './player.ts';
import { checkScenario } from './read.ts';
import type { PlayedScenario } from './report/played.ts';
import { stillTime } from './still-time.ts';

/** When a scenario begins that does not say: 2026-01-01T00:00:00Z, so that it is the same each time. */
const BEGINNING = 1_767_225_600_000;

/** What can be named, and what a turn of the event loop is; default: a message to oneself. */
export interface PlayHouse extends House {
  time?: Pick<TimeSource, 'turn'> | undefined;
  /** Called when all of it is played, before the program ends: to look at more than the result says. */
  onPlayed?: ((simulator: Simulator) => void) | undefined;
}

/**
 * Plays a scenario without a page: a simulator of its own, the program through the wire, the user without the dialog,
 * and a clock that goes on by itself to the next thing that waits for it. Real time never passes.
 * @returns what came of it; what cannot be played is an `error`, never a rejection
 */
export async function playScenario(scenario: Scenario, house: PlayHouse): Promise<ScenarioResult> {
  const problems = checkScenario(scenario, house);
  if (problems.length > 0) return unplayed(scenario, house, problems);
  await allHandlersReady();
  const still = stillTime(BEGINNING);
  const turn = house.time ? () => house.time?.turn() ?? still.turn() : still.turn;
  try {
    return await played(scenario, house, { ...still, turn });
  } catch (error) {
    return unplayed(scenario, house, [error instanceof Error ? error.message : String(error)]);
  } finally {
    still.close();
  }
}

/** The same, with what a report says of it. */
export async function playTimed(scenario: Scenario, house: PlayHouse): Promise<PlayedScenario> {
  const began = performance.now();
  const result = await playScenario(scenario, house);
  return { result, when: scenario.when ?? '', ms: performance.now() - began };
}

async function played(scenario: Scenario, house: PlayHouse, time: TimeSource): Promise<ScenarioResult> {
  const simulator = new Simulator({
    time,
    programs: withAnother(house.programs.map(withAllRoutes)),
    dialects: house.dialects,
    personas: house.personas,
    ...(house.services ? { services: house.services } : {}),
  });
  const { at } = scenario.clock ?? {};
  const run = applyScenario(simulator, {
    ...scenario,
    program: scenario.program ?? castOf(scenario, house).program.id,
    clock: { ...(at === undefined ? {} : { at }), mode: 'frozen' },
  });
  const player = new Player(simulator, run, time.turn);
  const problems: string[] = [];
  for (const [i, item] of (scenario.play ?? USUAL_PLAY).entries()) {
    try {
      await player.play(item);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(`play[${i}]: ${error.message}.`);
    }
  }
  await player.finish();
  const judged = judgeScenario(scenario, simulator, run, player.calls);
  problems.push(...judged.problems);
  house.onPlayed?.(simulator);
  simulator.stop();
  const { code, codes, hops } = judged;
  return {
    ...aboutOf(scenario),
    dialect: run.dialect.id,
    code,
    status: problems.length > 0 ? 'failed' : 'passed',
    problems,
    codes,
    hops,
  };
}

/** A wrong client needs another program that the platform knows. */
function withAnother(programs: readonly ProgramListing[]): ProgramListing[] {
  const clients = new Set(programs.map((listing) => programOf(listing).clientId));
  if (clients.size > 1) return [...programs];
  const id = uniqueId('another', clients);
  return [
    ...programs,
    { id, kind: 'html5', manifest: {}, problems: [], sample: false, path: `programs/${id}/` },
  ];
}

const uniqueId = (id: string, taken: ReadonlySet<string>): string =>
  taken.has(id) ? uniqueId(`${id}-program`, taken) : id;

function aboutOf({ name, title = name, step, rules, expect }: Scenario) {
  return { name, title, step: step ?? rules?.[0]?.at ?? expect?.answers?.[0]?.step ?? null };
}

function unplayed(scenario: Scenario, house: House, problems: string[]): ScenarioResult {
  const dialect = scenario.dialect ?? house.dialects[0]?.id ?? '';
  return { ...aboutOf(scenario), dialect, code: null, status: 'error', problems, codes: [], hops: 0 };
}
