/** Pings unanswered in a row before a program counts as unresponsive. */
export const MISSED_PINGS = 8;

/**
 * Is the program's page still there? One ping a beat; what counts is pings without an answer, never time: a clock
 * that jumps kills nobody.
 */
export class Liveness {
  readonly #ping: (id: number) => void;
  readonly #onChange: (responsive: boolean) => void;
  #last = 0;
  #missed = 0;
  #waiting = false;

  /** @param ping sends one; @param onChange told when the program stops answering, and when it answers again */
  constructor(ping: (id: number) => void, onChange: (responsive: boolean) => void) {
    this.#ping = ping;
    this.#onChange = onChange;
  }

  /** A second has passed, or a new document is there. */
  beat(): void {
    if (this.#waiting && ++this.#missed === MISSED_PINGS) this.#onChange(false);
    this.#waiting = true;
    this.#ping(++this.#last);
  }

  /** The guest answered a ping. An id that was never sent is no answer. */
  pong(id: number): void {
    if (id < 1 || id > this.#last) return;
    this.#answered();
  }

  /** Another document: what the last one owed is forgotten. */
  reset(): void {
    this.#answered();
  }

  #answered(): void {
    const was = this.#missed >= MISSED_PINGS;
    this.#missed = 0;
    this.#waiting = false;
    if (was) this.#onChange(true);
  }
}
