import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakpointSchema, type NewBreakpoint, type NewRule, ruleSchema } from '../../../contract/rule.ts';
import { breakpointDraft, readBreakpoint } from './breakpoint-draft.ts';
import { readRule, ruleDraft, whatsAt } from './rule-draft.ts';

const STEP = fc.constantFrom('spi.getAuthCode', 'jsapi.alert', 'merchant.request');
const NAME = fc.stringMatching(/^[a-z_]{1,12}$/);
const COUNT = fc.integer({ min: 1, max: 1_000_000 });
const MS = fc.integer({ min: 0, max: 100_000_000 });
const MATCH = fc
  .record({ program: NAME, persona: NAME, scope: NAME }, { requiredKeys: [] })
  .filter((match) => Object.keys(match).length > 0);
const DELAY = fc.oneof(
  MS,
  fc.record({ uniform: fc.tuple(MS, MS) }),
  fc.record({
    logNormal: fc.record({ median: MS, sigma: fc.integer({ min: 0, max: 40 }).map((n) => n / 10) }),
  }),
);
const OUTCOME = fc.oneof(
  fc.constantFrom('service-down', 'timeout'),
  fc.record({ delay: DELAY }),
  fc.record({ late: DELAY }),
  fc.constantFrom({ never: true as const }, { drop: true as const }, { twice: true as const }),
  fc.record({ reply: fc.record({ value: fc.jsonValue() }) }),
);
const RULE = fc.record(
  { at: STEP, outcome: OUTCOME, match: MATCH, from: COUNT, times: fc.oneof(COUNT, fc.constant('always')) },
  { requiredKeys: ['at', 'outcome'] },
);

/** What is the default need not be said. */
function short({ from, times, ...rule }: NewRule): NewRule {
  return {
    ...rule,
    ...(from === undefined || from === 1 ? {} : { from }),
    ...(times === undefined || times === 1 ? {} : { times }),
  };
}

describe('the form of a rule', () => {
  it('gives back every rule as it was', () => {
    fc.assert(
      fc.property(RULE, (given) => {
        const rule = JSON.parse(JSON.stringify(given)) as NewRule;
        const read = readRule(ruleDraft(rule), ['service-down', 'timeout']);
        if (!('rule' in read)) throw new Error(JSON.stringify(read));
        expect(short(read.rule)).toEqual(short(rule));
        expect(ruleSchema.safeParse(read.rule).success).toBe(true);
      }),
    );
  });

  it('knows a documented outcome by its effect', () => {
    const draft = ruleDraft({ at: 'spi.getAuthCode', outcome: { never: true } }, () => 'hangs');
    expect([draft.what, draft.outcome]).toEqual(['documented', 'hangs']);
  });

  it('offers no delay where the answer comes at once, and takes none', () => {
    const draft = { ...ruleDraft({ at: 'jsapi.getStorageSync' }), what: 'delay' as const, outcome: 'full' };
    expect(whatsAt(draft.at)).toEqual(['documented', 'reply']);
    expect(readRule(draft, ['full'])).toEqual({ rule: { at: 'jsapi.getStorageSync', outcome: 'full' } });
  });

  const good = { ...ruleDraft({ at: 'spi.getAuthCode' }), what: 'never' as const };
  it.each([
    ['no step', { at: 'getAuthCode' }, { at: 'step' }],
    ['a step that is only observed', { at: 'user input' }, { at: 'step' }],
    ['an outcome that the step does not have', { what: 'documented', outcome: 'x' }, { outcome: 'outcome' }],
    ['a delay that is no number', { what: 'delay', ms: 'soon' }, { ms: 'ms' }],
    ['a delay below 0', { what: 'late', ms: '-1' }, { ms: 'ms' }],
    [
      'bounds that are none',
      { what: 'delay', spread: 'uniform', low: '', high: 'x' },
      { low: 'ms', high: 'ms' },
    ],
    ['a sigma over 4', { what: 'delay', spread: 'logNormal', sigma: '5' }, { sigma: 'sigma' }],
    ['an answer that is not JSON', { what: 'reply', reply: '{' }, { reply: 'reply' }],
    ['an answer that is none', { what: 'reply', reply: '{"authCode":"x"}' }, { reply: 'reply' }],
    ['a count of 0', { often: 'firstN', n: '0' }, { n: 'count' }],
    ['times that are none', { often: 'own', from: '2', times: 'often' }, { times: 'times' }],
    ['a scope that is too long', { scope: 'x'.repeat(301) }, { scope: 'text' }],
  ] as const)('says what is wrong: %s', (_name, change, problems) => {
    expect(readRule({ ...good, ...change }, [])).toEqual({ problems });
  });
});

describe('the form of a breakpoint', () => {
  it('gives back every breakpoint as it was', () => {
    const breakpoints = fc.record(
      { at: STEP, where: fc.constantFrom('request', 'answer'), match: MATCH, nth: COUNT },
      { requiredKeys: ['at', 'where'] },
    );
    fc.assert(
      fc.property(breakpoints, (given) => {
        const breakpoint = given as NewBreakpoint;
        const read = readBreakpoint(breakpointDraft(breakpoint));
        expect(read).toEqual({ breakpoint });
        expect(breakpointSchema.safeParse(breakpoint).success).toBe(true);
      }),
    );
  });

  it.each([
    ['no step', { at: 'alert' }, { at: 'step' }],
    ['a step that is answered in the frame', { at: 'jsapi.getStorageSync' }, { at: 'observed' }],
    ['an n that is no number', { nth: 'third' }, { nth: 'count' }],
    ['an n of 0', { nth: '0' }, { nth: 'count' }],
  ] as const)('says what is wrong: %s', (_name, change, problems) => {
    expect(readBreakpoint({ ...breakpointDraft({ at: 'jsapi.alert' }), ...change })).toEqual({ problems });
  });
});
