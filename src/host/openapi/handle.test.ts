import { describe, expect, it } from 'vitest';
import { exchange, platform, V1, V2 } from './test-platform.ts';

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
