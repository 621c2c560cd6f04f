import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuthOutcome, FAILURE_KINDS, type FailureKind, type RefusalReason } from '../outcome.ts';
import { DIALECTS, dialectById } from './index.ts';
import type { Dialect } from './schema.ts';
import {
  explainTranslation,
  isSilent,
  MAX_SCOPE_LENGTH,
  MAX_SCOPES,
  readScopes,
  scopeWords,
  spiCodeToFailure,
  toJsapi,
} from './translate.ts';

function dialect(id: string): Dialect {
  const found = dialectById(id);
  if (!found) throw new Error(`no dialect ${id}`);
  return found;
}
const qi = dialect('qi');
const platform = dialect('mini-program-platform');
const guide = dialect('guide-002');
const mixed = dialect('besuperapp');
const china = dialect('alipay-cn');

const failed = (kind: FailureKind, refused: Record<string, RefusalReason> = {}): AuthOutcome => ({
  kind,
  detail: '',
  refused,
});

describe('from outcome to what the mini program sees', () => {
  type Row = [outcome: string, kind: FailureKind, qi: number, platform: number, mixed: number, china: number];
  const table: Row[] = [
    ['Reject', 'rejected', 1001, 11, 11, 11],
    ['closed', 'dismissed', 1001, 11, 11, 10],
    ['Escape or Back', 'backedOut', 1001, 11, 11, 3],
    ['the app goes to the background', 'backgrounded', 1001, 11, 10, 10],
    ['SPI 1001', spiCodeToFailure('1001'), 1001, 11, 1001, 11],
    ['nobody answers in time; the service hangs', 'timeout', 1003, 10, 10, 12],
    ['SPI 1003', spiCodeToFailure('1003'), 1003, 10, 10, 12],
    ['the service throws', 'serviceError', 1002, 3, 1000, 12],
    ['SPI 1002', spiCodeToFailure('1002'), 1002, 3, 1000, 12],
    ['SPI 1005', spiCodeToFailure('1005'), 1000, 3, 1005, 3],
    ['SPI 1000', spiCodeToFailure('1000'), 1000, 3, 1000, 3],
    ['wrong shape', 'unknownError', 1000, 3, 1000, 3],
    ['an SPI code that document 000 does not list', spiCodeToFailure('1004'), 1000, 3, 1000, 3],
    ['a result without authCode', 'emptyCode', 1000, 10, 10, 10],
    ['2001 still standing', spiCodeToFailure('2001'), 2001, 3, 3, 3],
    ['bad arguments', 'badArguments', 3, 2, 3, 3],
    ['no scope is known', 'noScope', 3, 2, 3, 3],
    ['no known scope may be granted', 'noPermission', 3, 2, 3, 4],
    ['consent refused on the first screen', 'firstScreen', 3, 3, 3, 3],
    ['host or bridge failure', 'hostFailure', 3, 3, 3, 3],
  ];

  it.each(table)(
    '%s (%s): %i in document 001 and 002, %i in document 004, %i in besuperapp, %i in alipay-cn',
    (_, kind, inQi, inPlatform, inMixed, inChina) => {
      expect(toJsapi(qi, failed(kind))).toMatchObject({ fail: { error: inQi } });
      expect(toJsapi(guide, failed(kind))).toEqual(toJsapi(qi, failed(kind)));
      expect(toJsapi(platform, failed(kind))).toMatchObject({ fail: { error: inPlatform } });
      expect(toJsapi(mixed, failed(kind))).toMatchObject({ fail: { error: inMixed } });
      expect(toJsapi(china, failed(kind))).toMatchObject({ fail: { error: inChina } });
    },
  );

  it('has a row for every kind of failure', () => {
    expect(new Set(table.map(([, kind]) => kind))).toEqual(new Set(FAILURE_KINDS));
  });
});

