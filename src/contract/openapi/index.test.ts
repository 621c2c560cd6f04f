import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepInfo } from '../steps.ts';
import { applyTokenRequestV1, applyTokenRequestV2 } from './apply-token.ts';
import { cancelTokenRequestV1, cancelTokenRequestV2 } from './cancel-token.ts';
import { parseRequest } from './fields.ts';
import { OPERATIONS, operationAt, pathsOf } from './index.ts';
import { inquiryUserInfoRequestV1, inquiryUserInfoRequestV2 } from './inquiry-user-info.ts';
import { resultFrom } from './result.ts';

const COMMON = ['PROCESS_FAIL', 'PARAM_ILLEGAL', 'ACCESS_DENIED', 'INVALID_API'];
const TABLES = {
  applyToken: [
    ...COMMON,
    'AUTH_CLIENT_UNSUPPORTED_GRANT_TYPE',
    'INVALID_AUTH_CLIENT',
    'INVALID_AUTH_CLIENT_STATUS',
    'INVALID_REFRESH_TOKEN',
    'EXPIRED_REFRESH_TOKEN',
    'USED_REFRESH_TOKEN',
    'INVALID_CODE',
    'USED_CODE',
    'EXPIRED_CODE',
    'REFERENCE_CLIENT_ID_NOT_MATCH',
    'EXPIRED_AGENT_TOKEN',
    'INVALID_AGENT_TOKEN',
  ],
  inquiryUserInfo: [
    ...COMMON,
    'INVALID_ACCESS_TOKEN',
    'INVALID_AUTH_CLIENT',
    'EXPIRED_ACCESS_TOKEN',
    'EXPIRED_AGENT_TOKEN',
    'INVALID_AGENT_TOKEN',
    'INVALID_AUTH_CLIENT_STATUS',
  ],
  cancelToken: [
    ...COMMON,
    'INVALID_AUTH_CLIENT_STATUS',
    'INVALID_ACCESS_TOKEN',
    'INVALID_AUTH_CLIENT',
    'EXPIRED_ACCESS_TOKEN',
  ],
} as const;

describe('operations', () => {
  it.each(OPERATIONS.map((operation) => [operation.path, operation] as const))(
    '%s has its complete result table, each code with status, meaning and source',
    (path, operation) => {
      const { name, version, step, results } = operation;
      expect(path.startsWith(`/${version}/`)).toBe(true);
      expect(stepInfo(step)).toMatchObject({ name: `openapi.${name}`, from: 'merchant', to: 'platform' });
      const codes: [string, string][] = results.map((entry) => [entry.code, entry.status]);
      expect(codes).toEqual([
        ['SUCCESS', 'S'],
        ['UNKNOWN_EXCEPTION', 'U'],
        ['REQUEST_TRAFFIC_EXCEED_LIMIT', version === 'v1' ? 'U' : 'F'],
        ...TABLES[name].map((code) => [code, 'F']),
      ]);
      for (const entry of results) {
        expect(entry.message).toMatch(/^[A-Z].{5,}/);
        expect(entry.action).toMatch(/^[A-Z].*\.$/);
        expect(['platform', 'simulator']).toContain(entry.source);
      }
    },
  );

  it('are found at their path, under the prefixes of wallets and with .htm', () => {
    for (const operation of OPERATIONS)
      for (const path of ['', '/api', '/acl/api', '/api/open'].map((prefix) => prefix + operation.path)) {
        expect(operationAt(path)).toBe(operation);
        expect(operationAt(`${path}.htm`)).toBe(operation);
      }
  });

  it.each([
    '',
    '/',
    '/v1/authorizations',
    '/v1/authorizations/applytoken',
    '/v1/authorizations/revoke',
    '/v2/authorizations/cancelToken',
    '/v3/authorizations/applyToken',
    '/other/v1/authorizations/applyToken',
    '/v1/authorizations/applyToken/',
    `/api${'/v1/authorizations/applyToken'.repeat(20)}`,
  ])('are not found at %s', (path) => {
    expect(operationAt(path)).toBeUndefined();
  });

  it('have one path each per version for a merchant to call', () => {
    expect(pathsOf('v1')).toEqual({
      applyToken: '/v1/authorizations/applyToken',
      inquiryUserInfo: '/v1/users/inquiryUserInfo',
      cancelToken: '/v1/authorizations/cancelToken',
    });
    expect(pathsOf('v2')).toEqual({
      applyToken: '/v2/authorizations/applyToken',
      inquiryUserInfo: '/v2/users/inquiryUserInfo',
      cancelToken: '/v2/authorizations/revoke',
    });
  });
});

