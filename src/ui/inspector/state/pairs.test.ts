import { describe, expect, it } from 'vitest';
import { EMPTY_STATE, EMPTY_STORAGE, type SimulatorState } from '../../../host/state.ts';
import { pairsOf } from './pairs.ts';

const programs = [
  { id: 'shop', clientId: 'C1' },
  { id: 'lab', clientId: 'C2' },
];
const chosen = { persona: 'lena', program: 'shop', clientId: 'C1' };
const state: SimulatorState = {
  ...EMPTY_STATE,
  wallet: { ...EMPTY_STATE.wallet, grants: { omar: { C2: { auth_user: { at: 1 } } }, mei: { C1: {} } } },
  storage: { lena: { lab: { ...EMPTY_STORAGE, local: { a: { json: '1' } } }, shop: EMPTY_STORAGE } },
};

describe('pairsOf', () => {
  it('is the chosen pair alone', () => {
    expect(pairsOf(state, programs, chosen, false)).toEqual([chosen]);
  });
  it('is, on demand, every pair that has something, the chosen one first', () => {
    expect(pairsOf(state, programs, chosen, true)).toEqual([
      chosen,
      { persona: 'omar', program: 'lab', clientId: 'C2' },
      { persona: 'lena', program: 'lab', clientId: 'C2' },
    ]);
  });
});