describe('the success payload', () => {
  const granted = (refused: Record<string, RefusalReason> = {}): AuthOutcome => ({
    kind: 'granted',
    authCode: '1591000000204',
    granted: ['auth_base'],
    refused,
  });

  it('has authCode alone in document 001 when everything was granted, as its sample', () => {
    expect(toJsapi(qi, granted())).toEqual({ success: { authCode: '1591000000204' } });
  });

  it('has both scope fields in document 001 when some scopes were not granted', () => {
    expect(toJsapi(qi, granted({ auth_user: 'refused' }))).toEqual({
      success: {
        authCode: '1591000000204',
        authSuccessScopes: ['auth_base'],
        authErrorScopes: { auth_user: '10001' },
      },
    });
  });

  it('always has both scope fields in document 004, authErrorScopes {} when nothing was refused', () => {
    expect(toJsapi(platform, granted())).toEqual({
      success: { authCode: '1591000000204', authSuccessScopes: ['auth_base'], authErrorScopes: {} },
    });
    expect(toJsapi(platform, granted({ auth_user: 'unknown' }))).toMatchObject({
      success: { authErrorScopes: { auth_user: '10001' } },
    });
  });

  it("gives the service's own code for a refused scope where it gave one", () => {
    const outcome: AuthOutcome = {
      ...granted({ USER_NAME: 'service', auth_user: 'refused' }),
      serviceCodes: { USER_NAME: '40006' },
    };
    expect(toJsapi(qi, outcome)).toMatchObject({
      success: { authErrorScopes: { USER_NAME: '40006', auth_user: '10001' } },
    });
  });

  it('can leave both scope fields out', () => {
    const bare: Dialect = {
      ...platform,
      success: { ...platform.success, authSuccessScopes: 'never', authErrorScopes: 'never' },
    };
    expect(toJsapi(bare, granted({ auth_user: 'refused' }))).toEqual({
      success: { authCode: '1591000000204' },
    });
  });
});

describe('the failure payload', () => {
  const rejected = failed('rejected', { auth_user: 'refused' });

  it('carries both documented shapes at once when scopes were refused', () => {
    expect(toJsapi(qi, rejected)).toEqual({
      fail: { error: 1001, errorMessage: 'ERROR_CODE_USER_CANCEL', authErrorScopes: { auth_user: '10001' } },
    });
    expect(toJsapi(platform, rejected)).toEqual({
      fail: {
        error: 11,
        errorMessage: "User's authorization is cancelled",
        authErrorScopes: { auth_user: '10001' },
      },
    });
  });

  it('has no authErrorScopes when no scope was refused', () => {
    expect(toJsapi(qi, failed('timeout'))).toEqual({
      fail: { error: 1003, errorMessage: 'ERROR_CODE_TIMEOUT' },
    });
  });

  it('is either shape alone when the switch says so', () => {
    expect(toJsapi(qi, rejected, { failureShape: 'error' })).toEqual({
      fail: { error: 1001, errorMessage: 'ERROR_CODE_USER_CANCEL' },
    });
    expect(toJsapi(qi, rejected, { failureShape: 'authErrorScopes' })).toEqual({
      fail: { authErrorScopes: { auth_user: '10001' } },
    });
    expect(toJsapi(qi, failed('timeout'), { failureShape: 'authErrorScopes' })).toEqual({
      fail: { authErrorScopes: {} },
    });
    const inDialect: Dialect = { ...qi, failure: { ...qi.failure, shape: 'error' } };
    expect(toJsapi(inDialect, rejected)).toEqual(toJsapi(qi, rejected, { failureShape: 'error' }));
    expect(toJsapi(inDialect, rejected, { failureShape: 'both' })).toEqual(toJsapi(qi, rejected));
  });

  it('is error and errorMessage alone in the wallets whose pages show no other', () => {
    expect(toJsapi(mixed, rejected)).toEqual({
      fail: { error: 11, errorMessage: "User's authorization is cancelled" },
    });
    expect(toJsapi(china, rejected)).toEqual({ fail: { error: 11, errorMessage: '用户取消授权' } });
  });

  it('corrects the slip of document 001 in the message of 2001', () => {
    expect(toJsapi(qi, failed('pending'))).toEqual({
      fail: { error: 2001, errorMessage: 'ERROR_CODE_AUTH_PENDING_AGREEMENT' },
    });
  });
});

