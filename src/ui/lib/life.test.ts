import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policiesSchema } from '../../contract/policies.ts';
import { LIFE_UNIT_NAMES, LIFE_UNITS, lifeParts, mostOf, readLife } from './life.ts';

describe('a life as a person sets it', () => {
  it('is the largest unit that gives a whole number', () => {
    expect(lifeParts(600_000)).toEqual({ amount: 10, unit: 'minute' });
    expect(lifeParts(5_400_000)).toEqual({ amount: 90, unit: 'minute' });
    expect(lifeParts(30 * 86_400_000)).toEqual({ amount: 30, unit: 'day' });
    expect(lifeParts(1500)).toEqual({ amount: 2, unit: 'second' });
    expect(lifeParts(0)).toEqual({ amount: 0, unit: 'second' });
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LIFE_UNIT_NAMES),
        fc.integer({ min: 1, max: 36_600 }),
        (unit, amount) => {
          const ms = readLife(String(amount), unit);
          expect(ms).toBe(amount * LIFE_UNITS[unit]);
          const parts = lifeParts(ms ?? 0);
          expect(readLife(String(parts.amount), parts.unit)).toBe(ms);
        },
      ),
    );
  });

  it.each(['', '0', '-1', '1.5', 'ten', '1e3', '99999999999'])('is not %j', (text) => {
    for (const unit of LIFE_UNIT_NAMES) expect(readLife(text, unit)).toBeUndefined();
  });

  it('is never more than a policy may be', () => {
    const { lives } = policiesSchema.shape;
    for (const unit of LIFE_UNIT_NAMES) {
      const code = readLife(String(mostOf(unit)), unit) ?? -1;
      expect(lives.safeParse({ code, access: code, refresh: code, consent: code }).success).toBe(true);
      expect(readLife(String(mostOf(unit) + 1), unit)).toBeUndefined();
    }
  });
});
