import { describe, expect, it } from 'vitest';
import { DEFAULT_LIVES } from '../../contract/wallet.ts';
import { agreementsOf, grantsOf, isGranted } from './read.ts';
import { DIGITS, NOON, TestWallet } from './test-wallet.ts';

const shop = { persona: 'alex', clientId: 'shop' };
const SHORT = { ...DEFAULT_LIVES, consent: 60_000 };
const short = () => new TestWallet({ lives: SHORT });
const granted = (wallet: TestWallet) =>
  isGranted(wallet.state, 'alex', 'shop', 'USER_NAME', wallet.context.now);
const code = (wallet: TestWallet) =>
  wallet.do({ type: 'issueCode', ...shop, scopes: ['USER_NAME'], silent: [], format: DIGITS });
function login(wallet: TestWallet) {
  const issued = code(wallet);
  if (!issued.ok) throw new Error(issued.message);
  const tokens = wallet.exchange(issued.authCode);
  if (!tokens.ok) throw new Error(tokens.code);
  return tokens;
}

describe('an agreement that lapses', () => {
  it('holds as long as the policy says, and counts as none from that moment on', () => {
    const wallet = short();
    wallet.agree(['USER_NAME']);
    expect(grantsOf(wallet.state, 'alex', 'shop', NOON)).toEqual([
      { scope: 'USER_NAME', at: NOON, expiresAt: NOON + 60_000 },
    ]);
    const recorded = wallet.events.length;
    wallet.wait(59_999);
    expect([granted(wallet), code(wallet).ok]).toEqual([true, true]);
    wallet.wait(1);
    expect([granted(wallet), code(wallet)]).toMatchObject([false, { ok: false, reason: 'notGranted' }]);
    expect(wallet.events.slice(recorded).map(({ change }) => change.type)).toEqual(['code.issued']);
    expect(agreementsOf(wallet.state, 'alex', 'shop')).toHaveLength(1);
  });

  it('takes its codes and tokens with it, in the codes of the OpenAPI for what has expired', () => {
    const wallet = short();
    wallet.agree(['USER_NAME']);
    const { accessToken, refreshToken } = login(wallet);
    const open = code(wallet);
    wallet.wait(60_000);
    const { state } = wallet;
    expect(wallet.do({ type: 'inquire', accessToken, clientId: 'shop' })).toMatchObject({
      code: 'EXPIRED_ACCESS_TOKEN',
      message: "The user's agreement behind it has lapsed.",
    });
    expect(wallet.do({ type: 'refresh', refreshToken, clientId: 'shop' })).toMatchObject({
      code: 'EXPIRED_REFRESH_TOKEN',
    });
    expect(wallet.state).toBe(state);
    expect(wallet.exchange(open.ok ? open.authCode : '')).toMatchObject({ code: 'EXPIRED_CODE' });
  });

  it('leaves alone what rests on silent scopes, even when the same scope was agreed to', () => {
    const wallet = short();
    wallet.agree(['auth_base']);
    const { accessToken } = wallet.login(['auth_base']);
    wallet.wait(60_000);
    expect(wallet.do({ type: 'inquire', accessToken, clientId: 'shop' }).ok).toBe(true);
  });

  it('can be given anew, which brings no old token back', () => {
    const wallet = short();
    wallet.agree(['USER_NAME']);
    const old = login(wallet);
    wallet.wait(60_000);
    wallet.agree(['USER_NAME']);
    expect(granted(wallet)).toBe(true);
    expect(wallet.state.families[old.family]).toMatchObject({ status: 'ended', endedBy: 'lapse' });
    expect(wallet.do({ type: 'inquire', accessToken: old.accessToken, clientId: 'shop' }).ok).toBe(false);
    expect(wallet.do({ type: 'inquire', accessToken: login(wallet).accessToken, clientId: 'shop' }).ok).toBe(
      true,
    );
  });

  it('can be given another end by hand, and keeps the time when it was given', () => {
    const wallet = new TestWallet();
    wallet.agree(['USER_NAME']);
    const { accessToken } = login(wallet);
    wallet.wait(5);
    const until = (expiresAt: number | null) =>
      wallet.do({ type: 'editGrant', ...shop, scopes: ['USER_NAME'], granted: true, expiresAt }).changed;
    expect(until(NOON + 10)).toEqual(['USER_NAME']);
    expect(until(NOON + 10)).toEqual([]);
    expect(wallet.state.grants.alex?.shop?.USER_NAME).toEqual({ at: NOON, expiresAt: NOON + 10 });
    expect(until(null)).toEqual(['USER_NAME']);
    expect(wallet.state.grants.alex?.shop?.USER_NAME).toEqual({ at: NOON });
    expect(until(NOON + 5)).toEqual(['USER_NAME']);
    expect(granted(wallet)).toBe(false);
    expect(wallet.do({ type: 'inquire', accessToken, clientId: 'shop' }).ok).toBe(false);
  });

  it('is withdrawn and forgotten as any other', () => {
    const wallet = short();
    wallet.agree(['USER_NAME']);
    const { family } = login(wallet);
    wallet.wait(60_000);
    expect(wallet.do({ type: 'forgetProgram', ...shop })).toEqual({
      changed: ['USER_NAME'],
      voidedCodes: [],
      endedFamilies: [family],
    });
    expect(wallet.state.grants).toEqual({});
  });

  it('says in its event when it was given, for an agreement of the past', () => {
    const wallet = new TestWallet({ lives: SHORT, now: NOON - 1000, past: true });
    wallet.agree(['USER_NAME']);
    expect(wallet.events[0]?.change).toEqual({
      type: 'grant.given',
      ...shop,
      scopes: ['USER_NAME'],
      at: NOON - 1000,
      expiresAt: NOON + 59_000,
    });
  });
});

describe('forgetProgram with logins', () => {
  it('ends what rests on no agreement, too', () => {
    const wallet = new TestWallet();
    const silent = wallet.login(['auth_base']);
    const open = wallet.code(['auth_base']);
    expect(wallet.do({ type: 'forgetProgram', ...shop, logins: true })).toEqual({
      changed: [],
      voidedCodes: [open],
      endedFamilies: [silent.family],
    });
  });
});
