import { catalogueScenarios } from '../../catalogue/scenarios/index.ts';
import type { ProgramListing } from '../../contract/program.ts';
import type { Scenario } from '../../contract/scenario.ts';
import type { SimulatorApi } from '../../host/simulator-api.ts';

/** Where a scenario comes from: it ships, a program's folder brings it, or somebody opened or recorded it here. */
export const ORIGINS = ['opened', 'program', 'catalogue'] as const;
export type ScenarioOrigin = (typeof ORIGINS)[number];

export interface LibraryEntry {
  scenario: Scenario;
  from: ScenarioOrigin;
}

interface Content {
  entries: readonly LibraryEntry[];
  byName: ReadonlyMap<string, LibraryEntry>;
  problems: readonly string[];
  leftOut: readonly string[];
}

/**
 * The scenarios that there are: those that were opened, those of the programs (of the chosen one first), then the
 * catalogue for the known dialects and the chosen program. Of two with one name the first counts.
 */
export class ScenarioLibrary {
  readonly #simulator: SimulatorApi;
  readonly #opened = new Map<string, Scenario>();
  readonly #listeners = new Set<() => void>();
  #content: Content | undefined;
  #made: { programs: readonly ProgramListing[]; program: string } | undefined;

  constructor(simulator: SimulatorApi) {
    this.#simulator = simulator;
    simulator.onChange(() => {
      if (this.#isFresh()) return;
      this.#content = undefined;
      this.#tell();
    });
  }

  get entries(): readonly LibraryEntry[] {
    return this.#fresh().entries;
  }
  /** What is wrong with files of the programs, a sentence each. */
  get problems(): readonly string[] {
    return this.#fresh().problems;
  }
  /** The dialects that the catalogue leaves out: the chosen program asks for nothing that a user of theirs is asked for. */
  get leftOut(): readonly string[] {
    return this.#fresh().leftOut;
  }

  /**
   * The scenario of this name.
   * @throws RangeError when there is none, naming some that are called alike
   */
  get(name: string): LibraryEntry {
    const found = this.#fresh().byName.get(name);
    if (found) return found;
    const near = this.#near(name);
    throw new RangeError(
      `scenario: there is no "${name}" for this program${near.length > 0 ? `; there is ${near.join(', ')}` : ''}`,
    );
  }

  /** Adds scenarios, which must have been read; one of the same name that was added before is replaced. */
  add(...scenarios: readonly Scenario[]): void {
    for (const scenario of scenarios) this.#opened.set(scenario.name, scenario);
    this.#content = undefined;
    this.#tell();
  }

  /** Takes one that was added out again. */
  remove(name: string): void {
    if (!this.#opened.delete(name)) return;
    this.#content = undefined;
    this.#tell();
  }

  /** Called when there are other scenarios than before. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #isFresh(): boolean {
    const { programs, choice } = this.#simulator;
    return this.#made?.programs === programs && this.#made.program === choice.program;
  }

  #fresh(): Content {
    if (this.#content && this.#isFresh()) return this.#content;
    const { programs, choice } = this.#simulator;
    this.#made = { programs, program: choice.program };
    this.#content = this.#make();
    return this.#content;
  }

  #make(): Content {
    const { programs, dialects, choice } = this.#simulator;
    const chosen = programs.filter(({ id }) => id === choice.program);
    const problems: string[] = [];
    const byName = new Map<string, LibraryEntry>();
    for (const scenario of this.#opened.values()) byName.set(scenario.name, { scenario, from: 'opened' });
    for (const { id, scenarios } of [...chosen, ...programs.filter((one) => !chosen.includes(one))]) {
      problems.push(...(scenarios?.problems ?? []).map((problem) => `${id}: ${problem}`));
      for (const scenario of scenarios?.list ?? []) {
        const other = byName.get(scenario.name);
        if (other?.from === 'program')
          problems.push(
            `${id}: another scenario is called "${scenario.name}" too; this one is not in the list.`,
          );
        if (!other) byName.set(scenario.name, { scenario: { program: id, ...scenario }, from: 'program' });
      }
    }
    const shipped = catalogueScenarios(dialects, {
      scopes: chosen[0]?.manifest.scopes,
      kind: chosen[0]?.kind,
    });
    for (const scenario of shipped)
      if (!byName.has(scenario.name)) byName.set(scenario.name, { scenario, from: 'catalogue' });
    const played = new Set(shipped.map(({ dialect }) => dialect));
    return {
      entries: [...byName.values()],
      byName,
      problems,
      leftOut: dialects.filter(({ id }) => !played.has(id)).map(({ id }) => id),
    };
  }

  /** Names that have the most of the parts of this one. */
  #near(name: string): string[] {
    const parts = name.toLowerCase().split(/[/.-]+/);
    const rated = [...this.#fresh().byName.keys()].map((known) => {
      const own = known.toLowerCase().split(/[/.-]+/);
      return { known, alike: parts.filter((part) => own.includes(part)).length };
    });
    return rated
      .filter(({ alike }) => alike > 0)
      .sort((a, b) => b.alike - a.alike)
      .slice(0, 3)
      .map(({ known }) => known);
  }
}
