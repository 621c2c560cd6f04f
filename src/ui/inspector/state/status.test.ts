import { describe, expect, it } from 'vitest';
import { DEFAULT_LIVES } from '../../../contract/wallet.ts';
import { DIGITS, TestWallet } from '../../../host/wallet/test-wallet.ts';
import { standOfCode, standOfToken } from './status.ts';

const issue = {
  type: 'issueCode',
  persona: 'alex',
  clientId: 'shop',
  scopes: ['USER_NAME'],
  silent: [],
  format: DIGITS,
} as const;

describe('how a code and a token stand', () => {
  it('says when the agreement behind them has lapsed, or the login has ended', () => {
    const wallet = new TestWallet({ lives: { ...DEFAULT_LIVES, consent: 60_000 } });
    const stands = () => {
      const { codes, tokens } = wallet.state;
      const { now } = wallet.context;
      return [
        ...Object.values(codes).map((code) => standOfCode(wallet.state, code, now)),
        ...Object.values(tokens).map((token) => standOfToken(wallet.state, token, now)),
      ];
    };
    wallet.agree(['USER_NAME']);
    const first = wallet.do(issue);
    wallet.do(issue);
    wallet.exchange(first.ok ? first.authCode : '');
    expect(stands()).toEqual(['exchanged', 'live', 'live', 'live']);
    wallet.wait(60_000);
    expect(stands()).toEqual(['exchanged', 'lapsed', 'lapsed', 'lapsed']);
    wallet.agree(['USER_NAME']);
    expect(stands()).toEqual(['exchanged', 'void', 'revoked', 'revoked']);
  });
});
