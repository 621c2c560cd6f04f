import { describe, expect, it } from 'vitest';
import { CONSENT_ENDINGS } from '../consent.ts';
import { DIALECTS, dialectById } from '../dialects/index.ts';
import type { Dialect } from '../dialects/schema.ts';
import { isInstant } from '../instant.ts';
import { JSAPI } from '../jsapi/names.ts';
import { judge } from '../judge.ts';
import { OPERATIONS } from '../openapi/index.ts';
import { FAILURE_KINDS, type FailureKind } from '../outcome.ts';
import { BASE_SERVICE_ERROR_CODE } from '../spi.ts';
import { STEPS, type StepName } from '../steps.ts';
import type { Reply } from '../trace.ts';
import { codeSeen, type Outcome, outcomeById, outcomesFor } from './index.ts';

/** The steps inside my.getAuthCode. */
const INSIDE: StepName[] = [
  'spi.getAuthorizedScopes',
  'spi.getAuthCode',
  'spi.showAuthPage',
  'user.authorize',
  'wallet.submitConsent',
  'wallet.issueCode',
];
const steps: StepName[] = [
  ...STEPS.map((step) => step.name),
  ...Object.keys(JSAPI).map((name): StepName => `jsapi.${name}`),
];
const all = DIALECTS.flatMap((dialect) =>
  [...new Set(steps)].map((step) => ({ dialect, step, outcomes: outcomesFor(step, dialect) })),
);
const inside = (dialect: Dialect): Outcome[] => INSIDE.flatMap((step) => outcomesFor(step, dialect));
const replyOf = (outcome: Outcome): Reply => {
  if (!('reply' in outcome.effect)) throw new Error(`${outcome.id} has no reply`);
  return outcome.effect.reply as unknown as Reply;
};
const judged = (step: StepName, dialect: Dialect) =>
  outcomesFor(step, dialect)
    .filter((outcome) => 'reply' in outcome.effect)
    .map((outcome) => judge(step, replyOf(outcome)));

