import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { StepName } from './steps.ts';
import type { Reply } from './trace.ts';

const cases: [step: StepName, reply: Reply, verdict: 'ok' | 'failed', code: string | undefined][] = [
  ['jsapi.getAuthCode', { value: { success: { authCode: '1' } } }, 'ok', undefined],
  ['jsapi.getAuthCode', { value: { fail: { error: 11, errorMessage: '' } } }, 'failed', '11'],
  ['jsapi.getAuthCode', { value: { fail: { authErrorScopes: {} } } }, 'failed', 'authErrorScopes'],
  [
    'jsapi.navigateBack',
    { value: { fail: { error: 'already top of navigation' } } },
    'failed',
    'already top of navigation',
  ],
  ['spi.getAuthCode', { value: { authCode: '1' } }, 'ok', undefined],
  ['spi.getAuthCode', { value: { error: { code: '2001' } } }, 'failed', '2001'],
  ['spi.getAuthCode', { value: { error: {} } }, 'failed', '1000'],
  ['spi.showAuthPage', { value: {} }, 'ok', undefined],
  ['wallet.issueCode', { value: { error: { code: '1005' } } }, 'failed', '1005'],
  ['user.authorize', { value: { ending: 'agree', scopes: [] } }, 'ok', 'agree'],
  ['user.authorize', { value: { ending: 'escape' } }, 'failed', 'escape'],
  ['user.authorize', { value: 'agreed' }, 'failed', undefined],
  ['user.input', { value: {} }, 'ok', undefined],
  ['merchant.request', { value: { status: 200 } }, 'ok', '200'],
  ['merchant.request', { value: { status: 404 } }, 'failed', '404'],
  ['merchant.request', { value: { networkError: 12 } }, 'failed', '12'],
  [
    'openapi.applyToken',
    { value: { body: { result: { resultStatus: 'S', resultCode: 'SUCCESS' } } } },
    'ok',
    'SUCCESS',
  ],
  [
    'openapi.applyToken',
    { value: { body: { result: { resultStatus: 'U', resultCode: 'UNKNOWN_EXCEPTION' } } } },
    'failed',
    'UNKNOWN_EXCEPTION',
  ],
  ['openapi.applyToken', { value: { status: 500, body: {} } }, 'failed', '500'],
  ['openapi.applyToken', { value: 'rubbish' }, 'failed', undefined],
  ['html5.storage', { value: {} }, 'ok', undefined],
  ['spi.getAuthCode', { failure: { kind: 'timeout', message: '' } }, 'failed', 'timeout'],
  ['jsapi.alert', { failure: { kind: 'threw', message: '' } }, 'failed', 'threw'],
];

describe('an answer is judged in its step’s own shape', () => {
  for (const [step, reply, verdict, code] of cases)
    it(`${step} ${JSON.stringify(reply)} is ${verdict}${code ? `, ${code}` : ''}`, () => {
      expect(judge(step, reply)).toEqual(code === undefined ? { verdict } : { verdict, code });
    });
});
