import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from './clock.ts';
import { manualTime } from './testing/manual-time.ts';

const START = 1_000_000;
const running = () => {
  const time = manualTime(START);
  return { time, clock: new Clock(time) };
};
const frozen = (at = START) => new Clock(manualTime(0), { frozenAt: at });

/** Timers that set further timers: `[delay, [[delay, …], …]]`. */
type Plan = { delay: number; then: Plan[] };
/** Tens: what is due within a millisecond may ring early. */
const tens = fc.integer({ min: 0, max: 5 }).map((ten) => ten * 10);
const planWith = (then: fc.Arbitrary<Plan[]>) => fc.record({ delay: tens, then });
const plans: fc.Arbitrary<Plan> = planWith(
  fc.array(planWith(fc.array(planWith(fc.constant([])), { maxLength: 2 })), { maxLength: 2 }),
);
/** Sets the timers and logs each as it rings: which one, when it was due, and the time that it found. */
function set(clock: Clock, all: readonly Plan[]) {
  const log: { id: number; due: number; at: number }[] = [];
  let made = 0;
  const each = (plan: Plan) => {
    const id = made++;
    const due = clock.now() + plan.delay;
    clock.after(plan.delay, () => {
      log.push({ id, due, at: clock.now() });
      for (const next of plan.then) each(next);
    });
  };
  for (const plan of all) each(plan);
  return log;
}
const inOrder = (log: readonly { id: number; due: number }[]) =>
  log.every((entry, n) => {
    const before = log[n - 1];
    return !before || before.due < entry.due || (before.due === entry.due && before.id < entry.id);
  });

