import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../contract/openapi/index.ts';
import type { OpenApiRequest } from './handle.ts';
import { exchange, HEADERS, platform, V1 } from './test-platform.ts';

describe('calls that are malformed or not authenticated', () => {
  const code = 'the live code';
  const cases: [string, string, unknown, Partial<OpenApiRequest>, string, RegExp][] = [
    [
      'an unknown path',
      '/v1/authorizations/oops',
      exchange(code),
      {},
      'INVALID_API',
      /No operation at \/v1\/authorizations\/oops\./,
    ],
    ['a very long path', `/${'x'.repeat(5000)}`, exchange(code), {}, 'INVALID_API', /^.{0,300}$/],
    [
      'GET',
      V1.applyToken,
      exchange(code),
      { method: 'GET' },
      'INVALID_API',
      /The method must be POST, not GET\./,
    ],
    ['no body', V1.applyToken, '', {}, 'PARAM_ILLEGAL', /The body must be JSON\./],
    ['a form', V1.applyToken, 'grantType=AUTHORIZATION_CODE', {}, 'PARAM_ILLEGAL', /The body must be JSON\./],
    ['a JSON text', V1.applyToken, '"code"', {}, 'PARAM_ILLEGAL', /The body must be a JSON object\./],
    [
      'a huge body',
      V1.applyToken,
      `"${'x'.repeat(70_000)}"`,
      {},
      'PARAM_ILLEGAL',
      /at most 65536 characters, not 70002\./,
    ],
    ['a missing field', V1.inquiryUserInfo, {}, {}, 'PARAM_ILLEGAL', /accessToken: is required\./],
    [
      'a number for a token',
      V1.cancelToken,
      { accessToken: 1 },
      {},
      'PARAM_ILLEGAL',
      /accessToken: must be a string of 1 to 128 characters\./,
    ],
    [
      'no code',
      V1.applyToken,
      { grantType: 'AUTHORIZATION_CODE' },
      {},
      'PARAM_ILLEGAL',
      /authCode: is required when/,
    ],
    [
      'no client',
      V1.applyToken,
      exchange(code),
      { headers: {} },
      'INVALID_AUTH_CLIENT',
      /The Client-Id header is missing\./,
    ],
    [
      'an empty client',
      V1.applyToken,
      exchange(code),
      { headers: { 'client-id': ' ' } },
      'INVALID_AUTH_CLIENT',
      /missing/,
    ],
    [
      'an unknown client',
      V1.applyToken,
      exchange(code),
      { headers: { 'CLIENT-ID': 'x'.repeat(99) } },
      'INVALID_AUTH_CLIENT',
      /knows no client x{63}…\./,
    ],
    [
      'a suspended client',
      V1.applyToken,
      exchange(code),
      { headers: { 'client-ID': 'bank' } },
      'INVALID_AUTH_CLIENT_STATUS',
      /suspended/,
    ],
  ];

  it.each(cases)(
    '%s: the documented code, a message that says what was expected, and nothing changes',
    (_title, path, body, change, expected, message) => {
      const { wallet, call } = platform();
      wallet.do({ type: 'adoptCode', persona: 'alex', clientId: 'shop', scopes: ['auth_base'], code });
      wallet.do({ type: 'suspendClient', clientId: 'bank', suspended: true });
      const before = wallet.state;
      const answer = call(path, body, change);
      expect(answer.code).toBe(expected);
      expect(answer.result.resultMessage).toMatch(message);
      expect(answer.events).toEqual([]);
      expect(wallet.state).toBe(before);
      expect(answer.status).toBe(200);
      expect(Object.keys(answer.json)).toEqual(['result']);
      expect(call(V1.applyToken, exchange(code)).code).toBe('SUCCESS');
    },
  );

  it('turn a suspended client away from every operation', () => {
    const { wallet, call } = platform();
    const { accessToken, refreshToken } = wallet.login();
    wallet.do({ type: 'suspendClient', clientId: 'shop', suspended: true });
    for (const [path, body] of [
      [V1.applyToken, { grantType: 'REFRESH_TOKEN', refreshToken }],
      [V1.inquiryUserInfo, { accessToken }],
      [V1.cancelToken, { accessToken }],
    ] as const)
      expect(call(path, body).code).toBe('INVALID_AUTH_CLIENT_STATUS');
  });
});

describe('any request', () => {
  it('is found under the prefixes of wallets, with .htm and a query', () => {
    const { wallet, call } = platform();
    const { accessToken } = wallet.login();
    expect(call(`/api/open${V1.inquiryUserInfo}.htm?x=1`, { accessToken }).code).toBe('SUCCESS');
  });

  it('gets an answer whose code is in the table of its operation, and no token unless it succeeded', () => {
    const { wallet, call } = platform();
    const tokens = wallet.login();
    const text = fc.constantFrom(
      'shop',
      'bank',
      'AUTHORIZATION_CODE',
      'REFRESH_TOKEN',
      tokens.accessToken,
      tokens.refreshToken,
      'x',
      '',
      '@',
    );
    const field = fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: fc.jsonValue() });
    const body = fc.record(
      {
        appId: field,
        authClientId: field,
        grantType: field,
        authCode: field,
        refreshToken: field,
        accessToken: field,
        extendInfo: field,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...OPERATIONS.map((operation) => operation.path), '/v1/none'),
        fc.oneof(
          body.map((value) => JSON.stringify(value)),
          fc.string(),
        ),
        fc.constantFrom('POST', 'POST', 'post', 'PUT'),
        fc.constantFrom({}, HEADERS, { 'client-id': 'bank' }),
        (path, sent, method, headers) => {
          const answer = call(path, sent, { method, headers });
          const codes: string[] = answer.operation?.results.map((entry) => entry.code) ?? ['INVALID_API'];
          expect(codes).toContain(answer.code);
          if (answer.result.resultStatus !== 'S') expect(Object.keys(answer.json)).toEqual(['result']);
        },
      ),
      { numRuns: 200 },
    );
  });
});
