import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawDelay } from './delay.ts';

const COUNT = 4_000;
const drawn = (delay: Parameters<typeof drawDelay>[0], seed = 'seed') =>
  Array.from({ length: COUNT }, (_, i) => drawDelay(delay, seed, `r1/step#${i}`)).sort((a, b) => a - b);
const at = (sorted: readonly number[], part: number) =>
  sorted[Math.floor(sorted.length * part)] ?? Number.NaN;

describe('a delay', () => {
  it('that is fixed is what it says', () => {
    expect(drawDelay(250, 'seed', 'any')).toBe(250);
  });

  it('is a function of seed and hop', () => {
    const delay = { logNormal: { median: 100, sigma: 1 } };
    fc.assert(
      fc.property(fc.string(), fc.string(), (seed, hop) => {
        expect(drawDelay(delay, seed, hop)).toBe(drawDelay(delay, seed, hop));
      }),
    );
    expect(drawn(delay, 'one')).not.toEqual(drawn(delay, 'two'));
    expect(new Set(drawn(delay)).size).toBe(COUNT);
  });

  it('between two bounds never leaves them, and is spread evenly', () => {
    const all = drawn({ uniform: [100, 300] });
    expect(all[0]).toBeGreaterThanOrEqual(100);
    expect(all.at(-1)).toBeLessThan(300);
    for (const part of [0.1, 0.25, 0.5, 0.75, 0.9]) expect(at(all, part)).toBeCloseTo(100 + 200 * part, -1.3);
  });

  it('takes its bounds in any order', () => {
    expect(drawn({ uniform: [300, 100] })).toEqual(drawn({ uniform: [100, 300] }));
    expect(drawDelay({ uniform: [7, 7] }, 'seed', 'any')).toBe(7);
  });

  it('that is log-normal lies around its median, now and then far above', () => {
    const all = drawn({ logNormal: { median: 200, sigma: 0.5 } });
    expect(all[0]).toBeGreaterThan(0);
    expect(at(all, 0.5) / 200).toBeCloseTo(1, 1);
    // One standard deviation of the logarithm to either side.
    expect(Math.log(at(all, 0.841) / 200)).toBeCloseTo(0.5, 1);
    expect(Math.log(at(all, 0.159) / 200)).toBeCloseTo(-0.5, 1);
    expect(all.at(-1)).toBeGreaterThan(600);
  });

  it('that is log-normal without spread is its median, and none is without end', () => {
    expect(drawDelay({ logNormal: { median: 200, sigma: 0 } }, 'seed', 'any')).toBeCloseTo(200);
    for (const ms of drawn({ logNormal: { median: 1e11, sigma: 4 } }))
      expect(ms).toBeLessThanOrEqual(10 * 366 * 86_400_000);
  });
});
