import { describe, expect, it } from 'vitest';
import { Breakpoints } from './breakpoints.ts';
import type { HopSubject } from './subject.ts';

const hop: HopSubject = { step: 'spi.getAuthCode', hop: 'h', program: 'shop', scopes: () => ['auth_user'] };
const meets = (breakpoints: Breakpoints, count: number) =>
  Array.from({ length: count }, () => breakpoints.meets('request', hop));

describe('breakpoints', () => {
  it('stop at their step and side only, and where their condition holds', () => {
    const breakpoints = new Breakpoints(() => {});
    breakpoints.add({ at: hop.step, match: { program: 'shop', scope: 'auth_user' } });
    expect(breakpoints.meets('answer', hop)).toBe(false);
    expect(breakpoints.meets('request', { ...hop, step: 'spi.showAuthPage' })).toBe(false);
    expect(breakpoints.meets('request', { ...hop, program: 'other' })).toBe(false);
    expect(breakpoints.meets('request', { ...hop, scopes: () => ['auth_base'] })).toBe(false);
    expect(breakpoints.meets('request', hop)).toBe(true);
  });

  it('stop at the n-th that matches, and count while they are off', () => {
    const breakpoints = new Breakpoints(() => {});
    const id = breakpoints.add({ at: hop.step, nth: 3 });
    breakpoints.enable(id, false);
    expect(meets(breakpoints, 2)).toEqual([false, false]);
    breakpoints.enable(id, true);
    expect(meets(breakpoints, 2)).toEqual([true, false]);
    expect(breakpoints.list).toMatchObject([{ hits: 1, enabled: true, where: 'request' }]);
  });

  it('can be changed: another one in the same place, counted from the beginning, on or off as before', () => {
    let told = 0;
    const breakpoints = new Breakpoints(() => told++);
    const id = breakpoints.add({ at: hop.step, nth: 1 });
    breakpoints.add({ at: 'spi.showAuthPage' });
    meets(breakpoints, 1);
    breakpoints.enable(id, false);
    breakpoints.change(id, { at: hop.step, where: 'answer', nth: 2 });
    expect(breakpoints.list[0]).toEqual({
      id,
      at: hop.step,
      where: 'answer',
      nth: 2,
      hits: 0,
      enabled: false,
    });
    expect(told).toBe(4);
    expect(() => breakpoints.change('no-such', { at: hop.step })).toThrow(
      'breakpoint: there is no "no-such"',
    );
    expect(() => breakpoints.change(id, { at: hop.step, nth: 0 })).toThrow('nth: expected');
  });
});
