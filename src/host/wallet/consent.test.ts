import { describe, expect, it } from 'vitest';
import { declinedOf, grantsOf, isGranted } from './read.ts';
import { DIGITS, NOON, TestWallet } from './test-wallet.ts';

const shop = { persona: 'alex', clientId: 'shop' };
const scopesOf = (wallet: TestWallet) =>
  grantsOf(wallet.state, 'alex', 'shop', wallet.context.now).map((grant) => grant.scope);

describe('submitConsent', () => {
  it('grants what was asked for and agreed to, and remembers the rest as refused', () => {
    const wallet = new TestWallet();
    const answer = wallet.do({
      type: 'submitConsent',
      ...shop,
      requested: ['USER_NAME', 'USER_AVATAR', 'USER_NAME'],
      agreed: ['USER_NAME', 'AGREEMENT_PAY'],
    });
    expect(answer).toEqual({ granted: ['USER_NAME'], declined: ['USER_AVATAR'] });
    expect(grantsOf(wallet.state, 'alex', 'shop', wallet.context.now)).toEqual([
      { scope: 'USER_NAME', at: NOON },
    ]);
    expect(declinedOf(wallet.state, 'alex', 'shop')).toEqual(['USER_AVATAR']);
  });

  it('binds grants to user and program', () => {
    const wallet = new TestWallet();
    wallet.agree(['USER_NAME']);
    expect(isGranted(wallet.state, 'alex', 'shop', 'USER_NAME', NOON)).toBe(true);
    expect(isGranted(wallet.state, 'sam', 'shop', 'USER_NAME', NOON)).toBe(false);
    expect(isGranted(wallet.state, 'alex', 'bank', 'USER_NAME', NOON)).toBe(false);
  });

  it('keeps the time of a grant that stands, and a refusal withdraws nothing', () => {
    const wallet = new TestWallet();
    wallet.agree(['USER_NAME']);
    wallet.wait(5);
    wallet.agree(['USER_NAME', 'USER_AVATAR']);
    wallet.do({ type: 'submitConsent', ...shop, requested: ['USER_NAME'], agreed: [] });
    expect(grantsOf(wallet.state, 'alex', 'shop', wallet.context.now)).toEqual([
      { scope: 'USER_NAME', at: NOON },
      { scope: 'USER_AVATAR', at: NOON + 5 },
    ]);
  });

  it('forgets earlier refusals when the last dialog was agreed to', () => {
    const wallet = new TestWallet();
    wallet.do({ type: 'submitConsent', ...shop, requested: ['USER_NAME', 'USER_GENDER'], agreed: [] });
    expect(declinedOf(wallet.state, 'alex', 'shop')).toEqual(['USER_NAME', 'USER_GENDER']);
    wallet.agree(['USER_NAME']);
    expect(wallet.state.declined).toEqual({});
  });

  it('has no events when nothing is asked for', () => {
    const wallet = new TestWallet();
    expect(wallet.do({ type: 'submitConsent', ...shop, requested: [], agreed: ['USER_NAME'] })).toEqual({
      granted: [],
      declined: [],
    });
    expect(wallet.events).toEqual([]);
  });
});

describe('editGrant', () => {
  it('gives what is missing, once', () => {
    const wallet = new TestWallet();
    wallet.do({ type: 'submitConsent', ...shop, requested: ['USER_NAME'], agreed: [] });
    const give = { type: 'editGrant', ...shop, scopes: ['USER_NAME', 'USER_NAME'], granted: true } as const;
    expect(wallet.do(give)).toEqual({ changed: ['USER_NAME'], voidedCodes: [], endedFamilies: [] });
    expect(wallet.do(give).changed).toEqual([]);
    expect(scopesOf(wallet)).toEqual(['USER_NAME']);
    expect(declinedOf(wallet.state, 'alex', 'shop')).toEqual([]);
  });

  it('withdraws: live codes that need the scope are void, token families that need it end', () => {
    const wallet = new TestWallet();
    wallet.agree(['USER_NAME', 'USER_AVATAR']);
    const family = wallet.login(['auth_base', 'USER_NAME']);
    const other = wallet.login(['USER_AVATAR']);
    const code = wallet.code(['USER_NAME']);
    const elsewhere = wallet.login(['USER_NAME'], 'sam');
    const answer = wallet.do({
      type: 'editGrant',
      ...shop,
      scopes: ['USER_NAME', 'USER_GENDER'],
      granted: false,
    });
    expect(answer).toEqual({ changed: ['USER_NAME'], voidedCodes: [code], endedFamilies: [family.family] });
    expect(wallet.state.families[family.family]).toMatchObject({ status: 'ended', endedBy: 'user' });
    expect(wallet.state.tokens[family.accessToken]?.status).toBe('revoked');
    expect(wallet.state.tokens[family.refreshToken]?.status).toBe('revoked');
    expect(wallet.exchange(code)).toMatchObject({ ok: false, code: 'INVALID_CODE' });
    for (const survivor of [other, elsewhere])
      expect(wallet.state.families[survivor.family]?.status).toBe('live');
  });

  it('withdraws a scope that is silent without ending anything: it needs no grant', () => {
    const wallet = new TestWallet();
    wallet.agree(['USER_LOGIN_ID']);
    const family = wallet.login(['USER_LOGIN_ID']);
    const answer = wallet.do({
      type: 'editGrant',
      ...shop,
      scopes: ['USER_LOGIN_ID'],
      granted: false,
      silent: ['USER_LOGIN_ID'],
    });
    expect(answer).toEqual({ changed: ['USER_LOGIN_ID'], voidedCodes: [], endedFamilies: [] });
    expect(wallet.state.families[family.family]?.status).toBe('live');
  });

  it('has no events when nothing is granted', () => {
    const wallet = new TestWallet();
    const family = wallet.login(['USER_NAME']);
    expect(wallet.do({ type: 'editGrant', ...shop, scopes: ['USER_NAME'], granted: false }).changed).toEqual(
      [],
    );
    expect(wallet.state.families[family.family]?.status).toBe('live');
  });
});

describe('forgetProgram', () => {
  it('withdraws every grant of the program, and forgets what was refused', () => {
    const wallet = new TestWallet();
    wallet.agree(['USER_NAME']);
    wallet.agree(['USER_NAME'], 'alex', 'bank');
    const silent = wallet.login(['auth_base']);
    const family = wallet.login(['USER_NAME']);
    wallet.do({ type: 'submitConsent', ...shop, requested: ['USER_GENDER'], agreed: [] });
    expect(wallet.do({ type: 'forgetProgram', ...shop })).toEqual({
      changed: ['USER_NAME'],
      voidedCodes: [],
      endedFamilies: [family.family],
    });
    expect(wallet.state.grants).toEqual({ alex: { bank: { USER_NAME: { at: NOON } } } });
    expect(wallet.state.declined).toEqual({});
    expect(wallet.state.families[silent.family]?.status).toBe('live');
  });

  it('has no events for a program that the user never agreed to anything with', () => {
    const wallet = new TestWallet();
    wallet.do({ type: 'forgetProgram', ...shop });
    expect(wallet.events).toEqual([]);
  });

  it('makes the user agree again', () => {
    const wallet = new TestWallet();
    wallet.agree(['USER_NAME']);
    wallet.do({ type: 'forgetProgram', ...shop });
    expect(
      wallet.do({ type: 'issueCode', ...shop, scopes: ['USER_NAME'], silent: [], format: DIGITS }),
    ).toMatchObject({ ok: false, reason: 'notGranted' });
  });
});
