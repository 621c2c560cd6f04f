import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoTime, momentOf } from './iso-time.ts';

describe('isoTime', () => {
  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [1_559_794_332_000, '2019-06-06T04:12:12Z'],
    [951_782_399_999, '2000-02-28T23:59:59Z'],
    [951_782_400_000, '2000-02-29T00:00:00Z'],
    [951_868_800_000, '2000-03-01T00:00:00Z'],
    [4_107_542_400_000, '2100-03-01T00:00:00Z'],
    [-1, '1969-12-31T23:59:59Z'],
  ])('%i is %s', (ms, text) => {
    expect(isoTime(ms)).toBe(text);
  });

  it('agrees with the calendar of the engine, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000_000, max: 200_000_000_000_000 }), (ms) => {
        // biome-ignore lint/style/noRestrictedGlobals: the oracle; no clock is read.
        expect(isoTime(ms)).toBe(new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z'));
      }),
      { numRuns: 200 },
    );
  });
});

describe('momentOf', () => {
  it('reads what isoTime prints, and a part of a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), (seconds) => {
        expect(momentOf(isoTime(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
    expect(momentOf('2026-01-01T00:00:00.25Z')).toBe(1_767_225_600_250);
  });

  it.each(['2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01', 'now'])(
    '%s is no moment',
    (text) => {
      expect(momentOf(text)).toBeUndefined();
    },
  );
});
