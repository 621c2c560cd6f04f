import { describe, expect, it } from 'vitest';
import { duration, moment, sizeText, timeLeft } from './time.ts';

const units = { day: 'd', hour: 'h', minute: 'min', second: 's', millisecond: 'ms' };

describe('timeLeft', () => {
  it.each([
    [600_000, '10:00'],
    [598_001, '9:59'],
    [1, '0:01'],
    [3_599_000, '59:59'],
    [3_600_000, '1 h 0 min'],
    [30 * 86_400_000 - 1000, '29 d 23 h'],
  ])('says %i ms as %s', (ms, text) => {
    expect(timeLeft(5_000 + ms, 5_000, units)).toBe(text);
  });

  it('says nothing when nothing is left', () => {
    expect(timeLeft(5_000, 5_000, units)).toBeUndefined();
    expect(timeLeft(4_000, 5_000, units)).toBeUndefined();
  });
});

describe('duration', () => {
  it.each([
    [0, '0 ms'],
    [0.44, '0.4 ms'],
    [12.4, '12 ms'],
    [1250, '1.25 s'],
    [123_000, '2 min 3 s'],
  ])('says %f as %s', (ms, text) => {
    expect(duration(ms, units)).toBe(text);
  });
});

describe('sizeText', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [2300, '2.3 kB'],
    [16_000_000, '16 MB'],
  ])('says %i as %s', (length, text) => {
    expect(sizeText(length)).toBe(text);
  });
});

describe('moment', () => {
  const at = new Date(2026, 10, 17, 14, 3, 22).getTime();
  it('is the time of day on the same day, with the date on any other', () => {
    expect(moment(at, at + 1000)).toBe('14:03:22');
    expect(moment(at, at + 86_400_000)).toBe('2026-11-17 14:03');
    expect(moment(at, at - 86_400_000)).toBe('2026-11-17 14:03');
  });
});
