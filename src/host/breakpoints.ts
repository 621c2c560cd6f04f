import { isObserved } from '../contract/instant.ts';
import type { Breakpoint, NewBreakpoint } from '../contract/rule.ts';
import { type HopSubject, isMeant } from './subject.ts';

export type BreakpointInUse = Breakpoint & { where: 'request' | 'answer'; hits: number; enabled: boolean };

/** Places where hops stop, and how often each was met. */
export class Breakpoints {
  readonly #entries = new Map<
    string,
    { breakpoint: Breakpoint; met: number; hits: number; enabled: boolean }
  >();
  readonly #changed: () => void;
  #made = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Oldest first. */
  get list(): readonly BreakpointInUse[] {
    return [...this.#entries.values()].map(({ breakpoint, hits, enabled }) => ({
      ...breakpoint,
      where: breakpoint.where ?? 'request',
      hits,
      enabled,
    }));
  }

  get any(): boolean {
    return this.#entries.size > 0;
  }

  /** Adds a breakpoint; the answer is its id. */
  add(breakpoint: NewBreakpoint): string {
    expectUsable(breakpoint);
    const id = `breakpoint-${++this.#made}`;
    this.#entries.set(id, { breakpoint: { ...breakpoint, id }, met: 0, hits: 0, enabled: true });
    this.#changed();
    return id;
  }

  /** Puts another breakpoint in the place of this one; it counts from the beginning. */
  change(id: string, breakpoint: NewBreakpoint): void {
    expectUsable(breakpoint);
    const enabled = this.#entries.get(id)?.enabled;
    if (enabled === undefined) throw new RangeError(`breakpoint: there is no "${id}"`);
    this.#entries.set(id, { breakpoint: { ...breakpoint, id }, met: 0, hits: 0, enabled });
    this.#changed();
  }

  remove(id: string): void {
    if (this.#entries.delete(id)) this.#changed();
  }

  enable(id: string, enabled: boolean): void {
    const entry = this.#entries.get(id);
    if (!entry || entry.enabled === enabled) return;
    entry.enabled = enabled;
    this.#changed();
  }

  clear(): void {
    if (this.#entries.size === 0) return;
    this.#entries.clear();
    this.#changed();
  }

  /** Counts from the beginning again. */
  rewind(): void {
    for (const entry of this.#entries.values()) entry.met = entry.hits = 0;
  }

  /** Whether a hop stops here. Every breakpoint that matches counts it. */
  meets(where: 'request' | 'answer', subject: HopSubject): boolean {
    let stops = false;
    for (const entry of this.#entries.values()) {
      const { breakpoint } = entry;
      if ((breakpoint.where ?? 'request') !== where || !isMeant(breakpoint.at, breakpoint.match, subject))
        continue;
      entry.met++;
      if (!entry.enabled || (breakpoint.nth !== undefined && breakpoint.nth !== entry.met)) continue;
      entry.hits++;
      stops = true;
    }
    return stops;
  }
}

function expectUsable({ at, nth }: NewBreakpoint): void {
  if (isObserved(at))
    throw new RangeError(`at: ${at} is only recorded when it is over, it cannot be stopped`);
  if (nth !== undefined && !(Number.isInteger(nth) && nth > 0))
    throw new RangeError(`nth: expected a whole number above 0, got ${nth}`);
}
