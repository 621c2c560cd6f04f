import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WalletCommand } from './commands.ts';
import { codeStatus } from './read.ts';
import { newAuthCode } from './secrets.ts';
import { DIGITS, NOON, TestWallet } from './test-wallet.ts';

const shop = { persona: 'alex', clientId: 'shop' };
const issue = (change: Partial<WalletCommand<'issueCode'>> = {}): WalletCommand<'issueCode'> => ({
  type: 'issueCode',
  ...shop,
  scopes: ['auth_base'],
  silent: ['auth_base'],
  format: DIGITS,
  ...change,
});

describe('issueCode', () => {
  it('binds a live code to user, program, scopes and call, for 10 minutes', () => {
    const wallet = new TestWallet();
    wallet.agree(['USER_NAME']);
    const answer = wallet.do(
      issue({ scopes: ['auth_base', 'USER_NAME', 'auth_base'], call: 'getAuthCode#1' }),
    );
    if (!answer.ok) throw new Error(answer.message);
    expect(answer).toEqual({
      ok: true,
      authCode: answer.authCode,
      scopes: ['auth_base', 'USER_NAME'],
      expiresAt: NOON + 600_000,
    });
    expect(wallet.state.codes[answer.authCode]).toEqual({
      code: answer.authCode,
      ...shop,
      scopes: ['auth_base', 'USER_NAME'],
      consented: ['USER_NAME'],
      call: 'getAuthCode#1',
      issuer: 'wallet',
      issuedAt: NOON,
      expiresAt: NOON + 600_000,
      status: 'live',
    });
  });

  it.each([
    [
      'a scope is neither silent nor granted',
      issue({ scopes: ['auth_base', 'USER_NAME'] }),
      'notGranted',
      ['USER_NAME'],
    ],
    ['a grant is another program’s', issue({ scopes: ['USER_AVATAR'] }), 'notGranted', ['USER_AVATAR']],
    ['no scope is asked for', issue({ scopes: [] }), 'noScope', []],
    ['the user is not known', issue({ persona: 'nobody' }), 'unknownUser', []],
    ['the account is inactive', issue({ persona: 'inactive' }), 'userInactive', []],
    ['the program is suspended', issue({ clientId: 'bad' }), 'clientSuspended', []],
  ])('is refused when %s', (_title, command, reason, missing) => {
    const wallet = new TestWallet();
    wallet.agree(['USER_AVATAR'], 'alex', 'bank');
    wallet.do({ type: 'suspendClient', clientId: 'bad', suspended: true });
    const before = wallet.state;
    const answer = wallet.do(command);
    expect(answer).toMatchObject({ ok: false, reason, missing });
    expect(answer.ok || answer.message).toMatch(/\.$/);
    expect(wallet.state).toBe(before);
  });

  it('gives a frozen account its codes: its status tells the merchant', () => {
    expect(new TestWallet().do(issue({ persona: 'frozen' })).ok).toBe(true);
  });

  it('never gives the same code twice, even when ids repeat', () => {
    const wallet = new TestWallet({ id: (kind, n = 0) => `${kind}${n}` });
    const codes = Array.from({ length: 20 }, () => wallet.code());
    expect(new Set(codes).size).toBe(20);
    expect(Object.keys(wallet.state.codes)).toHaveLength(20);
  });
});

describe('newAuthCode', () => {
  it('has the length and alphabet of the dialect, for every seed, and is no masked sample', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 6, max: 128 }),
        fc.constantFrom('digits' as const, 'alphanumeric' as const),
        (seed, length, alphabet) => {
          const code = newAuthCode(
            (kind, n) => seed + kind + n,
            { length, alphabet },
            () => false,
          );
          expect(code).toMatch(alphabet === 'digits' ? /^[1-9][0-9]+$/ : /^[1-9A-Za-z][0-9A-Za-z]+$/);
          expect(code).toHaveLength(length);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is the same for the same id', () => {
    const make = () =>
      newAuthCode(
        (kind, n) => `seed ${kind} ${n}`,
        { length: 32, alphabet: 'alphanumeric' },
        () => false,
      );
    expect(make()).toBe(make());
  });
});

describe('adoptCode', () => {
  it('registers a code that a service made, so that it can be exchanged', () => {
    const wallet = new TestWallet();
    const adopt = {
      type: 'adoptCode',
      ...shop,
      scopes: ['auth_user', 'auth_user'],
      code: 'XXX',
      call: 'c',
    } as const;
    expect(wallet.do(adopt)).toEqual({ adopted: true });
    expect(wallet.state.codes.XXX).toMatchObject({
      issuer: 'service',
      scopes: ['auth_user'],
      status: 'live',
      call: 'c',
    });
    expect(wallet.exchange('XXX')).toMatchObject({
      ok: true,
      customerId: 'id of alex',
      scopes: ['auth_user'],
    });
  });

  it('leaves a code alone that is known already: a service that gives one code twice gives a used one', () => {
    const wallet = new TestWallet();
    const own = wallet.code();
    const before = wallet.state;
    expect(wallet.do({ type: 'adoptCode', ...shop, scopes: ['auth_user'], code: own })).toEqual({
      adopted: false,
    });
    expect(wallet.state).toBe(before);
    wallet.do({ type: 'adoptCode', ...shop, scopes: ['auth_base'], code: 'XXX' });
    wallet.exchange('XXX');
    expect(wallet.do({ type: 'adoptCode', ...shop, scopes: ['auth_base'], code: 'XXX' })).toEqual({
      adopted: false,
    });
    expect(wallet.exchange('XXX')).toMatchObject({ ok: false, code: 'USED_CODE' });
  });

  it.each(['__proto__', 'constructor', 'toString', '1591234'])(
    'takes a code called %s as any other',
    (code) => {
      const wallet = new TestWallet();
      expect(wallet.exchange(code)).toMatchObject({ code: 'INVALID_CODE' });
      wallet.do({
        type: 'adoptCode',
        persona: '__proto__',
        clientId: '__proto__',
        scopes: ['auth_base'],
        code,
      });
      expect(Object.keys(wallet.state.codes)).toEqual([code]);
      expect(wallet.exchange(code, '__proto__')).toMatchObject({ ok: true, customerId: 'id of __proto__' });
      expect(wallet.exchange(code, '__proto__')).toMatchObject({ ok: false, code: 'USED_CODE' });
    },
  );
});

describe('voidCode', () => {
  it('makes a live code useless, and only a live one', () => {
    const wallet = new TestWallet();
    const code = wallet.code();
    expect(wallet.do({ type: 'voidCode', code })).toEqual({ voided: true });
    expect(wallet.do({ type: 'voidCode', code })).toEqual({ voided: false });
    expect(wallet.do({ type: 'voidCode', code: 'unknown' })).toEqual({ voided: false });
    expect(wallet.exchange(code)).toMatchObject({ ok: false, code: 'INVALID_CODE' });
    const used = wallet.code();
    wallet.exchange(used);
    expect(wallet.do({ type: 'voidCode', code: used })).toEqual({ voided: false });
    expect(wallet.state.codes[used]?.status).toBe('exchanged');
  });
});

describe('codeStatus', () => {
  it('is expired from the end of its life on, without an event', () => {
    const wallet = new TestWallet();
    const issued = wallet.code();
    const code = wallet.state.codes[issued];
    expect(code && codeStatus(code, NOON + 599_999)).toBe('live');
    expect(code && codeStatus(code, NOON + 600_000)).toBe('expired');
  });
});
