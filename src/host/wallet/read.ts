import type {
  AuthCode,
  CodeStatus,
  Grant,
  GrantTimes,
  Token,
  TokenFamily,
  WalletState,
} from '../../contract/wallet.ts';
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

type Granted = Pick<WalletState, 'grants'>;

/** Every agreement that a user gave to a program and did not withdraw, in the order given: lapsed ones, too. */
export function agreementsOf(state: Granted, persona: string, clientId: string): Grant[] {
  return Object.entries(own(own(state.grants, persona), clientId) ?? {}).map(([scope, times]) => ({
    scope,
    ...times,
  }));
}

/** When a user agreed to a scope, and until when that holds; undefined when they did not, or took it back. */
export function agreementTo(
  state: Granted,
  persona: string,
  clientId: string,
  scope: string,
): GrantTimes | undefined {
  return own(own(own(state.grants, persona), clientId), scope);
}

/** Whether an agreement has lapsed at a moment: it has at `expiresAt` itself. Derived, as all expiry; it is no event. */
export function hasLapsed({ expiresAt }: GrantTimes, now: number): boolean {
  return expiresAt !== undefined && now >= expiresAt;
}

/** What a user has granted to a program at a moment, in the order given: a lapsed agreement counts as none. */
export function grantsOf(state: Granted, persona: string, clientId: string, now: number): Grant[] {
  return agreementsOf(state, persona, clientId).filter((grant) => !hasLapsed(grant, now));
}

/** Whether a user has granted a scope to a program, at a moment. Silent scopes need no grant and have none. */
export function isGranted(
  state: Granted,
  persona: string,
  clientId: string,
  scope: string,
  now: number,
): boolean {
  const times = agreementTo(state, persona, clientId, scope);
  return times !== undefined && !hasLapsed(times, now);
}

/** What a code or a token family rests on. */
export type Consented = Pick<TokenFamily, 'persona' | 'clientId' | 'scopes' | 'consented'>;

/** Whether an agreement behind a code or a token family has lapsed: no token outlives its grant. */
export function isConsentLapsed(state: Granted, one: Consented, now: number): boolean {
  return (one.consented ?? one.scopes).some((scope) => {
    const times = agreementTo(state, one.persona, one.clientId, scope);
    return times !== undefined && hasLapsed(times, now);
  });
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

/** Whether a family can still do anything: not ended, its agreements stand, and one of its tokens is live. */
export function isFamilyLive(
  { tokens, grants }: Granted & { tokens: { get(token: string): Token | undefined } },
  family: TokenFamily,
  now: number,
): boolean {
  if (family.status === 'ended' || isConsentLapsed({ grants }, family, now)) return false;
  return (family.tokens ?? []).some((id) => {
    const token = tokens.get(id);
    return token !== undefined && tokenStatus(token, now) === 'live';
  });
}

export function isSuspended(state: WalletState, clientId: string): boolean {
  return state.suspended.includes(clientId);
}
