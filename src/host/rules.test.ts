import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../contract/effect.ts';
import type { StepName } from '../contract/steps.ts';
import { Rules } from './rules.ts';

const AT: StepName = 'spi.getAuthCode';
const rule = (title: string, more: Partial<Rule> = {}): Omit<Rule, 'id'> => ({
  at: AT,
  times: null,
  effect: { never: true },
  title,
  ...more,
});
const takes = (rules: Rules, count: number, program?: string) =>
  Array.from({ length: count }, () => rules.take(AT, program)?.rule.title ?? '-');

describe('rules', () => {
  it('apply to their step and their program only', () => {
    const rules = new Rules();
    rules.add(rule('here', { program: 'shop' }));
    expect(rules.take('spi.showAuthPage', 'shop')).toBeUndefined();
    expect(rules.take(AT, 'other')).toBeUndefined();
    expect(rules.take(AT, undefined)).toBeUndefined();
    expect(rules.take(AT, 'shop')).toMatchObject({ rule: { title: 'here' }, effect: { never: true } });
  });

  it('apply as often as they say', () => {
    const rules = new Rules();
    rules.add(rule('twice', { times: 2 }));
    expect(takes(rules, 3)).toEqual(['twice', 'twice', '-']);
  });

  it('apply from the occurrence that they say, counted from 1', () => {
    const rules = new Rules();
    rules.add(rule('second', { from: 2, times: 1 }));
    expect(takes(rules, 3)).toEqual(['-', 'second', '-']);
  });

  it('win by age, and a rule counts the hops that an older one takes', () => {
    const rules = new Rules();
    rules.add(rule('first', { times: 1 }));
    rules.add(rule('second', { from: 2, times: 1 }));
    rules.add(rule('rest'));
    expect(takes(rules, 4)).toEqual(['first', 'second', 'rest', 'rest']);
  });

  it('each take exactly the hops of their range that no older rule has taken', () => {
    const some = fc.array(
      fc.record({ from: fc.integer({ min: 1, max: 6 }), times: fc.option(fc.integer({ min: 1, max: 4 })) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 12 }), (list, hops) => {
        const rules = new Rules();
        for (const [n, { from, times }] of list.entries()) rules.add(rule(String(n), { from, times }));
        const used = list.map(() => 0);
        const expected = Array.from({ length: hops }, (_, hop) => {
          const winner = list.findIndex(
            ({ from, times }, n) => hop + 1 >= from && (times === null || (used[n] ?? 0) < times),
          );
          if (winner >= 0) used[winner] = (used[winner] ?? 0) + 1;
          return winner < 0 ? '-' : String(winner);
        });
        expect(takes(rules, hops)).toEqual(expected);
        expect(rules.list.map(({ used: count }) => count)).toEqual(used);
      }),
      { numRuns: 200 },
    );
  });

  it('say how often they were used and what is left', () => {
    const rules = new Rules();
    rules.add(rule('some', { times: 3 }));
    rules.add(rule('always'));
    takes(rules, 1);
    expect(rules.list.map(({ title, used, left }) => [title, used, left])).toEqual([
      ['some', 1, 2],
      ['always', 0, null],
    ]);
  });

  it('can be taken back, one or all; ids are never used again', () => {
    const rules = new Rules();
    const first = rules.add(rule('a'));
    const second = rules.add(rule('b'));
    rules.remove(first);
    expect(takes(rules, 1)).toEqual(['b']);
    rules.clear();
    expect(takes(rules, 1)).toEqual(['-']);
    expect([first, second]).not.toContain(rules.add(rule('c')));
  });

  it.each([0, -1, 1.5, Number.NaN])('refuse to apply %s times', (times) => {
    expect(() => new Rules().add(rule('x', { times }))).toThrow(
      `times: expected a whole number above 0, or null for always, got ${times}`,
    );
  });

  it.each([5, null, [], {}, { error: 1 }, { failure: 'x' }, { failure: { kind: 'odd', message: '' } }])(
    'refuse an answer that no hop can have: %j',
    (reply) => {
      expect(() => new Rules().add(rule('x', { effect: { reply } }))).toThrow(
        'effect.reply: expected {"value": …}',
      );
    },
  );

  it.each([
    { value: null },
    { value: { error: { code: '1001' } } },
    { failure: { kind: 'timeout', message: 'late' } },
  ])('take an answer that a hop can have: %j', (reply) => {
    const rules = new Rules();
    rules.add(rule('x', { effect: { reply } }));
    expect(rules.take(AT, 'shop')?.effect).toEqual({ reply });
  });

  it('tell who listens when they are added, used or taken back, and not when nothing happened', () => {
    const rules = new Rules();
    let told = 0;
    const stop = rules.onChange(() => told++);
    const id = rules.add(rule('a', { times: 1 }));
    takes(rules, 2);
    rules.remove('rule-99');
    expect(told).toBe(2);
    rules.remove(id);
    expect(told).toBe(3);
    stop();
    rules.clear();
    expect(told).toBe(3);
  });
});
