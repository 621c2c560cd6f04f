import { describe, expect, it } from 'vitest';
import { DEFAULT_HARDENING } from './commands.ts';
import { NOON, TestWallet } from './test-wallet.ts';

const HOUR = 3_600_000;
const soft = { ...DEFAULT_HARDENING, codeReuseEndsFamily: false, refreshReuseEndsFamily: false };
const refresh = (wallet: TestWallet, refreshToken: string, clientId = 'shop') =>
  wallet.do({ type: 'refresh', refreshToken, clientId });

describe('exchangeCode', () => {
  it('gives an access token for an hour and a refresh token for 30 days, of the user of the code', () => {
    const wallet = new TestWallet();
    const code = wallet.code(['auth_base', 'USER_NAME']);
    const answer = wallet.exchange(code);
    expect(answer).toMatchObject({
      ok: true,
      accessTokenExpiresAt: NOON + HOUR,
      refreshTokenExpiresAt: NOON + 30 * 24 * HOUR,
      customerId: 'id of alex',
      scopes: ['auth_base', 'USER_NAME'],
    });
    if (!answer.ok) return;
    expect(answer.accessToken).toMatch(/^[0-9A-F]{41}$/);
    expect(answer.refreshToken).toMatch(/^[0-9A-F]{41}$/);
    expect(answer.refreshToken).not.toBe(answer.accessToken);
    expect(wallet.state.codes[code]).toMatchObject({ status: 'exchanged', family: answer.family });
    expect(wallet.state.families[answer.family]).toMatchObject({
      code,
      persona: 'alex',
      clientId: 'shop',
      status: 'live',
      tokens: [answer.accessToken, answer.refreshToken],
    });
  });

  it('knows no code that it did not issue, and changes nothing', () => {
    const wallet = new TestWallet();
    wallet.code();
    const before = wallet.state;
    expect(wallet.exchange('1234567890123')).toMatchObject({ ok: false, code: 'INVALID_CODE' });
    expect(wallet.state).toBe(before);
  });

  it('burns a live code that another program exchanges: it is used for the right one', () => {
    const wallet = new TestWallet();
    const code = wallet.code();
    expect(wallet.exchange(code, 'bank')).toMatchObject({ ok: false, code: 'INVALID_CODE' });
    expect(wallet.state.codes[code]?.status).toBe('burnt');
    expect(wallet.exchange(code)).toMatchObject({ ok: false, code: 'USED_CODE' });
    expect(wallet.state.families).toEqual({});
  });

  it('burns a live code whose referenceClientId is not the program of the code', () => {
    const wallet = new TestWallet();
    const code = wallet.code();
    const exchange = { type: 'exchangeCode', code, clientId: 'shop' } as const;
    expect(wallet.do({ ...exchange, referenceClientId: 'bank' })).toMatchObject({
      code: 'REFERENCE_CLIENT_ID_NOT_MATCH',
    });
    expect(wallet.do({ ...exchange, referenceClientId: 'shop' })).toMatchObject({ code: 'USED_CODE' });
    const second = wallet.code();
    expect(wallet.do({ ...exchange, code: second, referenceClientId: 'shop' }).ok).toBe(true);
  });

  it.each([
    ['inactive', "The user's account is not active."],
    ['nobody', 'The wallet has no such user.'],
  ])('denies tokens of the user %s, and burns the code', (persona, message) => {
    const wallet = new TestWallet();
    wallet.do({ type: 'adoptCode', persona, clientId: 'shop', scopes: ['auth_base'], code: 'XXX' });
    expect(wallet.exchange('XXX')).toEqual({ ok: false, code: 'ACCESS_DENIED', message });
    expect(wallet.state.codes.XXX?.status).toBe('burnt');
  });

  it('refuses an expired code', () => {
    const wallet = new TestWallet();
    const code = wallet.code();
    wallet.wait(600_000);
    expect(wallet.exchange(code)).toMatchObject({ ok: false, code: 'EXPIRED_CODE' });
    expect(wallet.last(1)).toEqual(['code.issued']);
  });

  it('ends the token family when its code comes back; consent stays', () => {
    const wallet = new TestWallet();
    wallet.agree(['USER_NAME']);
    const code = wallet.code(['USER_NAME']);
    const first = wallet.exchange(code);
    if (!first.ok) throw new Error(first.code);
    expect(wallet.exchange(code)).toMatchObject({ ok: false, code: 'USED_CODE' });
    expect(wallet.state.families[first.family]).toMatchObject({ status: 'ended', endedBy: 'codeReuse' });
    expect(refresh(wallet, first.refreshToken)).toMatchObject({ ok: false, code: 'INVALID_REFRESH_TOKEN' });
    expect(wallet.state.grants).toEqual({ alex: { shop: { USER_NAME: { at: NOON } } } });
    const before = wallet.state;
    expect(wallet.exchange(code)).toMatchObject({ ok: false, code: 'USED_CODE' });
    expect(wallet.state).toBe(before);
  });

  it('leaves the family alone when another program brings the spent code', () => {
    const wallet = new TestWallet();
    const code = wallet.code();
    wallet.exchange(code);
    const before = wallet.state;
    expect(wallet.exchange(code, 'bank')).toMatchObject({ ok: false, code: 'INVALID_CODE' });
    expect(wallet.state).toBe(before);
  });

  it('leaves the family alone in the strict reading of the documents', () => {
    const wallet = new TestWallet({ hardening: soft });
    const code = wallet.code();
    const first = wallet.exchange(code);
    expect(wallet.exchange(code)).toMatchObject({ ok: false, code: 'USED_CODE' });
    expect(first.ok && wallet.state.families[first.family]?.status).toBe('live');
  });

  it('turns a suspended client away before it looks at the code', () => {
    const wallet = new TestWallet();
    const code = wallet.code();
    wallet.do({ type: 'suspendClient', clientId: 'shop', suspended: true });
    expect(wallet.exchange(code)).toMatchObject({ ok: false, code: 'INVALID_AUTH_CLIENT_STATUS' });
    wallet.do({ type: 'suspendClient', clientId: 'shop', suspended: false });
    expect(wallet.exchange(code).ok).toBe(true);
  });
});

