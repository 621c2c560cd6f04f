/** What a module's function is called with: CommonJS. */
export type ModuleFactory = (require: Require, module: Module, exports: unknown) => void;
export type Require = (specifier: string) => unknown;
/** Where each specifier of a module leads. */
export type ModuleTable = Readonly<Record<string, string | undefined>>;
export interface Module {
  id: string;
  exports: unknown;
  loaded: boolean;
}

interface Definition {
  table: ModuleTable;
  factory: ModuleFactory;
}

/**
 * The modules of a program: CommonJS, so that a name which a module does not export is undefined, and modules that require each
 * other see what is there so far.
 */
export class Modules {
  readonly #definitions = new Map<string, Definition>();
  readonly #modules = new Map<string, Module>();
  readonly #evaluating: string[] = [];

  /** A module that exists is defined anew only after an edit: what it exported is forgotten. */
  readonly define = (id: string, table: ModuleTable, factory: ModuleFactory): void => {
    this.#definitions.set(id, { table, factory });
    this.#modules.delete(id);
  };

  /** The module whose own code runs now; undefined: none. */
  get current(): string | undefined {
    return this.#evaluating.at(-1);
  }

  has(id: string): boolean {
    return this.#definitions.has(id);
  }

  /** What the module exports. @throws what its code throws; it is run again at the next call then */
  require(id: string): unknown {
    const known = this.#modules.get(id);
    if (known) return known.exports;
    const definition = this.#definitions.get(id);
    if (!definition) throw new Error(`Cannot find module '${id}'`);
    const module: Module = { id, exports: {}, loaded: false };
    this.#modules.set(id, module);
    this.#evaluating.push(id);
    try {
      const require: Require = (specifier) => this.#resolved(id, definition.table, specifier);
      definition.factory.call(module.exports, require, module, module.exports);
      module.loaded = true;
    } catch (error) {
      this.#modules.delete(id);
      throw error;
    } finally {
      this.#evaluating.pop();
    }
    return module.exports;
  }

  /** Forgets what modules have exported: they are run again when they are required. */
  forget(matches: (id: string) => boolean): void {
    for (const id of this.#modules.keys()) if (matches(id)) this.#modules.delete(id);
  }

  #resolved(from: string, table: ModuleTable, specifier: string): unknown {
    const id = Object.hasOwn(table, specifier) ? table[specifier] : undefined;
    const found = id ?? (this.has(specifier) ? specifier : undefined);
    if (found === undefined || !this.has(found))
      throw new Error(`Cannot find module '${specifier}' (required by ${from})`);
    return this.require(found);
  }
}
