import type { SimulatorState } from '../../host/state.ts';
import { agreementsOf, hasLapsed } from '../../host/wallet/read.ts';
import type { Pair } from '../inspector/state/pairs.ts';
import { standOfCode, standOfToken } from '../inspector/state/status.ts';

/** Something that ends at a moment: a code, a token, or an agreement (its scope). */
export interface Due {
  kind: 'code' | 'access' | 'refresh' | 'grant';
  /** The code or token itself, or the scope. */
  name: string;
  /** Virtual ms since the epoch. */
  at: number;
}

/** What of a user with a program has time left at a moment, what ends first at the front. */
export function dueOf({ wallet }: SimulatorState, { persona, clientId }: Pair, now: number): Due[] {
  const isOwn = (of: { persona: string; clientId: string }) =>
    of.persona === persona && of.clientId === clientId;
  const due: Due[] = [];
  for (const code of Object.values(wallet.codes))
    if (isOwn(code) && standOfCode(wallet, code, now) === 'live')
      due.push({ kind: 'code', name: code.code, at: code.expiresAt });
  for (const family of Object.values(wallet.families)) {
    if (!isOwn(family) || family.status !== 'live') continue;
    for (const id of family.tokens ?? []) {
      const token = wallet.tokens[id];
      if (token && standOfToken(wallet, token, now) === 'live')
        due.push({ kind: token.kind, name: token.token, at: token.expiresAt });
    }
  }
  for (const grant of agreementsOf(wallet, persona, clientId))
    if (grant.expiresAt !== undefined && !hasLapsed(grant, now))
      due.push({ kind: 'grant', name: grant.scope, at: grant.expiresAt });
  return due.sort((a, b) => a.at - b.at);
}
