import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../contract/dialects/index.ts';
import type { NewRule } from '../contract/rule.ts';
import type { StepName } from '../contract/steps.ts';
import { outcomeProblem, Rules } from './rules.ts';
import type { HopSubject } from './subject.ts';

const AT: StepName = 'spi.getAuthCode';
const rule = (title: string, more: Partial<NewRule> = {}): NewRule => ({
  at: AT,
  times: 'always',
  outcome: { never: true },
  title,
  ...more,
});
const [dialect] = DIALECTS;
if (!dialect) throw new Error('no dialect');
const hop = (more: Partial<HopSubject> = {}): HopSubject => ({
  step: AT,
  hop: 'r1/spi.getAuthCode#1',
  program: 'shop',
  persona: 'lena',
  dialect,
  scopes: () => ['auth_user'],
  ...more,
});
const takes = (rules: Rules, count: number) =>
  Array.from({ length: count }, () => rules.take(hop())?.rule.title ?? '-');

describe('rules', () => {
  it('apply to their step, program, persona and scope only', () => {
    const rules = new Rules();
    rules.add(rule('here', { match: { program: 'shop', persona: 'lena', scope: 'auth_user' } }));
    expect(rules.take(hop({ step: 'spi.showAuthPage' }))).toBeUndefined();
    expect(rules.take(hop({ program: 'other' }))).toBeUndefined();
    expect(rules.take({ step: AT, hop: 'h', scopes: () => ['auth_user'] })).toBeUndefined();
    expect(rules.take(hop({ persona: 'omar' }))).toBeUndefined();
    expect(rules.take(hop({ scopes: () => ['auth_base'] }))).toBeUndefined();
    expect(rules.take(hop())).toMatchObject({ rule: { title: 'here' }, effect: { never: true } });
  });

  it('may name a documented outcome of the step, or a code that it answers', () => {
    const rules = new Rules();
    rules.add(rule('by id', { outcome: 'timeout', times: 1 }));
    rules.add(rule('by code', { outcome: '1005', times: 1 }));
    const codes = [rules.take(hop()), rules.take(hop())].map(
      (taken) => taken && JSON.stringify(taken.effect).match(/"code":"(\d+)"/)?.[1],
    );
    expect(codes).toEqual(['1003', '1005']);
  });

  it('that name what the dialect does not have never apply, and can be told so beforehand', () => {
    const rules = new Rules();
    rules.add(rule('in vain', { outcome: 'no-such' }));
    expect(rules.take(hop())).toBeUndefined();
    expect(outcomeProblem(rule('x', { outcome: 'no-such' }), dialect)).toMatch(
      /^outcome: expected one of .*timeout.*; got "no-such"$/,
    );
    expect(outcomeProblem(rule('x', { at: 'user.input', outcome: 'late' }), dialect)).toBe(
      'at: nothing can be made of "user.input"',
    );
    expect(outcomeProblem(rule('x', { outcome: '1003' }), dialect)).toBeUndefined();
    expect(outcomeProblem(rule('x'), dialect)).toBeUndefined();
  });

  it('count from the beginning again when they are rewound', () => {
    const rules = new Rules();
    rules.add(rule('once', { times: 1 }));
    expect(takes(rules, 2)).toEqual(['once', '-']);
    rules.rewind();
    expect(takes(rules, 2)).toEqual(['once', '-']);
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
      fc.record({
        from: fc.integer({ min: 1, max: 6 }),
        times: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant('always' as const)),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 12 }), (list, hops) => {
        const rules = new Rules();
        for (const [n, { from, times }] of list.entries()) rules.add(rule(String(n), { from, times }));
        const used = list.map(() => 0);
        const expected = Array.from({ length: hops }, (_, hop) => {
          const winner = list.findIndex(
            ({ from, times }, n) => hop + 1 >= from && (times === 'always' || (used[n] ?? 0) < times),
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

  it('can be changed: another one in the same place, counted from the beginning', () => {
    const rules = new Rules();
    const first = rules.add(rule('a', { times: 1 }));
    rules.add(rule('b'));
    expect(takes(rules, 2)).toEqual(['a', 'b']);
    rules.change(first, rule('c', { times: 1 }));
    expect(rules.list.map(({ id, title, used }) => [id, title, used])[0]).toEqual([first, 'c', 0]);
    expect(takes(rules, 2)).toEqual(['c', 'b']);
    expect(() => rules.change('no-such', rule('d'))).toThrow('rule: there is no "no-such"');
    expect(() => rules.change(first, rule('d', { times: 0 }))).toThrow('times: expected');
  });

  it.each([0, -1, 1.5, Number.NaN])('refuse to apply %s times', (times) => {
    expect(() => new Rules().add(rule('x', { times }))).toThrow(
      `times: expected a whole number above 0 or "always", got ${times}`,
    );
  });

  it.each([5, null, [], {}, { error: 1 }, { failure: 'x' }, { failure: { kind: 'odd', message: '' } }])(
    'refuse an answer that no hop can have: %j',
    (reply) => {
      expect(() => new Rules().add(rule('x', { outcome: { reply } }))).toThrow(
        'outcome.reply: expected {"value": …}',
      );
    },
  );

  it.each([
    { value: null },
    { value: { error: { code: '1001' } } },
    { failure: { kind: 'timeout', message: 'late' } },
  ])('take an answer that a hop can have: %j', (reply) => {
    const rules = new Rules();
    rules.add(rule('x', { outcome: { reply } }));
    expect(rules.take(hop())?.effect).toEqual({ reply });
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
