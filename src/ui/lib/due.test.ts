import { describe, expect, it } from 'vitest';
import { EMPTY_WALLET, type WalletEvent } from '../../contract/wallet.ts';
import { EMPTY_STATE } from '../../host/state.ts';
import { evolve } from '../../host/wallet/evolve.ts';
import { dueOf } from './due.ts';

const pair = { persona: 'lena', program: 'shop', clientId: 'c1' };
const who = { persona: 'lena', clientId: 'c1', scopes: ['auth_user'] };

function stateAfter(...changes: WalletEvent[]) {
  return {
    ...EMPTY_STATE,
    wallet: changes.reduce((state, change) => evolve(state, change, 0), EMPTY_WALLET),
  };
}
const code = (name: string, expiresAt: number, of = who): WalletEvent => ({
  type: 'code.issued',
  code: { ...of, consented: [], code: name, issuer: 'wallet', issuedAt: 0, expiresAt, status: 'live' },
});

describe('what is due', () => {
  const state = stateAfter(
    { type: 'grant.given', ...who, expiresAt: 5_000 },
    code('late', 9_000),
    code('soon', 1_000),
    code('other', 500, { ...who, persona: 'omar' }),
    {
      type: 'family.started',
      family: { ...who, consented: [], id: 'f', code: 'x', customerId: 'u', status: 'live' },
    },
    {
      type: 'token.issued',
      token: { token: 'a', kind: 'access', family: 'f', issuedAt: 0, expiresAt: 3_000, status: 'live' },
    },
    {
      type: 'token.issued',
      token: { token: 'r', kind: 'refresh', family: 'f', issuedAt: 0, expiresAt: 7_000, status: 'live' },
    },
  );

  it('codes, tokens and agreements of the pair alone, what ends first at the front', () => {
    expect(dueOf(state, pair, 0)).toEqual([
      { kind: 'code', name: 'soon', at: 1_000 },
      { kind: 'access', name: 'a', at: 3_000 },
      { kind: 'grant', name: 'auth_user', at: 5_000 },
      { kind: 'refresh', name: 'r', at: 7_000 },
      { kind: 'code', name: 'late', at: 9_000 },
    ]);
  });

  it('what has expired, was exchanged or revoked waits for nothing', () => {
    expect(dueOf(state, pair, 3_000).map((due) => due.name)).toEqual(['auth_user', 'r', 'late']);
    const ended = [
      { type: 'code.changed', code: 'soon', status: 'exchanged' },
      { type: 'family.ended', family: 'f', by: 'revoke' },
    ] as const;
    const after = {
      ...state,
      wallet: ended.reduce((wallet, change) => evolve(wallet, change, 0), state.wallet),
    };
    expect(dueOf(after, pair, 0).map((due) => due.name)).toEqual(['auth_user', 'late']);
  });
});
