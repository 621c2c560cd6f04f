/** Real time, from outside: the browser's, Node's, or a test's. */
export interface TimeSource {
  /** ms since the epoch; may be fractional. */
  now(): number;
  /** Runs `task` once after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
  /** Resolves when everything that is ready to run has had its turn. */
  turn(): Promise<void>;
}

interface Timer {
  due: number;
  order: number;
  task: () => void;
}

/**
 * The one clock of the simulator. Codes, tokens, time limits, toasts and delays obey it. It follows real time at a
 * speed, or stands frozen; it can jump forward; it stands still while somebody holds it (a hop stopped at the gate).
 */
export class Clock {
  readonly #source: TimeSource;
  readonly #timers: Timer[] = [];
  readonly #listeners = new Set<(jumped: number) => void>();
  #virtual: number;
  /** Real time at which it was {@link #virtual}. */
  #anchor: number;
  /** The last real time that counted; never before the anchor. */
  #seen: number;
  #speed: number;
  #frozen: boolean;
  #holds = 0;
  #order = 0;
  #jumping: Promise<unknown> = Promise.resolve();
  #cancel: (() => void) | undefined;

  constructor(source: TimeSource, options: { frozenAt?: number; speed?: number } = {}) {
    this.#source = source;
    this.#anchor = this.#seen = source.now();
    this.#virtual = options.frozenAt ?? this.#anchor;
    this.#frozen = options.frozenAt !== undefined;
    this.#speed = options.speed ?? 1;
  }

  /** Virtual time in ms since the epoch. Never goes back, even when the source does. */
  now(): number {
    if (!this.#moves) return this.#virtual;
    const real = this.#source.now();
    if (real < this.#seen) {
      // The source went back (a computer's clock was set): go on from where we were.
      this.#virtual += (this.#seen - this.#anchor) * this.#speed;
      this.#anchor = real;
    }
    this.#seen = real;
    return this.#virtual + (real - this.#anchor) * this.#speed;
  }

  get frozen(): boolean {
    return this.#frozen;
  }
  get speed(): number {
    return this.#speed;
  }
  get held(): boolean {
    return this.#holds > 0;
  }
  get source(): TimeSource {
    return this.#source;
  }

  /** Runs `task` when virtual time has moved on by `ms`. The answer cancels it. */
  after(ms: number, task: () => void): () => void {
    const timer = { due: this.now() + Math.max(0, ms), order: this.#order++, task };
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#timers[middle]?.due ?? 0) <= timer.due) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
    if (low === 0) this.#arm();
    return () => {
      const at = this.#timers.indexOf(timer);
      if (at >= 0) this.#timers.splice(at, 1);
    };
  }

  /** A promise of {@link after}. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(ms, resolve);
    });
  }

  /** Time stands still until the answer is called (once). Holds add up. */
  hold(): () => void {
    this.#settle();
    this.#holds++;
    this.#arm();
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#settle();
      this.#holds--;
      this.#arm();
    };
  }

  /** Stops following real time; only {@link jump} moves it. */
  freeze(at?: number): void {
    this.#settle();
    if (at !== undefined) this.#virtual = Math.max(this.#virtual, at);
    this.#frozen = true;
    this.#arm();
    this.#tell();
  }

  /** Follows real time at `speed` (1 is real time). */
  run(speed = 1): void {
    if (!(speed > 0 && Number.isFinite(speed)))
      throw new RangeError(`speed: expected a number above 0, got ${speed}`);
    this.#settle();
    this.#frozen = false;
    this.#speed = speed;
    this.#arm();
    this.#tell();
  }

  /** Another time altogether, earlier or later: what waited is forgotten, nothing runs. */
  restart(
    options: { at?: number | undefined; frozen?: boolean | undefined; speed?: number | undefined } = {},
  ): void {
    this.#timers.length = 0;
    this.#anchor = this.#seen = this.#source.now();
    this.#virtual = options.at ?? this.#anchor;
    this.#frozen = options.frozen ?? false;
    this.#speed = options.speed ?? 1;
    this.#arm();
    this.#tell();
  }

  /** How long until the next of what waits is due, in virtual ms; undefined when nothing waits. */
  get untilNext(): number | undefined {
    const next = this.#timers[0];
    return next && Math.max(0, next.due - this.now());
  }

  /** Moves forward by `ms`, running what falls due on the way in order, each with its consequences. Jumps add up. */
  async jump(ms: number): Promise<void> {
    if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`jump: expected ms of at least 0, got ${ms}`);
    const before = this.#jumping;
    const jumped = before.then(() => this.#jump(ms));
    this.#jumping = jumped.catch(() => undefined);
    return jumped;
  }

  async #jump(ms: number): Promise<void> {
    this.#settle();
    const target = this.#virtual + ms;
    try {
      for (let next = this.#timers[0]; next && next.due <= target; next = this.#timers[0]) {
        this.#timers.shift();
        this.#moveTo(next.due);
        next.task();
        await this.#source.turn();
      }
      this.#moveTo(target);
    } finally {
      this.#arm();
      this.#tell(ms);
    }
  }

  /** Called when the clock is frozen, set going or has jumped, with the ms that it jumped. */
  onChange(listener: (jumped: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get #moves(): boolean {
    return !this.#frozen && this.#holds === 0;
  }

  #settle(): void {
    this.#moveTo(this.#virtual);
  }

  /** It is `virtual` now, or later already. */
  #moveTo(virtual: number): void {
    this.#virtual = Math.max(this.now(), virtual);
    this.#anchor = this.#seen = this.#source.now();
  }

  #tell(jumped = 0): void {
    for (const listener of this.#listeners) listener(jumped);
  }

  #arm(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const next = this.#timers[0];
    if (!next || !this.#moves) return;
    const ms = Math.max(0, next.due - this.now()) / this.#speed;
    this.#cancel = this.#source.after(Math.min(ms, 2 ** 31 - 1), () => this.#fire());
  }

  #fire(): void {
    this.#cancel = undefined;
    // A task that throws must not take the others with it.
    try {
      // A real timer may ring a little early; what is due within a millisecond is due.
      const now = this.now() + 1;
      for (let next = this.#timers[0]; this.#moves && next && next.due <= now; next = this.#timers[0]) {
        this.#timers.shift();
        next.task();
      }
    } finally {
      this.#arm();
    }
  }
}
