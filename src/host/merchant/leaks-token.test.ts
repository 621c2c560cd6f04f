import { describe, expect, it } from 'vitest';
import { TestWallet } from '../wallet/test-wallet.ts';
import { leaksToken } from './leaks-token.ts';

describe('leaksToken', () => {
  const wallet = new TestWallet();
  const { accessToken, refreshToken } = wallet.login();
  const { state } = wallet;

  it.each([
    ['alone', accessToken, 'access'],
    ['in JSON', JSON.stringify({ data: { token: refreshToken } }), 'refresh'],
    ['in a longer word', `x${accessToken}ABC`, 'access'],
    ['in a form', `a=1&t=${accessToken}`, 'access'],
    ['behind the beginning of another', `281010033AB${accessToken}`, 'access'],
    [
      'behind one that is unknown',
      `${accessToken.slice(0, -1)}!28101003300000000000000000000000000000000${refreshToken}`,
      'refresh',
    ],
  ])('finds a live token %s', (_title, text, kind) => {
    expect(leaksToken(text, state)).toBe(kind);
  });

  it.each([
    ['nothing', ''],
    ['half a token', accessToken.slice(0, 40)],
    ['what looks like one', `281010033${'0'.repeat(32)}`],
    ['a code', wallet.code()],
    ['another case', accessToken.toLowerCase().replace('281010033', 'x')],
  ])('finds none in %s', (_title, text) => {
    expect(leaksToken(text, state)).toBeUndefined();
  });

  it('does not count tokens that are used or revoked', () => {
    const other = new TestWallet();
    const first = other.login();
    other.do({ type: 'refresh', refreshToken: first.refreshToken, clientId: 'shop' });
    expect(leaksToken(first.refreshToken, other.state)).toBeUndefined();
    expect(leaksToken(first.accessToken, other.state)).toBe('access');
    other.do({ type: 'revoke', accessToken: first.accessToken, clientId: 'shop' });
    expect(leaksToken(first.accessToken, other.state)).toBeUndefined();
  });
});