describe('any outcome under any dialect', () => {
  const scopes = fc.uniqueArray(
    fc.oneof(
      fc.constantFrom('auth_base', 'auth_user', '__proto__'),
      fc.string({ minLength: 1, maxLength: 64 }),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  const reasons = fc.constantFrom<RefusalReason>(
    'unknown',
    'notApplied',
    'notSupported',
    'refused',
    'service',
  );
  const outcomes = scopes.chain((requested) =>
    fc.record({
      requested: fc.constant(requested),
      dialect: fc.constantFrom(...DIALECTS),
      shape: fc.constantFrom('both', 'error', 'authErrorScopes', undefined),
      outcome: fc
        .record({
          kind: fc.constantFrom('granted' as const, ...FAILURE_KINDS),
          keep: fc.array(fc.boolean(), { minLength: requested.length, maxLength: requested.length }),
          reason: reasons,
          own: fc.boolean(),
        })
        .map(({ kind, keep, reason, own }): AuthOutcome => {
          const lost = requested.filter((_, i) => keep[i] === false);
          const refused = Object.fromEntries(lost.map((scope) => [scope, reason]));
          const codes = own
            ? { serviceCodes: Object.fromEntries(lost.map((scope) => [scope, '40006'])) }
            : {};
          return kind === 'granted'
            ? {
                kind,
                authCode: '0000000001T1',
                granted: requested.filter((_, i) => keep[i]),
                refused,
                ...codes,
              }
            : { kind, detail: 'userId 42 token secret', refused, ...codes };
        }),
    }),
  );
  const options = (shape: 'both' | 'error' | 'authErrorScopes' | undefined) =>
    shape === undefined ? {} : { failureShape: shape };

  it('gives exactly one of success and fail, success only when granted', () => {
    fc.assert(
      fc.property(outcomes, ({ dialect, outcome, shape }) => {
        expect(Object.keys(toJsapi(dialect, outcome, options(shape)))).toEqual([
          outcome.kind === 'granted' ? 'success' : 'fail',
        ]);
      }),
    );
  });

  it("takes code and message from the dialect's data, and no scope but those asked for", () => {
    fc.assert(
      fc.property(outcomes, ({ dialect, outcome, shape, requested }) => {
        const translated = toJsapi(dialect, outcome, options(shape));
        const payload = 'success' in translated ? translated.success : translated.fail;
        if ('error' in payload) {
          const line = dialect.codes.find((code) => code.code === payload.error);
          expect(line?.message).toBe(payload.errorMessage);
        }
        const { authErrorScopes = {}, authSuccessScopes = [] } = payload;
        for (const scope of [...Object.keys(authErrorScopes as object), ...(authSuccessScopes as string[])])
          expect(requested).toContain(scope);
        for (const code of Object.values(authErrorScopes as object)) expect(code).toMatch(/^(10001|40006)$/);
      }),
    );
  });

  it('never carries more than the documented fields: no user id, no token, no detail', () => {
    fc.assert(
      fc.property(outcomes, ({ dialect, outcome, shape }) => {
        const translated = toJsapi(dialect, outcome, options(shape));
        const payload = 'success' in translated ? translated.success : translated.fail;
        const allowed =
          'success' in translated
            ? ['authCode', 'authSuccessScopes', 'authErrorScopes']
            : ['error', 'errorMessage', 'authErrorScopes'];
        for (const key of Object.keys(payload)) expect(allowed).toContain(key);
        expect(JSON.stringify(payload)).not.toMatch(/userId 42|token secret/);
      }),
    );
  });

  it('is explained part by part, each with a source', () => {
    fc.assert(
      fc.property(outcomes, ({ dialect, outcome, shape }) => {
        const translated = toJsapi(dialect, outcome, options(shape));
        const [side, payload] =
          'success' in translated ? ['success', translated.success] : ['fail', translated.fail];
        const lines = explainTranslation(dialect, outcome, options(shape));
        expect(lines.map((line) => line.part)).toEqual(
          Object.keys(payload ?? {}).map((key) => `${side}.${key}`),
        );
        for (const line of lines) expect(line.text.length).toBeGreaterThan(5);
      }),
    );
  });
});

describe('explaining a translation', () => {
  it('names the line of the dialect, its source and the further action of document 004', () => {
    expect(explainTranslation(platform, failed('rejected'))[0]).toMatchObject({
      part: 'fail.error',
      field: 'failures.rejected',
      source: '004',
      furtherAction: expect.stringContaining('purpose and necessity'),
    });
    expect(explainTranslation(qi, failed('systemError'))[0]).toMatchObject({
      field: 'failures.systemError',
      source: 'simulator',
      text: expect.stringContaining('1005'),
    });
  });
});

describe('reading the parameter scopes', () => {
  const loose: Dialect = {
    ...qi,
    scopesParameter: { array: true, string: true, default: ['auth_base'], source: 'platform' },
  };

  it('alipay-cn: a string or an array, auth_base when absent', () => {
    expect(readScopes(china, 'auth_user')).toEqual({ scopes: ['auth_user'] });
    expect(readScopes(china, ['auth_user', 'auth_base'])).toEqual({ scopes: ['auth_user', 'auth_base'] });
    expect(readScopes(china, undefined)).toEqual({ scopes: ['auth_base'] });
    expect(readScopes(china, [])).toHaveProperty('problem');
  });

  it.each([qi, platform, guide, mixed])('$title: an array only, and required', (document) => {
    expect(readScopes(document, ['auth_user', 'auth_base', 'auth_user'])).toEqual({
      scopes: ['auth_user', 'auth_base'],
    });
    for (const bad of ['auth_base', undefined, null, 7, {}, true, [], [7], [''], ['a', null]])
      expect(readScopes(document, bad)).toEqual({
        problem: expect.stringMatching(/^scopes(\[\d+\])?: expected /),
      });
  });

  it('takes a bare string, or a default when absent, where the dialect says so', () => {
    expect(readScopes(loose, 'auth_user')).toEqual({ scopes: ['auth_user'] });
    expect(readScopes(loose, undefined)).toEqual({ scopes: ['auth_base'] });
    const textOnly: Dialect = { ...loose, scopesParameter: { ...loose.scopesParameter, array: false } };
    expect(readScopes(textOnly, ['auth_user'])).toEqual({
      problem: 'scopes: expected a string, found an array.',
    });
  });

  it('keeps an unknown scope: whether it can be granted is decided later', () => {
    expect(readScopes(qi, ['codice_fiscale'])).toEqual({ scopes: ['codice_fiscale'] });
  });

  it('is bounded', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `S${i}`);
    expect(readScopes(qi, many(MAX_SCOPES))).toHaveProperty('scopes');
    expect(readScopes(qi, many(MAX_SCOPES + 1))).toHaveProperty('problem');
    expect(readScopes(qi, ['x'.repeat(MAX_SCOPE_LENGTH)])).toHaveProperty('scopes');
    expect(readScopes(qi, ['x'.repeat(MAX_SCOPE_LENGTH + 1)])).toHaveProperty('problem');
  });

  it('never throws and never answers more than was asked, whatever comes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DIALECTS, loose), fc.anything(), (document, value) => {
        const read = readScopes(document, value);
        if ('scopes' in read) {
          expect(read.scopes.length).toBeGreaterThan(0);
          expect(new Set(read.scopes).size).toBe(read.scopes.length);
        } else expect(read.problem).toMatch(/^scopes/);
      }),
    );
  });
});

