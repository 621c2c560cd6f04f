import type { ApplyTokenCode } from '../../contract/openapi/index.ts';
import type { AuthCode, Token, WalletEvent, WalletState } from '../../contract/wallet.ts';
import type { Decider, IssuedTokens, Refused, WalletContext } from './commands.ts';
import { codeOf, codeStatus, familyOf, isConsentLapsed, isSuspended, tokenOf, tokenStatus } from './read.ts';
import { newFamily, newToken } from './secrets.ts';

type Outcome = { events: WalletEvent[]; answer: IssuedTokens | Refused<ApplyTokenCode> };

const refused = (code: ApplyTokenCode, message = '', events: WalletEvent[] = []): Outcome => ({
  events,
  answer: { ok: false, code, message },
});

/** Why what has time left is refused all the same. */
export const LAPSED = "The user's agreement behind it has lapsed.";

/**
 * Exchanges an auth code for tokens. A well-formed exchange that names a live code burns it, whatever the outcome: by
 * another program too. Reuse of an exchanged code ends its token family when hardened so; a program that the code was
 * not issued to cannot end anybody's tokens with it. A suspended client is turned away before anything is looked at.
 */
export const exchangeCode: Decider<'exchangeCode'> = (state, command, context) => {
  if (isSuspended(state, command.clientId)) return refused('INVALID_AUTH_CLIENT_STATUS');
  const code = codeOf(state, command.code);
  if (!code) return refused('INVALID_CODE');
  const status = codeStatus(code, context.now);
  const burnt: WalletEvent[] =
    status === 'live' ? [{ type: 'code.changed', code: code.code, status: 'burnt' }] : [];
  if (code.clientId !== command.clientId)
    return refused('INVALID_CODE', 'It was issued to another mini program.', burnt);
  switch (status) {
    case 'exchanged':
      return refused(
        'USED_CODE',
        '',
        reuse(state, code.family, 'codeReuse', context.hardening.codeReuseEndsFamily),
      );
    case 'burnt':
      return refused('USED_CODE', 'An exchange that failed has used it up.');
    case 'void':
      return refused('INVALID_CODE', 'It was withdrawn before it was exchanged.');
    case 'expired':
      return refused('EXPIRED_CODE');
    case 'live':
      break;
  }
  if (isConsentLapsed(state, code, context.now)) return refused('EXPIRED_CODE', LAPSED, burnt);
  const { referenceClientId } = command;
  if (referenceClientId !== undefined && referenceClientId !== code.clientId)
    return refused('REFERENCE_CLIENT_ID_NOT_MATCH', '', burnt);
  const user = activeUser(code.persona, context);
  if (!user.ok) return refused('ACCESS_DENIED', user.problem, burnt);
  return startFamily(state, code, user.userId, context);
};

/** Tokens for a code: the first access and refresh token of a new family. */
function startFamily(
  state: WalletState,
  code: AuthCode,
  customerId: string,
  context: WalletContext,
): Outcome {
  const family = newFamily(context.id, (id) => familyOf(state, id) !== undefined);
  const { persona, clientId, scopes, consented } = code;
  const tokens = newTokens(state, family, context);
  const rests = consented === undefined ? {} : { consented };
  return {
    events: [
      { type: 'code.changed', code: code.code, status: 'exchanged', family },
      {
        type: 'family.started',
        family: {
          id: family,
          code: code.code,
          persona,
          clientId,
          customerId,
          scopes,
          ...rests,
          status: 'live',
        },
      },
      ...tokens.events,
    ],
    answer: { ...tokens.issued, customerId, family, scopes },
  };
}

/**
 * Renews the tokens. Refresh tokens work once: the old one is used, the family gets a new pair, and an access token
 * that has not expired lives out its time. Reuse ends the family when hardened so.
 */
export const refresh: Decider<'refresh'> = (state, command, context) => {
  if (isSuspended(state, command.clientId)) return refused('INVALID_AUTH_CLIENT_STATUS');
  const token = tokenOf(state, command.refreshToken);
  const family = token && familyOf(state, token.family);
  if (!family || token.kind !== 'refresh' || family.clientId !== command.clientId)
    return refused('INVALID_REFRESH_TOKEN');
  const status = tokenStatus(token, context.now);
  if (status === 'used')
    return refused(
      'USED_REFRESH_TOKEN',
      '',
      reuse(state, family.id, 'refreshReuse', context.hardening.refreshReuseEndsFamily),
    );
  if (status === 'revoked') return refused('INVALID_REFRESH_TOKEN', 'It was revoked.');
  if (status === 'expired') return refused('EXPIRED_REFRESH_TOKEN');
  if (isConsentLapsed(state, family, context.now)) return refused('EXPIRED_REFRESH_TOKEN', LAPSED);
  const user = activeUser(family.persona, context);
  if (!user.ok) return refused('ACCESS_DENIED', user.problem);
  const { customerId, id, scopes } = family;
  const tokens = newTokens(state, id, context);
  return {
    events: [{ type: 'token.used', token: token.token }, ...tokens.events],
    answer: { ...tokens.issued, customerId, family: id, scopes },
  };
};

function newTokens(state: WalletState, family: string, context: WalletContext) {
  const taken = (token: string) => tokenOf(state, token) !== undefined;
  const make = (kind: Token['kind']): Token => ({
    token: newToken(kind, context.id, taken),
    kind,
    family,
    issuedAt: context.now,
    expiresAt: context.now + context.lives[kind],
    status: 'live',
  });
  const access = make('access');
  const refreshToken = make('refresh');
  return {
    events: [
      { type: 'token.issued', token: access },
      { type: 'token.issued', token: refreshToken },
    ] satisfies WalletEvent[],
    issued: {
      ok: true as const,
      accessToken: access.token,
      accessTokenExpiresAt: access.expiresAt,
      refreshToken: refreshToken.token,
      refreshTokenExpiresAt: refreshToken.expiresAt,
    },
  };
}

/** The end of a family whose code or refresh token came back: once, and only when hardened so. */
function reuse(
  state: WalletState,
  familyId: string | undefined,
  by: 'codeReuse' | 'refreshReuse',
  hardened: boolean,
): WalletEvent[] {
  const family = familyId === undefined ? undefined : familyOf(state, familyId);
  return hardened && family?.status === 'live' ? [{ type: 'family.ended', family: family.id, by }] : [];
}

/** The user behind a code or token, if their account may have tokens. */
function activeUser(
  persona: string,
  context: WalletContext,
): { ok: true; userId: string } | { ok: false; problem: string } {
  const user = context.persona(persona);
  if (!user) return { ok: false, problem: 'The wallet has no such user.' };
  if (user.status === 'INACTIVE') return { ok: false, problem: "The user's account is not active." };
  return { ok: true, userId: user.userId };
}