describe('outcomes', () => {
  it('have an id of their own at each step, a title and one sentence', () => {
    for (const { step, outcomes } of all) {
      expect(new Set(outcomes.map((outcome) => outcome.id)).size, step).toBe(outcomes.length);
      for (const { id, title, when } of outcomes) {
        expect(id).toMatch(/^[a-z0-9_-]+$/);
        expect(title, id).not.toMatch(/\.$|undefined/);
        expect(when, `${step} ${id}`).toMatch(/^[A-Z"].+\.$/);
      }
    }
  });

  it('are data: JSON that comes back the same', () => {
    for (const { outcomes } of all) expect(JSON.parse(JSON.stringify(outcomes))).toEqual(outcomes);
  });

  it('are there for every step between two actors, and not for inputs and listeners', () => {
    const without = all.filter(({ outcomes }) => outcomes.length === 0).map(({ step }) => step);
    expect([...new Set(without)].sort()).toEqual(
      [
        'user.input',
        ...Object.entries(JSAPI)
          .filter(([, info]) => info.kind === 'event')
          .map(([name]) => `jsapi.${name}`),
      ].sort(),
    );
  });

  it('let every step hang, be slow, late, lost or answered twice; what is answered in the frame comes at once', () => {
    for (const { step, outcomes } of all) {
      if (outcomes.length === 0) continue;
      const kinds = new Set(outcomes.flatMap((outcome) => Object.keys(outcome.effect)));
      const onTheWay = isInstant(step) ? [] : ['never', 'drop', 'delay', 'late', 'twice'];
      expect(kinds, step).toEqual(new Set(['reply', ...onTheWay]));
    }
  });

  it('let every step answer with something of the wrong shape; the page writes and hears nothing', () => {
    for (const { step, outcomes } of all)
      if (outcomes.length > 0 && step !== 'html5.storage')
        expect(
          outcomes.map(({ id }) => id),
          step,
        ).toContain('malformed');
  });

  it('are found by id', () => {
    for (const dialect of DIALECTS) {
      expect(outcomeById('user.authorize', dialect, 'close')?.ends).toBe('dismissed');
      expect(outcomeById('user.authorize', dialect, 'nothing-like-it')).toBeUndefined();
    }
  });
});

describe.each(DIALECTS)('every documented code can be reached under $id', (dialect) => {
  it("each code of the dialect's error table, by something that happens inside my.getAuthCode", () => {
    const reached = new Set(inside(dialect).map((outcome) => codeSeen(outcome, dialect)));
    for (const { code } of dialect.codes) expect(reached, String(code)).toContain(code);
  });

  it('each code of its error table, directly at jsapi.getAuthCode', () => {
    const given = judged('jsapi.getAuthCode', dialect);
    for (const { code } of dialect.codes)
      expect(given).toContainEqual({ verdict: 'failed', code: String(code) });
  });

  it('every ending, except those that are made by the call itself or by the host', () => {
    const reached = new Set(inside(dialect).map((outcome) => outcome.ends));
    const byTheCall: FailureKind[] = ['badArguments', 'noScope', 'firstScreen', 'hostFailure'];
    for (const kind of FAILURE_KINDS)
      expect([kind, reached.has(kind)]).toEqual([kind, !byTheCall.includes(kind)]);
    expect(reached).toContain('granted');
  });

  it.each(['spi.getAuthorizedScopes', 'spi.getAuthCode', 'spi.showAuthPage'] as const)(
    'the six codes of document 000 at %s',
    (step) => {
      for (const code of Object.values(BASE_SERVICE_ERROR_CODE))
        expect(judged(step, dialect)).toContainEqual({ verdict: 'failed', code });
    },
  );

  it('every result code of the OpenAPI version that its merchant speaks', () => {
    for (const operation of OPERATIONS.filter((one) => one.version === dialect.openapi.version))
      for (const { code, status } of operation.results)
        if (status !== 'S')
          expect(judged(operation.step, dialect)).toContainEqual({ verdict: 'failed', code });
  });

  it('every ending of the consent dialog', () => {
    const codes = judged('user.authorize', dialect).flatMap(({ code }) => code ?? []);
    expect(new Set(codes)).toEqual(new Set(CONSENT_ENDINGS));
  });

  it('agreement to nothing only where the dialog has a tick for each scope', () => {
    const found = outcomeById('user.authorize', dialect, 'agree-to-nothing') !== undefined;
    expect(found).toBe(dialect.consent.perScopeTicks);
  });

  it('HTTP 404 and 500, and the network codes, at merchant.request', () => {
    const codes = judged('merchant.request', dialect).map((one) => one.code);
    expect(codes).toEqual(expect.arrayContaining(['404', '500', '12', '13', '14', '19', '20', '23']));
  });
});

describe('the code that a mini program sees', () => {
  it.each([
    ['user.authorize', 'reject', 1001, 11, 11, 11],
    ['user.authorize', 'close', 1001, 11, 11, 10],
    ['user.authorize', 'escape', 1001, 11, 11, 3],
    ['user.authorize', 'background', 1001, 11, 10, 10],
    ['user.authorize', 'timeout', 1003, 10, 10, 12],
    ['spi.getAuthCode', 'empty', 1000, 10, 10, 10],
    ['spi.getAuthCode', 'threw', 1002, 3, 1000, 12],
    ['spi.getAuthCode', 'user-cancel', 1001, 11, 1001, 11],
    ['spi.getAuthCode', 'system-error', 1000, 3, 1005, 3],
    ['spi.getAuthCode', 'never', 1003, 10, 10, 12],
    ['spi.getAuthorizedScopes', 'pending', 1002, 3, 1000, 12],
    ['spi.getAuthorizedScopes', 'no-scopes', 3, 2, 3, 4],
    ['spi.showAuthPage', 'pending', 2001, 3, 3, 3],
    ['wallet.issueCode', 'timeout', 1003, 10, 10, 12],
    ['user.authorize', 'agree', undefined, undefined, undefined, undefined],
    ['merchant.request', 'http-500', undefined, undefined, undefined, undefined],
    ['openapi.applyToken', 'never', undefined, undefined, undefined, undefined],
  ] as const)(
    '%s, %s: %s in document 001, %s in document 004, %s in besuperapp, %s in alipay-cn',
    (step, id, ...codes) => {
      const seen = (name: string) => {
        const dialect = dialectById(name);
        const outcome = dialect && outcomeById(step, dialect, id);
        if (!outcome) throw new Error(`no outcome ${id} at ${step} under ${name}`);
        return codeSeen(outcome, dialect);
      };
      expect(['qi', 'mini-program-platform', 'besuperapp', 'alipay-cn'].map(seen)).toEqual(codes);
    },
  );
});