describe('a clock that follows real time', () => {
  it('goes with it', async () => {
    const { time, clock } = running();
    expect(clock.now()).toBe(START);
    await time.advance(250);
    expect(clock.now()).toBe(START + 250);
  });

  it('goes at its speed, and rings timers by its own time', async () => {
    const { time, clock } = running();
    clock.run(10);
    let rang = 0;
    clock.after(1_000, () => rang++);
    await time.advance(99);
    expect([clock.now(), rang]).toEqual([START + 990, 0]);
    await time.advance(1);
    expect([clock.now(), rang]).toEqual([START + 1_000, 1]);
    clock.run(0.5);
    await time.advance(10);
    expect(clock.now()).toBe(START + 1_005);
  });

  it('rings in order of what is due, then of when it was set, each at its time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(plans, { maxLength: 8 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
        async (all, steps) => {
          const { time, clock } = running();
          const log = set(clock, all);
          for (const step of steps) await time.advance(step);
          await time.advance(1_000);
          expect(inOrder(log)).toBe(true);
          for (const { due, at } of log) expect(at).toBe(due);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('does not ring what was cancelled', async () => {
    const { time, clock } = running();
    const rang: string[] = [];
    const cancel = clock.after(10, () => rang.push('a'));
    clock.after(10, () => rang.push('b'));
    cancel();
    cancel();
    await time.advance(20);
    expect(rang).toEqual(['b']);
  });

  it('never goes back when its source does, and goes on from there', async () => {
    const { time, clock } = running();
    await time.advance(500);
    const before = clock.now();
    time.set(START - 3_600_000);
    expect(clock.now()).toBe(before);
    await time.advance(100);
    expect(clock.now()).toBe(before + 100);
  });

  it('never goes back, whatever is done to it', async () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('advance' as const), ms: fc.integer({ min: 0, max: 100 }) }),
      fc.record({ do: fc.constant('set' as const), ms: fc.integer({ min: -500, max: 500 }) }),
      fc.record({ do: fc.constant('jump' as const), ms: fc.integer({ min: 0, max: 100 }) }),
      fc.record({ do: fc.constant('freeze' as const), ms: fc.integer({ min: -100, max: 100 }) }),
      fc.record({ do: fc.constant('run' as const), ms: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ do: fc.constant('hold' as const), ms: fc.constant(0) }),
      fc.record({ do: fc.constant('release' as const), ms: fc.constant(0) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(plans, { maxLength: 3 }),
        fc.array(act, { maxLength: 12 }),
        async (all, acts) => {
          const { time, clock } = running();
          const log = set(clock, all);
          const holds: (() => void)[] = [];
          let last = clock.now();
          for (const { do: what, ms } of acts) {
            if (what === 'advance') await time.advance(ms);
            else if (what === 'set') time.set(time.now() + ms);
            else if (what === 'jump') await clock.jump(ms);
            else if (what === 'freeze') clock.freeze(clock.now() + ms);
            else if (what === 'run') clock.run(ms);
            else if (what === 'hold') holds.push(clock.hold());
            else holds.pop()?.();
            expect(clock.now()).toBeGreaterThanOrEqual(last);
            last = clock.now();
          }
          expect(log.every((entry, n) => (log[n - 1]?.at ?? 0) <= entry.at)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('does not lose the real time that passes while it jumps', async () => {
    const time = manualTime(START);
    const slow = { ...time, now: time.now, turn: async () => time.set(time.now() + 5) };
    const clock = new Clock(slow);
    const seen: number[] = [];
    for (const ms of [10, 11, 12]) clock.after(ms, () => seen.push(clock.now() - START));
    await clock.jump(13);
    expect(seen).toEqual([10, 15, 20]);
    expect(clock.now()).toBe(START + 25);
  });

  it('rings the others when a task throws', async () => {
    const { time, clock } = running();
    const rang: string[] = [];
    clock.after(10, () => {
      throw new Error('broken task');
    });
    clock.after(10, () => rang.push('b'));
    clock.after(30, () => rang.push('c'));
    await expect(time.advance(10)).rejects.toThrow('broken task');
    await time.advance(50);
    expect(rang).toEqual(['b', 'c']);
  });
});

describe('a frozen clock', () => {
  it('stands still and rings nothing until it jumps', async () => {
    const time = manualTime(START);
    const clock = new Clock(time, { frozenAt: 42 });
    let rang = 0;
    clock.after(10, () => rang++);
    await time.advance(1_000_000);
    expect([clock.now(), rang, clock.frozen]).toEqual([42, 0, true]);
    await clock.jump(9);
    expect([clock.now(), rang]).toEqual([51, 0]);
    await clock.jump(1);
    expect([clock.now(), rang]).toEqual([52, 1]);
  });

  it('rings the same in one jump as in many small ones that add up to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(plans, { maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 10 }),
        async (all, steps) => {
          const [one, many] = [frozen(), frozen()];
          const [logOne, logMany] = [set(one, all), set(many, all)];
          await one.jump(steps.reduce((sum, step) => sum + step, 0));
          for (const step of steps) await many.jump(step);
          expect(logMany).toEqual(logOne);
          expect(many.now()).toBe(one.now());
          for (const { due, at } of logOne) expect(at).toBe(due);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('lets each timer have its consequences before the next one rings', async () => {
    const clock = frozen();
    const seen: string[] = [];
    clock.after(10, () => {
      void Promise.resolve()
        .then(() => undefined)
        .then(() => seen.push('a, later'));
    });
    clock.after(10, () => seen.push('b'));
    await clock.jump(10);
    expect(seen).toEqual(['a, later', 'b']);
  });

  it('goes on from where it stands when it is set going', async () => {
    const { time, clock } = running();
    clock.freeze();
    await time.advance(1_000);
    clock.run();
    await time.advance(5);
    expect([clock.now(), clock.frozen]).toEqual([START + 5, false]);
  });

  it('may be frozen at a later time, never at an earlier one', () => {
    const clock = frozen();
    clock.freeze(START + 10);
    clock.freeze(START - 10);
    expect(clock.now()).toBe(START + 10);
  });
});

describe('a clock that is held', () => {
  it('stands still until every hold is released, each once', async () => {
    const { time, clock } = running();
    let rang = 0;
    clock.after(10, () => rang++);
    const [first, second] = [clock.hold(), clock.hold()];
    await time.advance(100);
    first();
    first();
    await time.advance(100);
    expect([clock.now(), clock.held, rang]).toEqual([START, true, 0]);
    second();
    await time.advance(9);
    expect([clock.now(), clock.held, rang]).toEqual([START + 9, false, 0]);
    await time.advance(1);
    expect(rang).toBe(1);
  });

  it('stops at once when a task holds it', async () => {
    const { time, clock } = running();
    const rang: string[] = [];
    clock.after(10, () => {
      rang.push('a');
      clock.hold();
    });
    clock.after(10, () => rang.push('b'));
    await time.advance(100);
    expect([rang, clock.now()]).toEqual([['a'], START + 10]);
  });
});

describe('the clock', () => {
  it('refuses times and speeds that there are not', async () => {
    const clock = frozen();
    await expect(clock.jump(-1)).rejects.toThrow('jump: expected ms of at least 0, got -1');
    await expect(clock.jump(Number.NaN)).rejects.toThrow(RangeError);
    expect(() => clock.run(0)).toThrow('speed: expected a number above 0, got 0');
    expect(() => clock.run(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it('tells when it is frozen, set going or has jumped, until nobody listens', async () => {
    const clock = frozen();
    const seen: number[] = [];
    const stop = clock.onChange(() => seen.push(clock.now()));
    clock.run();
    clock.freeze();
    await clock.jump(5);
    stop();
    await clock.jump(5);
    expect(seen).toEqual([START, START, START + 5]);
  });

  it('waits as a promise', async () => {
    const clock = frozen();
    let done = false;
    clock.wait(10).then(() => {
      done = true;
    });
    await clock.jump(10);
    expect(done).toBe(true);
  });

  it('rings a timer of a negative delay at once, not in the past', async () => {
    const clock = frozen();
    const seen: number[] = [];
    clock.after(-50, () => seen.push(clock.now()));
    await clock.jump(0);
    expect(seen).toEqual([START]);
  });
});

describe('two jumps at once', () => {
  it('add up', async () => {
    const clock = frozen(0);
    const rang: number[] = [];
    clock.after(150, () => rang.push(clock.now()));
    await Promise.all([clock.jump(100), clock.jump(100)]);
    expect(clock.now()).toBe(200);
    expect(rang).toEqual([150]);
  });
});

describe('another time altogether', () => {
  it('may be earlier; what waited is forgotten', async () => {
    const { time, clock } = running();
    const rung: string[] = [];
    clock.after(100, () => rung.push('old'));
    clock.restart({ at: 5_000, frozen: true });
    expect([clock.now(), clock.frozen, clock.untilNext]).toEqual([5_000, true, undefined]);
    clock.after(50, () => rung.push('new'));
    expect(clock.untilNext).toBe(50);
    await time.advance(1_000);
    expect(rung).toEqual([]);
    await clock.jump(50);
    expect(rung).toEqual(['new']);
  });

  it('goes on from there with real time, at its speed', async () => {
    const { time, clock } = running();
    clock.restart({ at: 5_000, speed: 10 });
    await time.advance(100);
    expect(clock.now()).toBe(6_000);
    clock.restart();
    expect(clock.now()).toBe(START + 100);
  });

  it('tells who listens how far it jumped', async () => {
    const { clock } = running();
    const told: number[] = [];
    clock.onChange((jumped) => told.push(jumped));
    clock.freeze();
    await clock.jump(70);
    clock.run(2);
    expect(told).toEqual([0, 70, 0]);
  });
});
