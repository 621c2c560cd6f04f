import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATIONS, pathsOf } from '../../contract/openapi/index.ts';
import type { Persona } from '../../contract/persona.ts';
import { TestWallet } from '../wallet/test-wallet.ts';
import { handleOpenApi, type OpenApiContext, type OpenApiRequest } from './handle.ts';

const alex: Persona = {
  id: 'alex',
  title: 'Alex Tan',
  description: '',
  status: 'ACTIVE',
  profile: { userId: '216610', nickName: 'Lex', userName: { fullName: 'Alex Tan' }, avatar: 'a.png' },
  grants: {},
};
const personas: Record<string, Persona> = {
  alex,
  ice: { ...alex, id: 'ice', status: 'FROZEN' },
  gone: { ...alex, id: 'gone', status: 'INACTIVE' },
};
const HEADERS = { 'Client-Id': 'shop', 'Content-Type': 'application/json; charset=UTF-8' };
const V1 = pathsOf('v1');
const V2 = pathsOf('v2');

/** A platform over a test wallet: requests in, answers out, their events recorded. */
function platform() {
  const wallet = new TestWallet({
    persona: (id) => personas[id] && { userId: personas[id].profile.userId, status: personas[id].status },
  });
  let calls = 0;
  const call = (
    path: string,
    body: unknown,
    change: Partial<OpenApiRequest> = {},
    context: Partial<OpenApiContext> = {},
  ) => {
    calls++;
    const answer = handleOpenApi(
      {
        method: 'POST',
        path,
        headers: HEADERS,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...change,
      },
      {
        ...wallet.context,
        id: (kind, n = 0) => `call ${calls} ${kind} ${n}`,
        state: wallet.state,
        knownClients: ['shop', 'bank'],
        persona: (id) => personas[id],
        ...context,
      },
    );
    wallet.record(answer.events);
    return {
      ...answer,
      json: JSON.parse(answer.body) as Record<string, unknown>,
      code: answer.result.resultCode,
    };
  };
  return { wallet, call };
}
const exchange = (authCode: string) => ({ grantType: 'AUTHORIZATION_CODE', authCode });

