import type { Scenario } from '../../contract/scenario.ts';
import type { Choice, Run, SimulatorApi } from '../../host/simulator-api.ts';

/** The scenario that is on, and whether a link can name it: others would not find what a person opened from a file. */
export interface ScenarioOn {
  scenario: Scenario;
  linkable: boolean;
}

const CHOICES = ['program', 'dialect', 'persona', 'service', 'silentPolicy', 'failureShape'] as const;

/**
 * Which scenario is on in the page: from when it is opened until another session begins, or something else is chosen. A
 * program that is started again, or a run that is done again, stays in it.
 */
export class CurrentScenario {
  readonly #listeners = new Set<() => void>();
  #on: ScenarioOn | undefined;
  #choice: Choice | undefined;
  #beginning = false;

  constructor(simulator: SimulatorApi) {
    simulator.trace.subscribe(({ type }) => {
      if (type === 'session.opened' && !this.#beginning) this.#set(undefined);
    });
    simulator.onChange(() => {
      if (this.#beginning || !this.#on) return;
      const differs = CHOICES.some((name) => this.#choice?.[name] !== simulator.choice[name]);
      if (differs || simulator.loaded) this.#set(undefined);
    });
  }

  get on(): ScenarioOn | undefined {
    return this.#on;
  }

  /** Called when another scenario is on, or none. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts a scenario on. `apply` makes it true; when that throws, nothing has changed. */
  begin(on: ScenarioOn, apply: () => Run): Run {
    this.#beginning = true;
    try {
      const run = apply();
      this.#choice = run.choice;
      this.#set(on);
      return run;
    } finally {
      this.#beginning = false;
    }
  }

  /** None is on any more; what it set stays. */
  leave(): void {
    this.#set(undefined);
  }

  #set(on: ScenarioOn | undefined): void {
    if (on === this.#on) return;
    this.#on = on;
    for (const listener of this.#listeners) listener();
  }
}
