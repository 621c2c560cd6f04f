import { FLOOD_LIMIT, type GuestType } from '../contract/wire.ts';

/** Messages that nothing answers, and so nothing slows down. */
const UNANSWERED: ReadonlySet<GuestType> = new Set(['observed', 'storage', 'input', 'picture', 'notice']);
/** How many of them may go in one second: a program that reads its storage in a loop is no flood. */
const BUDGET = FLOOD_LIMIT / 2;
/** How many are held back at most. A program that goes on like that floods; what is to be done, the host decides. */
const HELD = 5 * FLOOD_LIMIT;

/**
 * The queue before the port. It holds everything until the port is there; after that it holds back messages only
 * when more unanswered ones than the budget go within a second, and keeps their order. The host's ping or a second
 * of the clock renews the budget: with a clock that stands still, the ping alone does.
 */
export class Outbox {
  readonly #post: (text: string) => void;
  readonly #now: () => number;
  #queue: { type: GuestType; text: string }[] = [];
  #opened = false;
  #left = BUDGET;
  #since: number;

  constructor(post: (text: string) => void, now: () => number) {
    this.#post = post;
    this.#now = now;
    this.#since = now();
  }

  /** The port is there. */
  open(): void {
    this.#opened = true;
    this.renew();
  }

  add(type: GuestType, text: string): void {
    if (this.#left <= 0 && this.#now() - this.#since >= 1000) this.renew();
    if (this.#opened && this.#queue.length === 0 && this.#take(type)) this.#post(text);
    else if (this.#queue.push({ type, text }) > HELD) this.drain();
  }

  /** A new second: sends what the budget allows. */
  renew(): void {
    this.#since = this.#now();
    this.#left = BUDGET;
    if (!this.#opened) return;
    let sent = 0;
    for (const { type, text } of this.#queue) {
      if (!this.#take(type)) break;
      this.#post(text);
      sent++;
    }
    this.#queue.splice(0, sent);
  }

  /** Sends everything, whatever the budget. */
  drain(): void {
    if (!this.#opened) return;
    for (const { text } of this.#queue.splice(0)) this.#post(text);
  }

  #take(type: GuestType): boolean {
    if (!UNANSWERED.has(type)) return true;
    if (this.#left <= 0) return false;
    this.#left--;
    return true;
  }
}
