import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepName } from '../contract/steps.ts';
import { Breakpoints } from './breakpoints.ts';
import type { HopSubject } from './subject.ts';

const AT: StepName = 'spi.getAuthCode';
const hop = (more: Partial<HopSubject> = {}): HopSubject => ({
  step: AT,
  hop: 'r1/spi.getAuthCode#1',
  program: 'shop',
  persona: 'lena',
  scopes: () => ['auth_user'],
  ...more,
});
const make = () => {
  let changes = 0;
  const breakpoints = new Breakpoints(() => changes++);
  return { breakpoints, changes: () => changes };
};

describe('breakpoints', () => {
  it('stop their step, before the work unless they say at the answer', () => {
    const { breakpoints } = make();
    breakpoints.add({ at: AT });
    expect(breakpoints.meets('answer', hop())).toBe(false);
    expect(breakpoints.meets('request', hop({ step: 'spi.showAuthPage' }))).toBe(false);
    expect(breakpoints.meets('request', hop())).toBe(true);
    breakpoints.clear();
    breakpoints.add({ at: AT, where: 'answer' });
    expect(breakpoints.meets('request', hop())).toBe(false);
    expect(breakpoints.meets('answer', hop())).toBe(true);
  });

  it('stop only hops of the program, persona and scope that they name', () => {
    const { breakpoints } = make();
    breakpoints.add({ at: AT, match: { program: 'shop', persona: 'lena', scope: 'auth_user' } });
    expect(breakpoints.meets('request', hop({ program: 'other' }))).toBe(false);
    expect(breakpoints.meets('request', hop({ persona: 'omar' }))).toBe(false);
    expect(breakpoints.meets('request', hop({ scopes: () => ['auth_base'] }))).toBe(false);
    expect(breakpoints.meets('request', hop())).toBe(true);
  });

  it('stop the n-th hop that matches, and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        (nth, matches) => {
          const { breakpoints } = make();
          breakpoints.add({ at: AT, nth, match: { program: 'shop' } });
          const stopped = matches.map((ours) =>
            breakpoints.meets('request', hop({ program: ours ? 'shop' : 'other' })),
          );
          const ours = matches.flatMap((match, i) => (match ? [i] : []));
          expect(stopped.flatMap((stop, i) => (stop ? [i] : []))).toEqual(ours.slice(nth - 1, nth));
        },
      ),
    );
  });

  it('that are switched off let go on, and still count', () => {
    const { breakpoints } = make();
    const id = breakpoints.add({ at: AT, nth: 2 });
    breakpoints.enable(id, false);
    expect(breakpoints.meets('request', hop())).toBe(false);
    breakpoints.enable(id, true);
    expect(breakpoints.meets('request', hop())).toBe(true);
    expect(breakpoints.list).toMatchObject([{ id, hits: 1, enabled: true, where: 'request' }]);
  });

  it('count from the beginning again when they are rewound', () => {
    const { breakpoints } = make();
    breakpoints.add({ at: AT, nth: 1 });
    expect([breakpoints.meets('request', hop()), breakpoints.meets('request', hop())]).toEqual([true, false]);
    breakpoints.rewind();
    expect(breakpoints.meets('request', hop())).toBe(true);
  });

  it('tell when they are added, switched or removed, and not when nothing happened', () => {
    const { breakpoints, changes } = make();
    const id = breakpoints.add({ at: AT });
    breakpoints.enable(id, true);
    breakpoints.remove('breakpoint-99');
    expect(changes()).toBe(1);
    breakpoints.enable(id, false);
    breakpoints.remove(id);
    breakpoints.clear();
    expect(changes()).toBe(3);
    expect(breakpoints.any).toBe(false);
  });

  it('can be changed: another one in the same place, counted from the beginning, on or off as before', () => {
    let told = 0;
    const breakpoints = new Breakpoints(() => told++);
    const id = breakpoints.add({ at: AT, nth: 1 });
    breakpoints.add({ at: 'spi.showAuthPage' });
    breakpoints.meets('request', hop());
    breakpoints.enable(id, false);
    breakpoints.change(id, { at: AT, where: 'answer', nth: 2 });
    expect(breakpoints.list[0]).toEqual({
      id,
      at: AT,
      where: 'answer',
      nth: 2,
      hits: 0,
      enabled: false,
    });
    expect(told).toBe(4);
    expect(() => breakpoints.change('no-such', { at: AT })).toThrow('breakpoint: there is no "no-such"');
    expect(() => breakpoints.change(id, { at: AT, nth: 0 })).toThrow('nth: expected');
  });

  it.each([0, -1, 1.5, Number.NaN])('refuse to stop the %s-th', (nth) => {
    expect(() => make().breakpoints.add({ at: AT, nth })).toThrow(
      `nth: expected a whole number above 0, got ${nth}`,
    );
  });
});
