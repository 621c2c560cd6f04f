import { describe, expect, it } from 'vitest';
import { DEFAULT_HARDENING } from './commands.ts';
import { declinedOf, grantsOf } from './read.ts';
import { TestWallet } from './test-wallet.ts';

const HOUR = 3_600_000;
const inquire = (wallet: TestWallet, accessToken: string, clientId = 'shop') =>
  wallet.do({ type: 'inquire', accessToken, clientId });
const revoke = (wallet: TestWallet, accessToken: string, clientId = 'shop') =>
  wallet.do({ type: 'revoke', accessToken, clientId });

describe('inquire', () => {
  it('says whose token it is and for which scopes, and changes nothing', () => {
    const wallet = new TestWallet();
    const { accessToken } = wallet.login(['auth_base', 'USER_NAME'], 'sam');
    const before = wallet.state;
    expect(inquire(wallet, accessToken)).toEqual({
      ok: true,
      persona: 'sam',
      customerId: 'id of sam',
      scopes: ['auth_base', 'USER_NAME'],
    });
    expect(wallet.state).toBe(before);
  });
});

describe.each([
  ['inquire', inquire],
  ['revoke', revoke],
] as const)('%s', (_name, ask) => {
  it('refuses what is no access token of this client, and changes nothing', () => {
    const wallet = new TestWallet();
    const { accessToken, refreshToken } = wallet.login();
    const before = wallet.state;
    for (const answer of [
      ask(wallet, 'unknown'),
      ask(wallet, refreshToken),
      ask(wallet, accessToken, 'bank'),
      ask(wallet, 'constructor'),
    ])
      expect(answer).toMatchObject({ ok: false, code: 'INVALID_ACCESS_TOKEN' });
    expect(wallet.state).toBe(before);
  });

  it('refuses an expired access token', () => {
    const wallet = new TestWallet();
    const { accessToken } = wallet.login();
    wallet.wait(HOUR);
    expect(ask(wallet, accessToken)).toMatchObject({ ok: false, code: 'EXPIRED_ACCESS_TOKEN' });
  });

  it('refuses a suspended client until it is active again', () => {
    const wallet = new TestWallet();
    const { accessToken } = wallet.login();
    expect(wallet.do({ type: 'suspendClient', clientId: 'shop', suspended: true })).toEqual({
      changed: true,
    });
    expect(wallet.do({ type: 'suspendClient', clientId: 'shop', suspended: true })).toEqual({
      changed: false,
    });
    expect(ask(wallet, accessToken)).toMatchObject({ ok: false, code: 'INVALID_AUTH_CLIENT_STATUS' });
    wallet.do({ type: 'suspendClient', clientId: 'shop', suspended: false });
    expect(ask(wallet, accessToken).ok).toBe(true);
  });
});

describe('revoke', () => {
  it('kills both tokens: the refresh token cannot be used even if it is still valid', () => {
    const wallet = new TestWallet();
    wallet.agree(['USER_NAME']);
    const { accessToken, refreshToken, family } = wallet.login(['USER_NAME']);
    expect(revoke(wallet, accessToken)).toEqual({ ok: true, family });
    expect(inquire(wallet, accessToken)).toMatchObject({ ok: false, code: 'INVALID_ACCESS_TOKEN' });
    expect(revoke(wallet, accessToken)).toMatchObject({ ok: false, code: 'INVALID_ACCESS_TOKEN' });
    expect(wallet.do({ type: 'refresh', refreshToken, clientId: 'shop' })).toMatchObject({
      ok: false,
      code: 'INVALID_REFRESH_TOKEN',
    });
    expect(wallet.state.families[family]).toMatchObject({ status: 'ended', endedBy: 'revoke' });
    expect(grantsOf(wallet.state, 'alex', 'shop', wallet.context.now)).toHaveLength(1);
  });

  it('kills the tokens of every refresh since', () => {
    const wallet = new TestWallet();
    const first = wallet.login();
    const second = wallet.do({ type: 'refresh', refreshToken: first.refreshToken, clientId: 'shop' });
    revoke(wallet, first.accessToken);
    expect(second.ok && inquire(wallet, second.accessToken)).toMatchObject({ code: 'INVALID_ACCESS_TOKEN' });
  });

  it('drops the consent too when hardened so, and what else hangs on it', () => {
    const wallet = new TestWallet({ hardening: { ...DEFAULT_HARDENING, revokeDropsConsent: true } });
    wallet.agree(['USER_NAME', 'USER_AVATAR']);
    const first = wallet.login(['auth_base', 'USER_NAME']);
    const second = wallet.login(['USER_NAME']);
    revoke(wallet, first.accessToken);
    expect(grantsOf(wallet.state, 'alex', 'shop', wallet.context.now).map((grant) => grant.scope)).toEqual([
      'USER_AVATAR',
    ]);
    expect(wallet.state.families[first.family]?.endedBy).toBe('revoke');
    expect(wallet.state.families[second.family]?.endedBy).toBe('user');
    expect(wallet.last(3)).toEqual(['family.ended', 'grant.withdrawn', 'family.ended']);
    expect(declinedOf(wallet.state, 'alex', 'shop')).toEqual([]);
  });
});
