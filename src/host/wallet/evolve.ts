import {
  type AuthCode,
  FAMILY_MEMORY,
  type Token,
  type TokenFamily,
  WALLET_MEMORY,
  type WalletEvent,
  type WalletState,
} from '../../contract/wallet.ts';
import { Draft } from './draft.ts';
import { forgetCodes, forgetFamilies, forgetTokens } from './memory.ts';
import { declinedOf, own } from './read.ts';

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

/** The fold of many events: the same state as one after the other, at the cost of one copy. */
export function evolveAll(
  state: WalletState,
  events: Iterable<{ change: WalletEvent; at: number }>,
  memory: Memory = MEMORY,
): WalletState {
  const draft = new Draft(state);
  for (const { change, at } of events) apply(draft, change, at, memory);
  return draft.state;
}

function apply(draft: Draft, event: WalletEvent, at: number, memory: Memory): void {
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
      draft.put('codes', event.code.code, event.code);
      forgetCodes(draft, memory.codes, at, event.code.code);
      break;
    case 'code.changed': {
      const { code, status, family } = event;
      changeCode(draft, code, { status, ...(family === undefined ? {} : { family }) });
      break;
    }
    case 'family.started':
      draft.put('families', event.family.id, { ...event.family, tokens: [] });
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
      const others = draft.state.suspended.filter((id) => id !== event.clientId);
      draft.set({ suspended: event.status === 'suspended' ? [...others, event.clientId] : others });
      break;
    }
  }
}

function issueToken(draft: Draft, token: Token, limit: number): void {
  const family = own(draft.state.families, token.family);
  if (!family) return;
  draft.put('tokens', token.token, token);
  const tokens = [...(family.tokens ?? []).filter((id) => id !== token.token), token.token];
  draft.put('families', family.id, { ...family, tokens: forgetTokens(draft, tokens, limit) });
}

function endFamily(draft: Draft, id: string, by: NonNullable<TokenFamily['endedBy']>): void {
  const family = own(draft.state.families, id);
  if (!family || family.status === 'ended') return;
  draft.put('families', id, { ...family, status: 'ended', endedBy: by });
  for (const token of family.tokens ?? [])
    if (own(draft.state.tokens, token)?.status === 'live') changeToken(draft, token, 'revoked');
}

function changeCode(draft: Draft, key: string, change: Partial<AuthCode>): void {
  const code = own(draft.state.codes, key);
  if (code) draft.put('codes', key, { ...code, ...change });
}

function changeToken(draft: Draft, key: string, status: Token['status']): void {
  const token = own(draft.state.tokens, key);
  if (token) draft.put('tokens', key, { ...token, status });
}

type Scoped = { persona: string; clientId: string; scopes: string[] };

function giveGrants(draft: Draft, { persona, clientId, scopes }: Scoped, at: number): void {
  const { grants } = draft.state;
  const before = own(own(grants, persona), clientId);
  setGrants(draft, persona, clientId, {
    ...before,
    ...Object.fromEntries(scopes.map((scope) => [scope, at])),
  });
  const declined = declinedOf(draft.state, persona, clientId);
  const left = declined.filter((scope) => !scopes.includes(scope));
  if (left.length < declined.length) decline(draft, { persona, clientId, scopes: left });
}

function withdrawGrants(draft: Draft, { persona, clientId, scopes }: Scoped): void {
  const before = own(own(draft.state.grants, persona), clientId);
  if (!before) return;
  const left = Object.fromEntries(Object.entries(before).filter(([scope]) => !scopes.includes(scope)));
  setGrants(draft, persona, clientId, left);
}

function setGrants(draft: Draft, persona: string, clientId: string, scopes: Record<string, number>): void {
  const value = Object.keys(scopes).length > 0 ? scopes : undefined;
  draft.set({ grants: withMember(draft.state.grants, persona, clientId, value) });
}

function decline(draft: Draft, { persona, clientId, scopes }: Scoped): void {
  const value = scopes.length > 0 ? scopes : undefined;
  draft.set({ declined: withMember(draft.state.declined, persona, clientId, value) });
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
