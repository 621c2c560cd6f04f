/**
 * Counts messages within a second. A second is over when the clock has moved by one, or when {@link beat} says so:
 * under a faked clock only the beat moves, in a hidden page only the clock does. Neither can make a second longer.
 */
export class FloodGauge {
  readonly #limit: number;
  readonly #now: () => number;
  #since: number;
  #count = 0;

  /** @param limit most messages within a second; @param now milliseconds, monotonic or standing still */
  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
    this.#since = now();
  }

  /** One more message; false when it is one too many. The clock is only looked at when it matters. */
  count(): boolean {
    if (++this.#count <= this.#limit) return true;
    if (this.#now() - this.#since < 1000) return false;
    this.beat();
    return ++this.#count <= this.#limit;
  }

  /** A second is over. */
  beat(): void {
    this.#since = this.#now();
    this.#count = 0;
  }
}