describe('applyToken', () => {
  it('answers tokens, their expiry as ISO 8601 and the userId as customerId', () => {
    const { wallet, call } = platform();
    const answer = call(V1.applyToken, exchange(wallet.code()));
    expect(answer.json).toEqual({
      result: { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'Success' },
      accessToken: expect.stringMatching(/^[0-9A-F]{41}$/),
      accessTokenExpiryTime: '2023-11-14T23:13:20Z',
      refreshToken: expect.stringMatching(/^[0-9A-F]{41}$/),
      refreshTokenExpiryTime: '2023-12-14T22:13:20Z',
      customerId: '216610',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers).toEqual({ 'content-type': 'application/json; charset=UTF-8' });
    expect(answer.operation).toMatchObject({ name: 'applyToken', version: 'v1' });
    expect(answer.events.map((event) => event.type)).toEqual([
      'code.changed',
      'family.started',
      'token.issued',
      'token.issued',
    ]);
  });

  it('renews with REFRESH_TOKEN, once for each refresh token', () => {
    const { wallet, call } = platform();
    const first = wallet.login();
    const renew = { grantType: 'REFRESH_TOKEN', refreshToken: first.refreshToken };
    const second = call(V1.applyToken, renew);
    expect(second.json).toMatchObject({ result: { resultStatus: 'S' }, customerId: '216610' });
    expect(second.json.refreshToken).not.toBe(first.refreshToken);
    expect(call(V1.applyToken, renew).code).toBe('USED_REFRESH_TOKEN');
    expect(call(V1.applyToken, { ...renew, refreshToken: second.json.refreshToken }).code).toBe(
      'INVALID_REFRESH_TOKEN',
    );
  });

  it.each(['authorization_code', 'PASSWORD'])('does not support the grant type %s', (grantType) => {
    const { wallet, call } = platform();
    const answer = call(V1.applyToken, { ...exchange(wallet.code()), grantType });
    expect(answer.json).toEqual({
      result: {
        resultCode: 'AUTH_CLIENT_UNSUPPORTED_GRANT_TYPE',
        resultStatus: 'F',
        resultMessage:
          'The auth client does not support this grant type. grantType: must be AUTHORIZATION_CODE or REFRESH_TOKEN.',
      },
    });
    expect(answer.events).toEqual([]);
  });

  it('burns the code of another program, and the code whose referenceClientId is another one', () => {
    const { wallet, call } = platform();
    const code = wallet.code();
    expect(call(V1.applyToken, exchange(code), { headers: { 'client-id': 'bank' } }).code).toBe(
      'INVALID_CODE',
    );
    expect(call(V1.applyToken, exchange(code)).code).toBe('USED_CODE');
    const other = wallet.code();
    expect(call(V1.applyToken, { ...exchange(other), referenceClientId: 'bank' }).code).toBe(
      'REFERENCE_CLIENT_ID_NOT_MATCH',
    );
    expect(call(V1.applyToken, { ...exchange(other), referenceClientId: null }).code).toBe('USED_CODE');
  });

  it('refuses an expired code, an unknown one, a second use, and a user who is not active', () => {
    const { wallet, call } = platform();
    const code = wallet.code();
    const stale = wallet.code();
    expect(call(V1.applyToken, exchange('1234567890123')).code).toBe('INVALID_CODE');
    expect(call(V1.applyToken, exchange(code)).code).toBe('SUCCESS');
    expect(call(V1.applyToken, exchange(code)).code).toBe('USED_CODE');
    wallet.wait(600_000);
    expect(call(V1.applyToken, exchange(stale)).code).toBe('EXPIRED_CODE');
    wallet.do({ type: 'adoptCode', persona: 'gone', clientId: 'shop', scopes: ['auth_base'], code: 'XXX' });
    expect(call(V1.applyToken, exchange('XXX')).code).toBe('ACCESS_DENIED');
  });
});

describe('inquiryUserInfo', () => {
  it.each([V1.inquiryUserInfo, '/v1/customers/user/inquiryUserInfoByAccessToken'])(
    'answers at %s what the scopes allow',
    (path) => {
      const { wallet, call } = platform();
      const { accessToken } = wallet.login(['auth_base', 'USER_NAME']);
      const answer = call(path, { accessToken });
      expect(answer.json).toEqual({
        result: { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'Success' },
        userInfo: { userId: '216610', status: 'ACTIVE', userName: { fullName: 'Alex Tan' } },
      });
      expect(answer.events).toEqual([]);
    },
  );

  it('tells the merchant that an account is frozen', () => {
    const { wallet, call } = platform();
    const { accessToken } = wallet.login(['auth_base'], 'ice');
    expect(call(V1.inquiryUserInfo, { accessToken }).json).toMatchObject({ userInfo: { status: 'FROZEN' } });
  });

  it('denies a token whose scopes give no data, and a user who is gone from the wallet', () => {
    const { wallet, call } = platform();
    const pay = wallet.login(['AGREEMENT_PAY']);
    const answer = call(V1.inquiryUserInfo, { accessToken: pay.accessToken });
    expect(answer.json).toEqual({
      result: {
        resultCode: 'ACCESS_DENIED',
        resultStatus: 'F',
        resultMessage:
          'Access is denied. The scopes of the access token give no user information: AGREEMENT_PAY.',
      },
    });
    const { accessToken } = wallet.login();
    expect(call(V1.inquiryUserInfo, { accessToken }, {}, { persona: () => undefined }).code).toBe(
      'ACCESS_DENIED',
    );
  });

  it('refuses a token that is unknown, another program’s, or expired', () => {
    const { wallet, call } = platform();
    const { accessToken, refreshToken } = wallet.login();
    expect(call(V1.inquiryUserInfo, { accessToken: refreshToken }).code).toBe('INVALID_ACCESS_TOKEN');
    expect(call(V1.inquiryUserInfo, { accessToken }, { headers: { 'Client-Id': 'bank' } }).code).toBe(
      'INVALID_ACCESS_TOKEN',
    );
    wallet.wait(3_600_000);
    expect(call(V1.inquiryUserInfo, { accessToken }).code).toBe('EXPIRED_ACCESS_TOKEN');
  });
});

describe('cancelToken', () => {
  it('kills the access token and its refresh token', () => {
    const { wallet, call } = platform();
    const { accessToken, refreshToken } = wallet.login();
    const answer = call(V1.cancelToken, { accessToken });
    expect(answer.json).toEqual({
      result: { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'Success' },
    });
    expect(call(V1.cancelToken, { accessToken }).code).toBe('INVALID_ACCESS_TOKEN');
    expect(call(V1.inquiryUserInfo, { accessToken }).code).toBe('INVALID_ACCESS_TOKEN');
    expect(call(V1.applyToken, { grantType: 'REFRESH_TOKEN', refreshToken }).code).toBe(
      'INVALID_REFRESH_TOKEN',
    );
  });
});

describe('v2', () => {
  const ids = { appId: 'shop', authClientId: 'shop' };

  it('needs appId and authClientId, and takes the client from the body', () => {
    const { wallet, call } = platform();
    const code = wallet.code();
    const bare = { headers: {} };
    expect(call(V2.applyToken, exchange(code), bare).result.resultMessage).toBe(
      'Illegal parameters. appId: is required.',
    );
    const applied = call(V2.applyToken, { ...exchange(code), ...ids }, bare);
    expect(applied.code).toBe('SUCCESS');
    const { accessToken } = applied.json;
    expect(call(V2.inquiryUserInfo, { accessToken, ...ids }, bare).json).toMatchObject({
      userInfo: { userId: '216610' },
    });
    expect(call(V2.cancelToken, { accessToken, ...ids }, bare).code).toBe('SUCCESS');
  });

  it('refuses ids that do not belong together, and keeps the code', () => {
    const { wallet, call } = platform();
    const code = wallet.code();
    const request = { ...exchange(code), ...ids };
    expect(call(V2.applyToken, { ...request, appId: 'bank' }).result.resultMessage).toBe(
      'The auth client is invalid. appId bank does not belong to client shop.',
    );
    expect(call(V2.applyToken, { ...request, authClientId: 'bank' }).result.resultMessage).toBe(
      'The auth client is invalid. The Client-Id header and authClientId name different clients.',
    );
    expect(call(V2.applyToken, request).code).toBe('SUCCESS');
  });
});

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