describe('refresh', () => {
  it('rotates: a new pair of tokens, the old refresh token is used, the old access token lives out its time', () => {
    const wallet = new TestWallet();
    const first = wallet.login();
    wallet.wait(HOUR / 2);
    const second = refresh(wallet, first.refreshToken);
    if (!second.ok) throw new Error(second.code);
    expect(second).toMatchObject({ family: first.family, customerId: 'id of alex', scopes: ['auth_base'] });
    expect(second.accessTokenExpiresAt).toBe(NOON + HOUR / 2 + HOUR);
    expect(
      new Set([first.accessToken, first.refreshToken, second.accessToken, second.refreshToken]).size,
    ).toBe(4);
    expect(wallet.state.tokens[first.refreshToken]?.status).toBe('used');
    const inquire = (accessToken: string) => wallet.do({ type: 'inquire', accessToken, clientId: 'shop' }).ok;
    expect([inquire(first.accessToken), inquire(second.accessToken)]).toEqual([true, true]);
    wallet.wait(HOUR / 2);
    expect([inquire(first.accessToken), inquire(second.accessToken)]).toEqual([false, true]);
  });

  it('ends the token family when a refresh token comes back', () => {
    const wallet = new TestWallet();
    const first = wallet.login();
    const second = refresh(wallet, first.refreshToken);
    expect(refresh(wallet, first.refreshToken)).toMatchObject({ ok: false, code: 'USED_REFRESH_TOKEN' });
    expect(wallet.state.families[first.family]).toMatchObject({ status: 'ended', endedBy: 'refreshReuse' });
    expect(second.ok && refresh(wallet, second.refreshToken)).toMatchObject({
      code: 'INVALID_REFRESH_TOKEN',
    });
    const before = wallet.state;
    expect(refresh(wallet, first.refreshToken)).toMatchObject({ code: 'USED_REFRESH_TOKEN' });
    expect(wallet.state).toBe(before);
  });

  it('leaves the family alone in the strict reading of the documents', () => {
    const wallet = new TestWallet({ hardening: soft });
    const first = wallet.login();
    const second = refresh(wallet, first.refreshToken);
    expect(refresh(wallet, first.refreshToken)).toMatchObject({ code: 'USED_REFRESH_TOKEN' });
    expect(second.ok && refresh(wallet, second.refreshToken).ok).toBe(true);
  });

  it('refuses what is no refresh token of this client, and changes nothing', () => {
    const wallet = new TestWallet();
    const { accessToken, refreshToken } = wallet.login();
    const before = wallet.state;
    for (const answer of [
      refresh(wallet, 'unknown'),
      refresh(wallet, accessToken),
      refresh(wallet, refreshToken, 'bank'),
      refresh(wallet, '__proto__'),
    ])
      expect(answer).toMatchObject({ ok: false, code: 'INVALID_REFRESH_TOKEN' });
    expect(wallet.state).toBe(before);
    expect(refresh(wallet, refreshToken).ok).toBe(true);
  });

  it('refuses an expired refresh token', () => {
    const wallet = new TestWallet();
    const { refreshToken } = wallet.login();
    wallet.wait(30 * 24 * HOUR);
    expect(refresh(wallet, refreshToken)).toMatchObject({ ok: false, code: 'EXPIRED_REFRESH_TOKEN' });
  });

  it('refuses a suspended client, and a user whose account became inactive', () => {
    const wallet = new TestWallet();
    const { refreshToken } = wallet.login();
    wallet.do({ type: 'suspendClient', clientId: 'shop', suspended: true });
    expect(refresh(wallet, refreshToken)).toMatchObject({ code: 'INVALID_AUTH_CLIENT_STATUS' });
    wallet.do({ type: 'suspendClient', clientId: 'shop', suspended: false });
    wallet.context = { ...wallet.context, persona: () => ({ userId: '1', status: 'INACTIVE' }) };
    const before = wallet.state;
    expect(refresh(wallet, refreshToken)).toMatchObject({ ok: false, code: 'ACCESS_DENIED' });
    expect(wallet.state).toBe(before);
  });
});