describe('a scope in words', () => {
  it("is ours for the documents' scopes, the wallet's for its own, else its name", () => {
    expect(scopeWords(china, 'auth_base')).toBe('Know your user ID');
    expect(scopeWords(china, 'auth_zhima')).toBe("Authorized to obtain the user's Zhima credit information.");
    expect(scopeWords(qi, 'auth_zhima')).toBe('auth_zhima');
  });
});

describe('silence', () => {
  const silent = (document: Dialect, policy: string) =>
    document.scopes.map((scope) => scope.name).filter((name) => isSilent(document, name, policy));

  it("document 001: the table's four scopes by default, auth_base alone by the note", () => {
    expect(silent(qi, 'table')).toEqual(['auth_base', 'USER_ID', 'USER_LOGIN_ID', 'HASH_LOGIN_ID']);
    expect(silent(qi, 'note')).toEqual(['auth_base']);
    expect(qi.silentPolicies[0]?.id).toBe('table');
  });

  it('document 002 as document 001, for the scopes that it lists', () => {
    expect(silent(guide, 'table')).toEqual(['USER_ID', 'USER_LOGIN_ID', 'HASH_LOGIN_ID', 'auth_base']);
    expect(silent(guide, 'note')).toEqual(['auth_base']);
  });

  it('document 004, besuperapp and alipay-cn: auth_base alone', () => {
    expect(silent(platform, 'document')).toEqual(['auth_base']);
    expect(silent(mixed, 'workspace')).toEqual(['auth_base']);
    expect(silent(china, 'page')).toEqual(['auth_base']);
  });

  it('reads an unknown policy as the first, and an unknown scope as not silent', () => {
    expect(silent(qi, 'constructor')).toEqual(silent(qi, 'table'));
    expect(isSilent(qi, 'USER_NICKNAME', 'table')).toBe(false);
    expect(isSilent(qi, '__proto__', 'table')).toBe(false);
  });
});
