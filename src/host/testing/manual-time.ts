import type { TimeSource } from '../clock.ts';

export interface ManualTime extends TimeSource {
  /**
   * Lets `ms` of real time pass: what falls due runs in order, each with its consequences, before the promise
   * resolves.
   */
  advance(ms: number): Promise<void>;
  /** Sets the time without running anything, forward or (as a computer's clock may) back. */
  set(now: number): void;
  /** Timers that wait now. */
  readonly waiting: number;
}

/**
 * Real time for tests, moved by hand. `startMs` is its first `now()`, in ms since the epoch. A turn is everything that
 * is ready to run now: microtasks and what they lead to, and one round of the event loop.
 */
export function manualTime(startMs = 0): ManualTime {
  let now = startMs;
  let made = 0;
  const timers = new Map<number, { due: number; task: () => void }>();
  const turn = () =>
    new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  const earliest = (): [number, { due: number; task: () => void }] | undefined => {
    let found: [number, { due: number; task: () => void }] | undefined;
    for (const entry of timers) if (!found || entry[1].due < found[1].due) found = entry;
    return found;
  };
  return {
    now: () => now,
    after(ms, task) {
      const id = made++;
      timers.set(id, { due: now + Math.max(0, ms), task });
      return () => {
        timers.delete(id);
      };
    },
    turn,
    async advance(ms) {
      const target = now + ms;
      await turn();
      for (let next = earliest(); next && next[1].due <= target; next = earliest()) {
        timers.delete(next[0]);
        now = Math.max(now, next[1].due);
        next[1].task();
        await turn();
      }
      now = Math.max(now, target);
    },
    set(at) {
      now = at;
    },
    get waiting() {
      return timers.size;
    },
  };
}
