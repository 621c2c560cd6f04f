/** Looks at what was not looked at before a recording was opened. Gives up when `gone` says so. */
export type LateCheck = (how: { turn(): Promise<void>; gone(): boolean }) => Promise<readonly string[]>;

/** What is wrong with the recording that is here and was opened before all of it had been looked at. */
export class Damage {
  readonly #turn: () => Promise<void>;
  readonly #tell: () => void;
  #problems: readonly string[] = [];
  #all: Promise<readonly string[]> = Promise.resolve([]);
  #n = 0;

  /** @param turn lets everything else have its turn @param tell called when something has been found */
  constructor(turn: () => Promise<void>, tell: () => void) {
    this.#turn = turn;
    this.#tell = tell;
  }

  /** What was found so far: one sentence for each value, with its place. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** The same, when all has been looked at. */
  get all(): Promise<readonly string[]> {
    return this.#all;
  }

  /** Another recording or session is here, all of which has been looked at but for what `check` will. */
  begin(check?: LateCheck): void {
    const n = ++this.#n;
    const gone = () => n !== this.#n;
    this.#problems = [];
    this.#all = check?.({ turn: this.#turn, gone }) ?? Promise.resolve([]);
    void this.#all.then((problems) => {
      if (gone() || problems.length === 0) return;
      this.#problems = problems;
      this.#tell();
    });
  }
}
