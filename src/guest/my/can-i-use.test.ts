import { describe, expect, it } from 'vitest';
import { canIUse } from './can-i-use.ts';

const has = (name: string) => name !== 'getPhoneNumber';

describe('my.canIUse', () => {
  it.each([
    ['getAuthCode', true],
    ['getAuthCode.object', true],
    ['getAuthCode.object.scopes', true],
    ['getAuthCode.object.scopes.auth_user', true],
    ['getAuthCode.object.success', true],
    ['getAuthCode.object.nope', false],
    ['getAuthCode.return.authCode', true],
    ['getAuthCode.success.authSuccessScopes', true],
    ['getAuthCode.return.userId', false],
    ['getAuthCode.fail', true],
    ['getAuthCode.nope', false],
    ['getStorageSync.return.data', true],
    ['getStorageSync.object.success', false],
    ['getStorageSync.fail', false],
    ['getPhoneNumber', false],
    ['faceVerify', false],
    ['button.open-type', false],
    ['constructor', false],
    ['', false],
    [undefined, false],
    [{}, false],
  ])('%j is %s', (query, can) => {
    expect(canIUse(query, has)).toBe(can);
  });
});
