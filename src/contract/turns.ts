/** How a rule counts the hops that match it, wherever that is done: at the gate, or in the guest in advance. */
export interface Turns {
  /** The first of them that it applies to, from 1. Default 1. */
  from?: number | undefined;
  /** How many times it applies. Default 1. */
  times?: number | 'always' | undefined;
  /** So many have been met, */
  seen: number;
  /** and so many acted on. */
  used: number;
}

/** Whether it is the turn of a rule that has counted this hop already. */
export function isTurn({ from = 1, times = 1, seen, used }: Turns): boolean {
  return seen >= from && (times === 'always' || used < times);
}

/**
 * One more hop has come: every rule that matches it counts it.
 * @param matching oldest first
 * @returns the oldest whose turn it is; that is used up by it
 */
export function takeTurn<T extends Turns>(matching: Iterable<T>): T | undefined {
  let taken: T | undefined;
  for (const rule of matching) {
    rule.seen++;
    if (taken || !isTurn(rule)) continue;
    rule.used++;
    taken = rule;
  }
  return taken;
}
