import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FloodGauge } from './flood.ts';

describe('the gauge of messages within a second', () => {
  it('lets the limit pass, and not one more', () => {
    const gauge = new FloodGauge(3, () => 0);
    expect([1, 2, 3, 4].map(() => gauge.count())).toEqual([true, true, true, false]);
  });

  it('starts again when the clock has moved by a second, or at a beat while it stands still', () => {
    let now = 0;
    const gauge = new FloodGauge(1, () => now);
    expect(gauge.count()).toBe(true);
    now = 999;
    expect(gauge.count()).toBe(false);
    now = 1000;
    expect(gauge.count()).toBe(true);
    gauge.beat();
    expect(gauge.count()).toBe(true);
  });

  it('never ends a program that stays under the limit, however the clock jumps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10_000, max: 10_000 }), { maxLength: 50 }), (jumps) => {
        let now = 0;
        const gauge = new FloodGauge(50, () => now);
        for (const jump of jumps) {
          now += jump;
          expect(gauge.count()).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
