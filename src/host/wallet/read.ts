import type { AuthCode, CodeStatus, Grant, Token, TokenFamily, WalletState } from '../../contract/wallet.ts';
import { tablesOf } from './tables.ts';

/** A member of a record by its own name: ids come from outside and may be called `__proto__`. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A code, family or token by its id. Cheaper than the maps of the state, which are built when they are read. */
export function codeOf(state: WalletState, code: string): AuthCode | undefined {
  return tablesOf(state).codes.get(code);
}
export function familyOf(state: WalletState, family: string): TokenFamily | undefined {
  return tablesOf(state).families.get(family);
}
export function tokenOf(state: WalletState, token: string): Token | undefined {
  return tablesOf(state).tokens.get(token);
}

/** The grants that a user gave to a program, in the order given. */
export function grantsOf(state: WalletState, persona: string, clientId: string): Grant[] {
  return Object.entries(own(own(state.grants, persona), clientId) ?? {}).map(([scope, at]) => ({
    scope,
    at,
  }));
}

/** Whether a user has granted a scope to a program. Silent scopes need no grant and have none. */
export function isGranted(state: WalletState, persona: string, clientId: string, scope: string): boolean {
  return own(own(own(state.grants, persona), clientId), scope) !== undefined;
}

/** The scopes that the user refused at the last dialog of a program. */
export function declinedOf(
  state: Pick<WalletState, 'declined'>,
  persona: string,
  clientId: string,
): readonly string[] {
  return own(own(state.declined, persona), clientId) ?? [];
}

/** A code's status at a moment: expiry is derived, it is no event. A code is expired at `expiresAt` itself. */
export function codeStatus(code: AuthCode, now: number): CodeStatus | 'expired' {
  return code.status === 'live' && now >= code.expiresAt ? 'expired' : code.status;
}

/** A token's status at a moment. */
export function tokenStatus(token: Token, now: number): Token['status'] | 'expired' {
  return token.status === 'live' && now >= token.expiresAt ? 'expired' : token.status;
}

/** Whether a family can still do anything: not ended, and one of its tokens is live. */
export function isFamilyLive(
  tokens: { get(token: string): Token | undefined },
  family: TokenFamily,
  now: number,
): boolean {
  if (family.status === 'ended') return false;
  return (family.tokens ?? []).some((id) => {
    const token = tokens.get(id);
    return token !== undefined && tokenStatus(token, now) === 'live';
  });
}

export function isSuspended(state: WalletState, clientId: string): boolean {
  return state.suspended.includes(clientId);
}
