import type { Token, TokenFamily, WalletState } from '../../contract/wallet.ts';
import type { Decider, Refused, WalletContext } from './commands.ts';
import { withdraw } from './consent.ts';
import { LAPSED } from './exchange.ts';
import { familyOf, isConsentLapsed, isSuspended, tokenOf, tokenStatus } from './read.ts';

type TokenCode = 'INVALID_AUTH_CLIENT_STATUS' | 'INVALID_ACCESS_TOKEN' | 'EXPIRED_ACCESS_TOKEN';

/** The live access token of this client and its family, or the code that the OpenAPI answers instead. */
function access(
  state: WalletState,
  { accessToken, clientId }: { accessToken: string; clientId: string },
  now: number,
): { ok: true; token: Token; family: TokenFamily } | Refused<TokenCode> {
  const refused = (code: TokenCode, message = ''): Refused<TokenCode> => ({ ok: false, code, message });
  if (isSuspended(state, clientId)) return refused('INVALID_AUTH_CLIENT_STATUS');
  const token = tokenOf(state, accessToken);
  const family = token && familyOf(state, token.family);
  if (!family || token.kind !== 'access') return refused('INVALID_ACCESS_TOKEN');
  if (family.clientId !== clientId)
    return refused('INVALID_ACCESS_TOKEN', 'It was issued to another mini program.');
  switch (tokenStatus(token, now)) {
    case 'live':
      return isConsentLapsed(state, family, now)
        ? refused('EXPIRED_ACCESS_TOKEN', LAPSED)
        : { ok: true, token, family };
    case 'expired':
      return refused('EXPIRED_ACCESS_TOKEN');
    default:
      return refused('INVALID_ACCESS_TOKEN', 'It was revoked.');
  }
}

/**
 * The merchant gives a token back. Its whole family ends: the refresh token cannot be used, valid or not. The consent
 * stays, unless hardened so.
 */
export const revoke: Decider<'revoke'> = (state, command, context) => {
  const found = access(state, command, context.now);
  if (!found.ok) return { events: [], answer: found };
  const { family } = found;
  const dropped = context.hardening.revokeDropsConsent ? dropConsent(state, family, context) : [];
  return {
    events: [{ type: 'family.ended', family: family.id, by: 'revoke' }, ...dropped],
    answer: { ok: true, family: family.id },
  };
};

/** Withdraws the grants behind a family, without ending the family itself twice. */
function dropConsent(state: WalletState, family: TokenFamily, { now }: WalletContext) {
  const { persona, clientId, scopes } = family;
  return withdraw(state, { persona, clientId, scopes, silent: [] }, now).events.filter(
    (event) => event.type !== 'family.ended' || event.family !== family.id,
  );
}

/** Whose token it is and for which scopes. No events. */
export const inquire: Decider<'inquire'> = (state, command, context) => {
  const found = access(state, command, context.now);
  if (!found.ok) return { events: [], answer: found };
  const { persona, customerId, scopes } = found.family;
  return { events: [], answer: { ok: true, persona, customerId, scopes } };
};
