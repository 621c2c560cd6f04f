import type { OwnerEntry } from '../../contract/axml/unit.ts';
import { type Definition, defined, type Options, record } from './definition.ts';
import type { Modules } from './modules.ts';

/**
 * What the program's scripts have registered with `Page()` and `Component()`. A call counts for the script whose code runs; one from
 * another module, required by it, for the page or component that is being loaded.
 */
export class Registry {
  readonly #modules: Modules;
  readonly #report: (error: unknown) => void;
  readonly #byModule = new Map<string, Options>();
  readonly #entries = new Map<string, Definition>();
  #stray: Options | undefined;

  constructor(modules: Modules, report: (error: unknown) => void) {
    this.#modules = modules;
    this.#report = report;
  }

  /** `Page(options)`, `Component(options)`. */
  readonly register = (options: unknown): void => {
    const { current } = this.#modules;
    const given = record(options);
    if (current !== undefined) this.#byModule.set(current, given);
    this.#stray = given;
  };

  /** What the script of a page or component has registered; it is run at the first time. Errors are reported; the rest goes on. */
  definitionOf(entry: OwnerEntry): Definition {
    const known = this.#entries.get(entry.path);
    if (known) return known;
    const { script } = entry;
    let found: Options | undefined;
    if (script !== undefined) {
      const before = this.#stray;
      this.#stray = undefined;
      try {
        this.#modules.require(script);
      } catch (error) {
        this.#report(error);
      }
      found = this.#byModule.get(script) ?? this.#stray;
      this.#stray = before;
    }
    const made = defined(found ?? {});
    this.#entries.set(entry.path, made);
    return made;
  }
}
