import type { SimulatorApi } from '../../host/simulator-api.ts';

/** *Record*: from where on what happens is to be saved. It ends with the session. */
export class Recording {
  readonly #simulator: SimulatorApi;
  readonly #listeners = new Set<() => void>();
  #from: number | undefined;

  constructor(simulator: SimulatorApi) {
    this.#simulator = simulator;
    simulator.trace.subscribe(({ type }) => {
      if (type === 'session.opened') this.#set(undefined);
    });
    simulator.trace.onReplaced(() => {
      // What is done again from before the beginning replaces it.
      if (this.#from !== undefined && this.#from > simulator.trace.length) this.#set(simulator.trace.length);
    });
  }

  /** The `seq` of the first event of it; undefined: nothing is recorded. */
  get from(): number | undefined {
    return this.#from;
  }

  start(): number {
    this.#set(this.#simulator.trace.length);
    return this.#from ?? 0;
  }

  /** @returns where it began */
  stop(): number | undefined {
    const from = this.#from;
    this.#set(undefined);
    return from;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(from: number | undefined): void {
    if (from === this.#from) return;
    this.#from = from;
    for (const listener of this.#listeners) listener();
  }
}
