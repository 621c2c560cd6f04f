import { describe, expect, it } from 'vitest';
import type { Persona } from '../../contract/persona.ts';
import { historyOf } from './personas.ts';
import { declinedOf, grantsOf } from './read.ts';
import { TestWallet } from './test-wallet.ts';

const sam: Persona = {
  id: 'sam',
  title: 'Sam',
  description: '',
  status: 'ACTIVE',
  profile: { userId: '1' },
  grants: { '*': ['auth_user'], shop: ['USER_NAME', 'auth_user'] },
  declined: { shop: ['USER_NAME', 'USER_GENDER'] },
};

describe('historyOf', () => {
  it('turns what a persona did before into events; * is every program, and a grant outweighs a refusal', () => {
    const wallet = new TestWallet();
    wallet.record(historyOf(sam, ['shop', 'bank']));
    expect(grantsOf(wallet.state, 'sam', 'shop', wallet.context.now).map((grant) => grant.scope)).toEqual([
      'auth_user',
      'USER_NAME',
    ]);
    expect(grantsOf(wallet.state, 'sam', 'bank', wallet.context.now).map((grant) => grant.scope)).toEqual([
      'auth_user',
    ]);
    expect(declinedOf(wallet.state, 'sam', 'shop')).toEqual(['USER_GENDER']);
  });

  it('is empty for a first-time user', () => {
    const { declined: _declined, ...first } = sam;
    expect(historyOf({ ...first, grants: {} }, ['shop', '__proto__', '*'])).toEqual([]);
  });
});
