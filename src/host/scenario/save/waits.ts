import type { PlayItem } from '../../../contract/scenario.ts';
import type { SessionPart } from './part.ts';

/** Shorter waits are not said: nothing in a wallet hangs on them. */
const SHORTEST = 1_000;

/**
 * The waits between the items of a play. Where nobody moved the clock, whole seconds are near enough; where somebody
 * did, it was to be at one moment, and each millisecond counts.
 */
export class Waits {
  readonly #exact: boolean;
  #now: number;

  constructor({ start, events }: Pick<SessionPart, 'start' | 'events'>) {
    this.#exact = events.some((event) => event.type === 'clock' && event.jumped > 0);
    this.#now = Math.floor(start.at);
  }

  /** The wait, if any, before something that happened then. */
  until(at: number): PlayItem[] {
    const gap = Math.floor(at) - this.#now;
    if (this.#exact ? gap <= 0 : gap < SHORTEST) return [];
    const ms = this.#exact ? gap : gap - (gap % 1_000);
    this.#now += ms;
    return [{ wait: inWords(ms) }];
  }

  /** It is this late already. */
  passed(at: number): void {
    this.#now = Math.max(this.#now, Math.floor(at));
  }
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

function inWords(ms: number): number | string {
  const [unit, size] = UNITS.find(([, each]) => ms % each === 0) ?? [];
  return unit && size ? `${ms / size}${unit}` : ms;
}
