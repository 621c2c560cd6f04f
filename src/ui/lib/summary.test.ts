import { describe, expect, it } from 'vitest';
import { answerSummary, requestSummary } from './summary.ts';

describe('requestSummary', () => {
  it.each([
    ['jsapi.getAuthCode', { scopes: ['auth_user'] }, 'auth_user'],
    ['jsapi.getAuthCode', { scopes: 'auth_base' }, 'auth_base'],
    ['spi.getAuthCode', { clientId: 'c', scopes: ['a', 'b', 'c', 'd'] }, 'a, b, +2'],
    ['wallet.submitConsent', { requested: ['a', 'b'], agreed: ['b'] }, 'b'],
    ['merchant.request', { method: 'POST', url: 'https://shop.example/api/login?x=1' }, 'POST /api/login'],
    ['jsapi.alert', { title: '', content: 'Hello' }, 'Hello'],
    ['jsapi.hideToast', null, ''],
  ] as const)('%s %j → %s', (step, json, words) => {
    expect(requestSummary(step, structuredClone(json) as never)).toBe(words);
  });
});

describe('answerSummary', () => {
  it.each([
    ['jsapi.getAuthCode', { value: { success: { authCode: '1591000000204' } } }, 'authCode 1591000000204'],
    ['jsapi.getAuthCode', { value: { fail: { error: 11, errorMessage: 'cancelled' } } }, '11 cancelled'],
    ['spi.getAuthCode', { value: { error: { code: '2001', errorMsg: 'pending' } } }, '2001 pending'],
    ['spi.getAuthorizedScopes', { value: { authorizedScopes: ['a', 'b', 'c'] } }, 'a, b, +1'],
    ['user.authorize', { value: { ending: 'agree', scopes: ['a'] } }, 'agree: a'],
    ['user.authorize', { value: { ending: 'close' } }, 'close'],
    ['merchant.request', { value: { status: 200, headers: {}, body: '' } }, '200'],
    ['openapi.applyToken', { value: { body: { result: { resultCode: 'USED_CODE' } } } }, 'USED_CODE'],
    [
      'spi.getAuthCode',
      { failure: { kind: 'timeout', message: 'no answer within 10000 ms' } },
      'no answer within 10000 ms',
    ],
    ['spi.showAuthPage', { value: {} }, ''],
    ['spi.getAuthCode', 'rubbish', ''],
  ] as const)('%s %j → %s', (step, json, words) => {
    expect(answerSummary(step, structuredClone(json) as never)).toBe(words);
  });
});