describe('resultFrom', () => {
  const [operation] = OPERATIONS;

  it('puts what is particular to a call behind the message of the table', () => {
    expect(resultFrom<string>(operation?.results ?? [], 'SUCCESS')).toEqual({
      resultCode: 'SUCCESS',
      resultStatus: 'S',
      resultMessage: 'Success',
    });
    expect(resultFrom<string>(operation?.results ?? [], 'PARAM_ILLEGAL', 'authCode: is required.')).toEqual({
      resultCode: 'PARAM_ILLEGAL',
      resultStatus: 'F',
      resultMessage: 'Illegal parameters. authCode: is required.',
    });
  });

  it('answers no code from outside the table', () => {
    expect(() => resultFrom<string>(operation?.results ?? [], 'INVALID_ACCESS_TOKEN')).toThrow(
      /INVALID_ACCESS_TOKEN is not in the result table: SUCCESS, /,
    );
  });
});

describe('request rules', () => {
  const code = { grantType: 'AUTHORIZATION_CODE', authCode: '1591234560204' };
  const renew = { grantType: 'REFRESH_TOKEN', refreshToken: 'R' };
  const ids = { appId: 'shop', authClientId: 'shop' };
  const long = (n: number) => 'a'.repeat(n);

  it.each([
    ['v1 code', applyTokenRequestV1, code],
    ['v1 refresh', applyTokenRequestV1, renew],
    [
      'v1 with nulls',
      applyTokenRequestV1,
      { ...code, refreshToken: null, extendInfo: null, referenceClientId: null },
    ],
    ['v1 with an unknown field', applyTokenRequestV1, { ...code, more: 1 }],
    ['v1 at the limits', applyTokenRequestV1, { ...code, authCode: long(64), extendInfo: long(4096) }],
    ['v1 of another grant type', applyTokenRequestV1, { grantType: 'authorization_code' }],
    ['v2 code', applyTokenRequestV2, { ...code, ...ids, customerBelongsTo: 'TNG' }],
    ['v1 token', inquiryUserInfoRequestV1, { accessToken: 'A' }],
    ['v2 token', inquiryUserInfoRequestV2, { accessToken: 'A', ...ids }],
    ['v1 cancel', cancelTokenRequestV1, { accessToken: long(128) }],
    ['v2 cancel', cancelTokenRequestV2, { accessToken: 'A', ...ids }],
  ])('%s is accepted', (_title, schema, body) => {
    expect(parseRequest<unknown>(schema, body)).toMatchObject({ ok: true });
  });

  it.each([
    ['no body', applyTokenRequestV1, null, 'The body must be a JSON object.'],
    ['an array', applyTokenRequestV1, [], 'The body must be a JSON object.'],
    ['no grant type', applyTokenRequestV1, {}, 'grantType: is required.'],
    ['a null grant type', applyTokenRequestV1, { grantType: null }, 'grantType: is required.'],
    [
      'a numeric grant type',
      applyTokenRequestV1,
      { grantType: 1 },
      'grantType: must be a string of 1 to 64 characters.',
    ],
    [
      'no code',
      applyTokenRequestV1,
      { grantType: 'AUTHORIZATION_CODE' },
      'authCode: is required when grantType is AUTHORIZATION_CODE.',
    ],
    [
      'an empty code',
      applyTokenRequestV1,
      { ...code, authCode: '' },
      'authCode: must be a string of 1 to 64 characters.',
    ],
    [
      'a long code',
      applyTokenRequestV1,
      { ...code, authCode: long(65) },
      'authCode: must be a string of 1 to 64 characters.',
    ],
    [
      'a masked code with #',
      applyTokenRequestV1,
      { ...code, authCode: '15#91' },
      'authCode: must not contain @, # or ?.',
    ],
    [
      'no refresh token',
      applyTokenRequestV1,
      { ...renew, refreshToken: null },
      'refreshToken: is required when grantType is REFRESH_TOKEN.',
    ],
    [
      'extendInfo as an object',
      applyTokenRequestV1,
      { ...code, extendInfo: {} },
      'extendInfo: must be a string of at most 4096 characters.',
    ],
    [
      'a long extendInfo',
      applyTokenRequestV1,
      { ...code, extendInfo: long(4097) },
      'extendInfo: must be a string of at most 4096 characters.',
    ],
    ['v2 without appId', applyTokenRequestV2, { ...code, authClientId: 'shop' }, 'appId: is required.'],
    [
      'v2 without authClientId',
      inquiryUserInfoRequestV2,
      { accessToken: 'A', appId: 'shop' },
      'authClientId: is required.',
    ],
    [
      'v2 with an id with @',
      cancelTokenRequestV2,
      { accessToken: 'A', ...ids, appId: 'a@b' },
      'appId: must not contain @, # or ?.',
    ],
    ['no access token', cancelTokenRequestV1, {}, 'accessToken: is required.'],
    [
      'a long access token',
      inquiryUserInfoRequestV1,
      { accessToken: long(129) },
      'accessToken: must be a string of 1 to 128 characters.',
    ],
  ])('%s is refused, naming the field', (_title, schema, body, problem) => {
    expect(parseRequest<unknown>(schema, body)).toEqual({ ok: false, problem });
  });

  it('never throw, whatever the body', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        for (const operation of OPERATIONS) {
          const parsed = parseRequest<unknown>(operation.request, body);
          expect(parsed.ok || parsed.problem.length > 0).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
