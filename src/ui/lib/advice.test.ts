import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { Dialect } from '../../contract/dialects/schema.ts';
import { placeOfStep } from '../../contract/documents.ts';
import { JSAPI } from '../../contract/jsapi/names.ts';
import { judge } from '../../contract/judge.ts';
import { OPERATIONS } from '../../contract/openapi/index.ts';
import { FAILURE_KINDS } from '../../contract/outcome.ts';
import { type Outcome, outcomesFor } from '../../contract/outcomes/index.ts';
import { NETWORK_CODES } from '../../contract/outcomes/merchant.ts';
import { BASE_SERVICE_ERROR_CODE } from '../../contract/spi.ts';
import { STEPS, type StepName, stepInfo } from '../../contract/steps.ts';
import type { Reply } from '../../contract/trace.ts';
import { EXPLAIN } from '../../messages/explain.ts';
import { LANGUAGES, messagesFor } from '../../messages/index.ts';
import { adviceFor, type Ended, walletText } from './advice.ts';

const CHINESE = /\p{Script=Han}/u;
/** Every hop that there can be: listeners and my.call itself are none. */
const steps: StepName[] = [
  ...STEPS.map(({ name }) => name),
  ...Object.entries(JSAPI).flatMap(([name, { kind }]): StepName[] =>
    kind === 'async' || kind === 'sync' ? [`jsapi.${name}`] : [],
  ),
];

/** The end of a step by an outcome, as the hop list would have it. */
function ended(step: StepName, { effect, ends }: Outcome, dialect: Dialect): Ended {
  const base = { step, abandoned: undefined, code: undefined, reply: undefined, kind: undefined, dialect };
  if ('drop' in effect) return { ...base, status: 'gone', abandoned: 'dropped' };
  if (!('reply' in effect)) return { ...base, status: 'never' in effect ? 'waiting' : 'ok' };
  const reply = effect.reply as unknown as Reply;
  const { verdict, code } = judge(step, reply);
  const kind = step === 'jsapi.getAuthCode' ? undefined : FAILURE_KINDS.find((one) => one === ends);
  return { ...base, status: verdict, code, kind, reply: 'value' in reply ? reply.value : undefined };
}

describe.each(LANGUAGES)('what is said of a step, in %s', async (language) => {
  const m = await messagesFor(language);
  const e = EXPLAIN[language];
  const isText = (text: string | undefined) =>
    text !== undefined && text.trim() !== '' && (language === 'en' || CHINESE.test(text));

  it.each(steps)('%s: what a wallet does, what to do with each answer, and where to read it', (step) => {
    expect(isText(walletText(m, e, step))).toBe(true);
    for (const dialect of DIALECTS) {
      expect(placeOfStep(step, stepInfo(step).source, dialect).section).not.toBe('');
      for (const status of ['ok', 'failed', 'waiting', 'stopped', 'gone'] as const)
        expect(
          isText(
            adviceFor(m, e, {
              step,
              status,
              code: undefined,
              abandoned: 'callerGone',
              kind: undefined,
              reply: {},
              dialect,
            }),
          ),
          status,
        ).toBe(true);
      for (const outcome of outcomesFor(step, dialect))
        expect(isText(adviceFor(m, e, ended(step, outcome, dialect))), `${dialect.id} ${outcome.id}`).toBe(
          true,
        );
    }
  });

  it('every my.* call has words of its own', () => {
    const any = m.stepTexts.anyJsapi('x');
    for (const step of steps.filter((name) => name.startsWith('jsapi.')))
      expect([walletText(m, e, step), step]).not.toEqual([any.wallet, step]);
  });

  it('every code of every document has advice of its own', () => {
    const codes = (table: object, wanted: readonly string[]) =>
      wanted.filter((code) => !Object.hasOwn(table, code));
    expect(
      codes(
        e.results,
        OPERATIONS.flatMap(({ results }) => results.map(({ code }) => code)),
      ),
    ).toEqual([]);
    expect(
      codes(
        e.network,
        NETWORK_CODES.map(({ code }) => String(code)),
      ),
    ).toEqual([]);
    expect(codes(e.spi, Object.values(BASE_SERVICE_ERROR_CODE))).toEqual([]);
    expect(
      codes(e.endings, ['agree', 'reject', 'close', 'escape', 'background', 'timeout', 'failed']),
    ).toEqual([]);
    expect(codes(m.stepTexts.failures, FAILURE_KINDS)).toEqual([]);
    for (const dialect of DIALECTS)
      for (const step of steps)
        for (const outcome of outcomesFor(step, dialect)) {
          const end = ended(step, outcome, dialect);
          if (end.status !== 'failed' || outcome.id === 'malformed') continue;
          const fallbacks = [e.jsapiOther, e.resultOther];
          // The document lists it, and no ending of the engine comes to it: nothing more is known.
          expect(fallbacks, `${dialect.id} ${step} ${outcome.id}`).not.toContain(adviceFor(m, e, end));
        }
  });

  it('the same code means what the dialect means by it', () => {
    const advice = (dialect: string, code: string) =>
      adviceFor(m, e, {
        step: 'jsapi.getAuthCode',
        status: 'failed',
        code,
        abandoned: undefined,
        kind: undefined,
        reply: { fail: { error: Number(code) } },
        dialect: DIALECTS.find(({ id }) => id === dialect),
      });
    expect(advice('qi', '1001')).toBe(m.stepTexts.failures.rejected);
    expect(advice('mini-program-platform', '11')).toBe(m.stepTexts.failures.rejected);
    expect(advice('mini-program-platform', '10')).toBe(m.stepTexts.failures.timeout);
    expect(advice('qi', '1003')).toBe(m.stepTexts.failures.timeout);
  });

  it('a success is read, too', () => {
    const success = (value: unknown) =>
      adviceFor(m, e, {
        step: 'jsapi.getAuthCode',
        status: 'ok',
        code: undefined,
        abandoned: undefined,
        kind: undefined,
        reply: { success: value },
        dialect: undefined,
      });
    expect(success({ authCode: 'x', authErrorScopes: {} })).toBe(
      m.stepTexts.texts['jsapi.getAuthCode']?.yours,
    );
    expect(success({ authCode: 'x', authErrorScopes: { USER_NAME: '10001' } })).toBe(e.partly);
    expect(success({})).toBe(e.noCode);
    expect(success('OK')).toBe(e.jsapiNoShape);
  });
});
