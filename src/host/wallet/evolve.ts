import {
  type AuthCode,
  FAMILY_MEMORY,
  type GrantTimes,
  type Token,
  type TokenFamily,
  WALLET_MEMORY,
  type WalletEvent,
  type WalletState,
} from '../../contract/wallet.ts';
import { forgetCodes, forgetFamilies, forgetTokens } from './memory.ts';
import { declinedOf, own } from './read.ts';
import { stateOf, type Tables, tablesOf } from './tables.ts';

/** How much is remembered: codes (and as many families), and tokens of one family. */
export interface Memory {
  codes: number;
  tokensOfFamily: number;
}
export const MEMORY: Memory = { codes: WALLET_MEMORY, tokensOfFamily: FAMILY_MEMORY };

/**
 * One event's effect on the wallet's state, at a moment of virtual time. Pure; what does not change is shared, and an
 * event that names what the wallet does not know (or has forgotten) changes nothing. Never throws.
 */
export function evolve(
  state: WalletState,
  event: WalletEvent,
  at: number,
  memory: Memory = MEMORY,
): WalletState {
  return evolveAll(state, [{ change: event, at }], memory);
}

/** The fold of many events: the same state as one after the other. */
export function evolveAll(
  state: WalletState,
  events: Iterable<{ change: WalletEvent; at: number }>,
  memory: Memory = MEMORY,
): WalletState {
  const before = tablesOf(state);
  const draft = { ...before };
  for (const { change, at } of events) apply(draft, change, at, memory);
  const isSame = (Object.keys(draft) as (keyof Tables)[]).every((part) => draft[part] === before[part]);
  return isSame ? state : stateOf(draft);
}

function apply(draft: Tables, event: WalletEvent, at: number, memory: Memory): void {
  switch (event.type) {
    case 'grant.given':
      giveGrants(draft, event, at);
      break;
    case 'grant.withdrawn':
      withdrawGrants(draft, event);
      break;
    case 'consent.declined':
      decline(draft, event);
      break;
    case 'code.issued':
      draft.codes = draft.codes.put(event.code.code, event.code);
      forgetCodes(draft, memory.codes, at, event.code.code);
      break;
    case 'code.changed': {
      const { code, status, family } = event;
      changeCode(draft, code, { status, ...(family === undefined ? {} : { family }) });
      break;
    }
    case 'family.started':
      draft.families = draft.families.put(event.family.id, { ...event.family, tokens: [] });
      forgetFamilies(draft, memory.codes, at, event.family.id);
      break;
    case 'family.ended':
      endFamily(draft, event.family, event.by);
      break;
    case 'token.issued':
      issueToken(draft, event.token, memory.tokensOfFamily);
      break;
    case 'token.used':
      changeToken(draft, event.token, 'used');
      break;
    case 'client.changed': {
      const others = draft.suspended.filter((id) => id !== event.clientId);
      draft.suspended = event.status === 'suspended' ? [...others, event.clientId] : others;
      break;
    }
  }
}

function issueToken(draft: Tables, token: Token, limit: number): void {
  const family = draft.families.get(token.family);
  if (!family) return;
  draft.tokens = draft.tokens.put(token.token, token);
  const tokens = [...(family.tokens ?? []).filter((id) => id !== token.token), token.token];
  draft.families = draft.families.put(family.id, { ...family, tokens: forgetTokens(draft, tokens, limit) });
}

function endFamily(draft: Tables, id: string, by: NonNullable<TokenFamily['endedBy']>): void {
  const family = draft.families.get(id);
  if (!family || family.status === 'ended') return;
  draft.families = draft.families.put(id, { ...family, status: 'ended', endedBy: by });
  for (const token of family.tokens ?? [])
    if (draft.tokens.get(token)?.status === 'live') changeToken(draft, token, 'revoked');
}

function changeCode(draft: Tables, key: string, change: Partial<AuthCode>): void {
  const code = draft.codes.get(key);
  if (code) draft.codes = draft.codes.put(key, { ...code, ...change });
}

function changeToken(draft: Tables, key: string, status: Token['status']): void {
  const token = draft.tokens.get(key);
  if (token) draft.tokens = draft.tokens.put(key, { ...token, status });
}

type Scoped = { persona: string; clientId: string; scopes: string[] };

function giveGrants(draft: Tables, event: Scoped & Partial<GrantTimes>, at: number): void {
  const { persona, clientId, scopes, expiresAt } = event;
  const times: GrantTimes = { at: event.at ?? at, ...(expiresAt === undefined ? {} : { expiresAt }) };
  const before = own(own(draft.grants, persona), clientId);
  setGrants(draft, persona, clientId, {
    ...before,
    ...Object.fromEntries(scopes.map((scope) => [scope, times])),
  });
  const declined = declinedOf(draft, persona, clientId);
  const left = declined.filter((scope) => !scopes.includes(scope));
  if (left.length < declined.length) decline(draft, { persona, clientId, scopes: left });
}

function withdrawGrants(draft: Tables, { persona, clientId, scopes }: Scoped): void {
  const before = own(own(draft.grants, persona), clientId);
  if (!before) return;
  const left = Object.fromEntries(Object.entries(before).filter(([scope]) => !scopes.includes(scope)));
  setGrants(draft, persona, clientId, left);
}

function setGrants(
  draft: Tables,
  persona: string,
  clientId: string,
  scopes: Record<string, GrantTimes>,
): void {
  const value = Object.keys(scopes).length > 0 ? scopes : undefined;
  draft.grants = withMember(draft.grants, persona, clientId, value);
}

function decline(draft: Tables, { persona, clientId, scopes }: Scoped): void {
  const value = scopes.length > 0 ? scopes : undefined;
  draft.declined = withMember(draft.declined, persona, clientId, value);
}

/** A copy with `value` at persona and client; undefined removes it, and a persona with nothing left. */
function withMember<T>(
  record: Record<string, Record<string, T>>,
  persona: string,
  clientId: string,
  value: T | undefined,
): Record<string, Record<string, T>> {
  const before = own(record, persona) ?? {};
  const ofPersona = value === undefined ? without(before, clientId) : { ...before, [clientId]: value };
  return Object.keys(ofPersona).length > 0 ? { ...record, [persona]: ofPersona } : without(record, persona);
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
