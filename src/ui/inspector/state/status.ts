import type { AuthCode, Token, WalletState } from '../../../contract/wallet.ts';
import { codeStatus, familyOf, isConsentLapsed, tokenStatus } from '../../../host/wallet/read.ts';

/** How a code stands at a moment: `lapsed` when it has time left and the agreement behind it has none. */
export function standOfCode(state: WalletState, code: AuthCode, now: number) {
  const status = codeStatus(code, now);
  return status === 'live' && isConsentLapsed(state, code, now) ? 'lapsed' : status;
}

/** How a token stands at a moment, likewise. One whose login has ended is revoked. */
export function standOfToken(state: WalletState, token: Token, now: number) {
  const status = tokenStatus(token, now);
  const family = familyOf(state, token.family);
  if (status !== 'live' || !family) return status;
  if (family.status === 'ended') return 'revoked';
  return isConsentLapsed(state, family, now) ? 'lapsed' : 'live';
}
