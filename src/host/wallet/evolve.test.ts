import { describe, expect, it } from 'vitest';
import {
  EMPTY_WALLET,
  FAMILY_MEMORY,
  WALLET_MEMORY,
  type WalletEvent,
  type WalletState,
} from '../../contract/wallet.ts';
import { evolve, evolveAll } from './evolve.ts';
import { isFamilyLive } from './read.ts';
import { tablesOf } from './tables.ts';
import { NOON, TestWallet } from './test-wallet.ts';

const small = { codes: 4, tokensOfFamily: 4 };
const familyOnly = (id: string): WalletEvent => ({
  type: 'family.started',
  family: {
    id,
    code: `code of ${id}`,
    persona: 'a',
    clientId: 'c',
    customerId: '1',
    scopes: [],
    status: 'live',
  },
});

describe('evolve', () => {
  it('shares what an event does not touch', () => {
    const wallet = new TestWallet();
    wallet.login();
    const before = wallet.state;
    wallet.agree(['USER_NAME']);
    const after = wallet.state;
    expect(after).not.toBe(before);
    for (const map of ['codes', 'families', 'tokens', 'declined', 'suspended'] as const)
      expect(after[map]).toBe(before[map]);
    const code = Object.keys(after.codes)[0] ?? '';
    wallet.code();
    expect(wallet.state.codes[code]).toBe(after.codes[code]);
    expect(wallet.state.tokens).toBe(after.tokens);
    expect(wallet.state.tokens).toBe(wallet.state.tokens);
  });

  it('leaves the state that it starts from as it was', () => {
    const wallet = new TestWallet();
    const { refreshToken } = wallet.login();
    const before = wallet.state;
    const copy = structuredClone(before);
    wallet.do({ type: 'refresh', refreshToken, clientId: 'shop' });
    wallet.do({ type: 'refresh', refreshToken, clientId: 'shop' });
    wallet.code();
    expect(before).toEqual(copy);
  });

  it('changes nothing for what the wallet does not know', () => {
    const strange: WalletEvent[] = [
      { type: 'code.changed', code: 'unknown', status: 'burnt' },
      { type: 'family.ended', family: 'unknown', by: 'user' },
      { type: 'token.used', token: '__proto__' },
      { type: 'grant.withdrawn', persona: 'nobody', clientId: 'c', scopes: ['USER_NAME'] },
      {
        type: 'token.issued',
        token: { token: 't', kind: 'access', family: 'unknown', issuedAt: 0, expiresAt: 1, status: 'live' },
      },
    ];
    for (const event of strange) expect(evolve(EMPTY_WALLET, event, NOON)).toBe(EMPTY_WALLET);
  });

  it('keeps the first reason that a family ended for', () => {
    const started = evolve(EMPTY_WALLET, familyOnly('f'), NOON);
    const ended = evolve(started, { type: 'family.ended', family: 'f', by: 'revoke' }, NOON);
    expect(evolve(ended, { type: 'family.ended', family: 'f', by: 'user' }, NOON)).toBe(ended);
  });

  it('is the same event by event and all at once', () => {
    const wallet = new TestWallet({}, small);
    for (let n = 0; n < 8; n++) {
      wallet.wait(1);
      const { refreshToken } = wallet.login();
      wallet.do({ type: 'refresh', refreshToken, clientId: 'shop' });
      wallet.agree(['USER_NAME']);
      wallet.do({ type: 'forgetProgram', persona: 'alex', clientId: 'shop' });
    }
    expect(evolveAll(EMPTY_WALLET, wallet.events, small)).toEqual(wallet.state);
  });

  it('survives a way through JSON, so that a checkpoint can hold it', () => {
    const wallet = new TestWallet();
    wallet.do({
      type: 'adoptCode',
      persona: 'alex',
      clientId: '__proto__',
      scopes: ['auth_base'],
      code: '__proto__',
    });
    wallet.agree(['__proto__'], '__proto__', '__proto__');
    wallet.login();
    const copy = JSON.parse(JSON.stringify(wallet.state)) as WalletState;
    expect(copy).toEqual(wallet.state);
    expect(Object.keys(copy.codes)).toContain('__proto__');
    expect(Object.keys(copy.grants)).toEqual(['__proto__']);
    const more: WalletEvent = { type: 'code.changed', code: '__proto__', status: 'void' };
    expect(evolve(copy, more, NOON)).toEqual(evolve(wallet.state, more, NOON));
    expect(evolve(copy, more, NOON).codes).not.toEqual(copy.codes);
  });
});

