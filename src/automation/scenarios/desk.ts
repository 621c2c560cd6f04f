import type { Scenario } from '../../contract/scenario.ts';
import type { PlayedScenario } from '../../host/scenario/report/played.ts';
import type { Run, SimulatorApi } from '../../host/simulator-api.ts';
import { CurrentScenario } from './current.ts';
import type { ScenarioLibrary } from './library.ts';
import { Recording } from './recording.ts';

/** Everything of the page that has to do with scenarios. What is large is fetched when it is first asked for. */
export class ScenarioDesk {
  readonly simulator: SimulatorApi;
  readonly current: CurrentScenario;
  readonly recording: Recording;
  /** What came of the scenarios that were run in this page, by name. */
  readonly results = new Map<string, PlayedScenario>();
  readonly #listeners = new Set<() => void>();
  #library: Promise<ScenarioLibrary> | undefined;

  constructor(simulator: SimulatorApi) {
    this.simulator = simulator;
    this.current = new CurrentScenario(simulator);
    this.recording = new Recording(simulator);
  }

  library(): Promise<ScenarioLibrary> {
    this.#library ??= import('./library.ts').then((module) => new module.ScenarioLibrary(this.simulator));
    return this.#library;
  }

  /** Called when there is another result. */
  onResult(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Opens a scenario in the page: a new session with all that it says, and its program.
   * @param what a name of the library, or a scenario that was read
   * @throws RangeError for an unknown name, or with everything that is wrong with the scenario
   */
  async open(what: string | Scenario): Promise<Run> {
    const [library, { applyScenario }, { checkScenario }] = await Promise.all([
      this.library(),
      import('../../host/scenario/apply.ts'),
      import('../../host/scenario/read.ts'),
    ]);
    const entry = typeof what === 'string' ? library.get(what) : undefined;
    const scenario = entry?.scenario ?? (what as Scenario);
    const program = scenario.program ?? this.simulator.choice.program;
    const problems = checkScenario({ ...scenario, program }, this.simulator);
    if (problems.length > 0) throw new RangeError(`${scenario.name}: ${problems.join(' ')}`);
    const linkable = entry !== undefined && entry.from !== 'opened';
    return this.current.begin({ scenario, linkable }, () => applyScenario(this.simulator, scenario));
  }

  /**
   * A session goes on in which a scenario was on: it is on still. One that is not in the library is not.
   * @param start starts the program
   */
  async goOn(name: string, start: () => Run): Promise<Run> {
    const library = await this.library();
    const entry = library.entries.find(({ scenario }) => scenario.name === name);
    return entry ? this.current.begin({ scenario: entry.scenario, linkable: true }, start) : start();
  }

  /**
   * Plays scenarios without the page, in a worker, and keeps what came of each in {@link results}.
   * @param signal takes it back: what has been played until then is the answer
   */
  async run(
    scenarios: readonly Scenario[],
    options: { signal?: AbortSignal; onPlayed?(one: PlayedScenario): void } = {},
  ): Promise<PlayedScenario[]> {
    const { runScenarios } = await import('./runner.ts');
    const { programs, dialects, personas, choice } = this.simulator;
    const chosen = programs.filter(({ id }) => id === choice.program);
    const house = { programs: [...new Set([...chosen, ...programs])], dialects, personas };
    return runScenarios(scenarios, house, {
      ...options,
      onPlayed: (one) => {
        this.results.set(one.result.name, one);
        for (const listener of this.#listeners) listener();
        options.onPlayed?.(one);
      },
    });
  }
}
