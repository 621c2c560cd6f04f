import type { CoverageRow } from '../../catalogue/coverage.ts';
import type { Scenario } from '../../contract/scenario.ts';
import type { ScenarioResult } from '../../contract/scenario-result.ts';
import type { Expectation } from '../../host/scenario/check.ts';
import type { SavedScenario, SaveOptions } from '../../host/scenario/save/from-session.ts';
import type { SavedTest } from '../../host/scenario/save/playwright-test.ts';
import type { Run } from '../../host/simulator-api.ts';
import type { ScenarioDesk } from './desk.ts';
import type { LibraryEntry, ScenarioOrigin } from './library.ts';

/** Which scenarios: those that have all of this. */
export interface ScenarioFilter {
  /** Id of a dialect. */
  dialect?: string;
  /** In name or title. */
  text?: string;
  from?: ScenarioOrigin;
}

/** One line of the library. */
export interface ScenarioInfo {
  name: string;
  title: string;
  when: string | null;
  source: string | null;
  dialect: string | null;
  step: string | null;
  from: ScenarioOrigin;
}

/** `miniauth.scenarios`: files of what is chosen, what goes wrong, what happens and what must come of it. */
export interface ScenariosAutomation<Opened> {
  /** What there is: the catalogue, the programs' own, those that were added. */
  list(filter?: ScenarioFilter): Promise<ScenarioInfo[]>;
  /** One in full. An unknown name rejects, naming some that are called alike. */
  get(name: string): Promise<Scenario>;
  /** Adds one, as its file has it; what is none rejects with each problem. Answers its name. */
  add(scenario: object): Promise<string>;
  /** Takes one that was added out again. */
  remove(name: string): Promise<void>;
  /** Begins a new session with it, in the device. Resolves when the program's first document is alive. */
  open(scenario: string | object): Promise<Opened>;
  /**
   * Plays without the page: one by name, one as its file has it, a list of both, or all that a filter leaves. As
   * `miniauth run --reporter json` answers it.
   */
  run(what: string | object | readonly (string | object)[] | ScenarioFilter): Promise<ScenarioResult[]>;
  /** The documents' codes against the scenarios that reach them: as they expect, or as these results really did. */
  coverage(results?: readonly ScenarioResult[]): Promise<CoverageRow[]>;
  /** The name of the one that is on; null: none. */
  readonly current: string | null;
  /** What the one that is on expects, and what there is of it so far; empty when none is on. */
  check(): Promise<Expectation[]>;
  /**
   * What happened as a scenario, and in sentences what a scenario cannot say of it: since `from` (what {@link mark}
   * answered), else since the last choice. It has been played once.
   */
  save(options?: SaveOptions): Promise<SavedScenario>;
  /** The same as a Playwright test. */
  saveTest(options?: SaveOptions): Promise<SavedTest>;
  /** Where the session is now, for `save({from})`. */
  mark(): number;
}

/** Makes the scenarios' part of the automation surface. */
export function scenariosAutomation<Opened>(
  desk: ScenarioDesk,
  started: (run: Run) => Promise<Opened>,
): ScenariosAutomation<Opened> {
  const read = async (given: object): Promise<Scenario> => {
    const { readScenario } = await import('../../host/scenario/read.ts');
    const answer = readScenario(given);
    if ('problems' in answer) throw new TypeError(`scenario: ${answer.problems.join(' ')}`);
    return answer.scenario;
  };
  const named = async (what: string | object): Promise<Scenario> =>
    typeof what === 'string' ? (await desk.library()).get(what).scenario : read(what);
  const filtered = async (filter: ScenarioFilter = {}): Promise<LibraryEntry[]> => {
    const { entries } = await desk.library();
    return entries.filter((entry) => isMeant(entry, filter));
  };
  const meant = async (what: Parameters<ScenariosAutomation<Opened>['run']>[0]): Promise<Scenario[]> => {
    if (typeof what === 'string') return [await named(what)];
    if (Array.isArray(what)) return Promise.all(what.map(named));
    if ('name' in what) return [await read(what)];
    return (await filtered(what as ScenarioFilter)).map(({ scenario }) => scenario);
  };
  return {
    list: async (filter) => (await filtered(filter)).map(infoOf),
    get: async (name) => structuredClone((await desk.library()).get(name).scenario),
    add: async (given) => {
      const scenario = await read(given);
      (await desk.library()).add(scenario);
      return scenario.name;
    },
    remove: async (name) => (await desk.library()).remove(name),
    open: async (what) => started(await desk.open(typeof what === 'string' ? what : await read(what))),
    run: async (what) => {
      const played = await desk.run(await meant(what));
      return played.map(({ result }) => result);
    },
    coverage: async (results) => {
      const [{ coverageOf }, { entries }] = await Promise.all([
        import('../../catalogue/coverage.ts'),
        desk.library(),
      ]);
      return coverageOf(results ?? entries.map(({ scenario }) => scenario), desk.simulator.dialects);
    },
    get current() {
      return desk.current.on?.scenario.name ?? null;
    },
    check: async () => {
      const { on } = desk.current;
      if (!on) return [];
      const { checkSoFar } = await import('../../host/scenario/check.ts');
      return checkSoFar(on.scenario, desk.simulator);
    },
    save: async (options) => {
      const { checkedScenario } = await import('../../host/scenario/save/from-session.ts');
      return checkedScenario(desk.simulator, options);
    },
    saveTest: async (options) => {
      const { playwrightTest } = await import('../../host/scenario/save/playwright-test.ts');
      return playwrightTest(desk.simulator, globalThis.location?.origin ?? 'http://localhost:4000', options);
    },
    mark: () => desk.simulator.trace.length,
  };
}

function isMeant({ scenario, from }: LibraryEntry, filter: ScenarioFilter): boolean {
  const text = (filter.text ?? '').toLowerCase();
  return (
    (filter.dialect === undefined || scenario.dialect === filter.dialect) &&
    (filter.from === undefined || from === filter.from) &&
    `${scenario.name}\n${scenario.title ?? ''}`.toLowerCase().includes(text)
  );
}

function infoOf({ scenario, from }: LibraryEntry): ScenarioInfo {
  const { name, title = name, when = null, source = null, dialect = null, step = null } = scenario;
  return { name, title, when, source, dialect, step, from };
}