describe('what the wallet remembers', () => {
  it('forgets the oldest spent code first, with its family and their tokens', () => {
    const wallet = new TestWallet({}, small);
    const kept = wallet.login();
    wallet.wait(1);
    const spent = wallet.login();
    wallet.do({ type: 'revoke', accessToken: spent.accessToken, clientId: 'shop' });
    const codes = [1, 2].map(() => {
      wallet.wait(1);
      return wallet.code();
    });
    expect(Object.keys(wallet.state.codes)).toHaveLength(4);
    const newest = wallet.code();
    expect(Object.keys(wallet.state.families)).toEqual([kept.family]);
    expect(Object.keys(wallet.state.tokens).toSorted()).toEqual(
      [kept.accessToken, kept.refreshToken].toSorted(),
    );
    expect(Object.keys(wallet.state.codes)).toEqual(expect.arrayContaining([...codes, newest]));
    expect(Object.keys(wallet.state.codes)).toHaveLength(4);
    expect(wallet.do({ type: 'inquire', accessToken: kept.accessToken, clientId: 'shop' }).ok).toBe(true);
  });

  it('forgets what is expired before what is live', () => {
    const wallet = new TestWallet({}, small);
    const live = wallet.login();
    wallet.wait(1);
    const stale = wallet.code();
    wallet.wait(600_000);
    for (let n = 0; n < 3; n++) wallet.code();
    expect(Object.keys(wallet.state.codes)).not.toContain(stale);
    expect(Object.keys(wallet.state.families)).toEqual([live.family]);
  });

  it('forgets the oldest when all are live, never the newcomer: not even when all are of one moment', () => {
    const wallet = new TestWallet({}, small);
    const codes = Array.from({ length: 12 }, () => {
      const code = wallet.code();
      expect(Object.keys(wallet.state.codes)).toContain(code);
      return code;
    });
    expect(Object.keys(wallet.state.codes)).toHaveLength(4);
    const timed = new TestWallet({}, small);
    const later = codes.map(() => {
      timed.wait(1);
      return timed.code();
    });
    expect(Object.keys(timed.state.codes).toSorted()).toEqual(later.slice(-4).toSorted());
  });

  it('bounds families whose code is not known, too', () => {
    let state = EMPTY_WALLET;
    for (let n = 0; n < 9; n++) {
      state = evolve(state, familyOnly(`f${n}`), NOON + n, small);
      const token = { token: `t${n}`, kind: 'refresh', family: `f${n}`, issuedAt: NOON + n } as const;
      state = evolve(
        state,
        { type: 'token.issued', token: { ...token, expiresAt: NOON + 99, status: 'live' } },
        NOON + n,
        small,
      );
    }
    expect(Object.keys(state.families)).toEqual(['f5', 'f6', 'f7', 'f8']);
    expect(Object.keys(state.tokens)).toEqual(['t5', 't6', 't7', 't8']);
  });

  it('forgets a family that is one too many together with its code', () => {
    const wallet = new TestWallet({}, { codes: 2, tokensOfFamily: 4 });
    wallet.login();
    wallet.wait(31 * 86_400_000);
    const { now } = wallet.context;
    for (const family of ['x', 'y']) {
      const token = {
        token: `t${family}`,
        kind: 'refresh',
        family,
        issuedAt: now,
        expiresAt: now + 9,
      } as const;
      wallet.record([familyOnly(family), { type: 'token.issued', token: { ...token, status: 'live' } }]);
    }
    expect(Object.keys(wallet.state.families)).toEqual(['x', 'y']);
    expect(Object.keys(wallet.state.tokens)).toEqual(['tx', 'ty']);
    expect(wallet.state.codes).toEqual({});
  });

  it('keeps the newest tokens of a family that is refreshed again and again', () => {
    const wallet = new TestWallet();
    let tokens = wallet.login();
    const spent: string[] = [];
    for (let n = 0; n < 40; n++) {
      const next = wallet.do({ type: 'refresh', refreshToken: tokens.refreshToken, clientId: 'shop' });
      if (!next.ok) throw new Error(next.code);
      spent.push(tokens.refreshToken);
      tokens = next;
    }
    expect(Object.keys(wallet.state.tokens)).toHaveLength(FAMILY_MEMORY);
    const family = wallet.state.families[tokens.family];
    expect(family?.tokens?.toSorted()).toEqual(Object.keys(wallet.state.tokens).toSorted());
    expect(family && isFamilyLive(tablesOf(wallet.state), family, wallet.context.now)).toBe(true);
    const ask = (refreshToken: string) => wallet.do({ type: 'refresh', refreshToken, clientId: 'shop' });
    expect(ask(spent[0] ?? '')).toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });
    expect(ask(spent.at(-1) ?? '')).toMatchObject({ code: 'USED_REFRESH_TOKEN' });
  });

  it(`is no more than ${WALLET_MEMORY} codes and families, whatever happens`, () => {
    const wallet = new TestWallet();
    let most = 0;
    const codes = Array.from({ length: WALLET_MEMORY + 50 }, (_, n) => {
      wallet.wait(1);
      const made = n % 2 ? wallet.login().accessToken : wallet.code();
      most = Math.max(most, tablesOf(wallet.state).codes.size);
      return made;
    });
    expect(most).toBe(WALLET_MEMORY);
    expect(Object.keys(wallet.state.codes).length).toBeGreaterThanOrEqual((WALLET_MEMORY * 7) / 8);
    const families = Object.keys(wallet.state.families).length;
    expect(Object.keys(wallet.state.tokens)).toHaveLength(2 * families);
    expect(wallet.do({ type: 'inquire', accessToken: codes.at(-1) ?? '', clientId: 'shop' }).ok).toBe(true);
  });
});
