import type { SimulatorApi } from '../host/simulator-api.ts';

/** Virtual time: codes, tokens, time limits, toasts and delays obey it. */
export interface AutomationClock {
  now(): number;
  /** Moves virtual time on by `ms`, running what falls due. */
  jump(ms: number): Promise<void>;
  /** Moves virtual time on to a moment: ms since the epoch, or ISO 8601. One that has passed is a RangeError. */
  jumpTo(moment: number | string): Promise<void>;
  /** How long until the next of what waits is due, in virtual ms; null: nothing waits. */
  untilNext(): number | null;
  freeze(): void;
  /** Goes on, at the speed that it had. */
  resume(): void;
  readonly frozen: boolean;
  /** How fast it goes: 1 is real time. With a number it goes on at that speed. */
  speed(times?: number): number;
}

export function clockOf({ clock }: SimulatorApi): AutomationClock {
  return {
    now: () => clock.now(),
    jump: (ms) => clock.jump(ms),
    jumpTo: async (moment) => {
      const at = typeof moment === 'number' ? moment : Date.parse(moment);
      if (!Number.isFinite(at))
        throw new RangeError(
          `jumpTo: expected ms since the epoch or ISO 8601, got ${JSON.stringify(moment)}`,
        );
      const ms = at - clock.now();
      if (ms < 0)
        throw new RangeError(
          `jumpTo: expected a moment to come, got ${new Date(at).toISOString()}; it is ${new Date(clock.now()).toISOString()}`,
        );
      await clock.jump(ms);
    },
    untilNext: () => clock.untilNext ?? null,
    freeze: () => clock.freeze(),
    resume: () => clock.run(clock.speed),
    get frozen() {
      return clock.frozen;
    },
    speed: (times) => {
      if (times !== undefined) clock.run(times);
      return clock.speed;
    },
  };
}
