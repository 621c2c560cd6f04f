import type { WalletEvent, WalletState } from '../../contract/wallet.ts';
import type { Decider, GrantChange } from './commands.ts';
import { codeStatus, declinedOf, grantsOf, isGranted } from './read.ts';
import { tablesOf } from './tables.ts';

/**
 * The user's ticks. Only what was both asked for and agreed to is granted; the rest is remembered as refused at the
 * last dialog. Grants that stand already keep their time, and a refusal withdraws none of them.
 */
export const submitConsent: Decider<'submitConsent'> = (state, { persona, clientId, requested, agreed }) => {
  const ticked = new Set(agreed);
  const asked = [...new Set(requested)];
  const granted = asked.filter((scope) => ticked.has(scope));
  const declined = asked.filter((scope) => !ticked.has(scope));
  const given = granted.filter((scope) => !isGranted(state, persona, clientId, scope));
  const events: WalletEvent[] = [];
  if (given.length > 0) events.push({ type: 'grant.given', persona, clientId, scopes: given });
  if (declined.length > 0 || declinedOf(state, persona, clientId).length > 0)
    events.push({ type: 'consent.declined', persona, clientId, scopes: declined });
  return { events, answer: { granted, declined } };
};

/** The user gives or withdraws grants by hand. What does not change has no event. */
export const editGrant: Decider<'editGrant'> = (state, command, { now }) => {
  const { persona, clientId } = command;
  const scopes = [...new Set(command.scopes)];
  if (!command.granted)
    return withdraw(state, { persona, clientId, scopes, silent: command.silent ?? [] }, now);
  const changed = scopes.filter((scope) => !isGranted(state, persona, clientId, scope));
  return {
    events: changed.length > 0 ? [{ type: 'grant.given', persona, clientId, scopes: changed }] : [],
    answer: { changed, voidedCodes: [], endedFamilies: [] },
  };
};

/** The user removes the program from the wallet's list: every grant goes, and the last refusals are forgotten. */
export const forgetProgram: Decider<'forgetProgram'> = (state, { persona, clientId, silent }, { now }) => {
  const scopes = grantsOf(state, persona, clientId).map((grant) => grant.scope);
  const { events, answer } = withdraw(state, { persona, clientId, scopes, silent: silent ?? [] }, now);
  if (declinedOf(state, persona, clientId).length > 0)
    events.push({ type: 'consent.declined', persona, clientId, scopes: [] });
  return { events, answer };
};

/**
 * Withdraws grants. No token outlives its grant: the live codes of this user and program that need a withdrawn scope
 * are void, the token families that need one end (simulator's choice; one published page has it so).
 */
export function withdraw(
  state: WalletState,
  what: { persona: string; clientId: string; scopes: readonly string[]; silent: readonly string[] },
  now: number,
): { events: WalletEvent[]; answer: GrantChange } {
  const { persona, clientId } = what;
  const changed = what.scopes.filter((scope) => isGranted(state, persona, clientId, scope));
  if (changed.length === 0)
    return { events: [], answer: { changed: [], voidedCodes: [], endedFamilies: [] } };
  const gone = new Set(changed.filter((scope) => !what.silent.includes(scope)));
  const dies = (one: { persona: string; clientId: string; scopes: string[] }): boolean =>
    one.persona === persona && one.clientId === clientId && one.scopes.some((scope) => gone.has(scope));
  const { codes, families } = tablesOf(state);
  const voidedCodes = codes
    .values()
    .filter((code) => codeStatus(code, now) === 'live' && dies(code))
    .map((code) => code.code);
  const endedFamilies = families
    .values()
    .filter((family) => family.status === 'live' && dies(family))
    .map((family) => family.id);
  return {
    events: [
      { type: 'grant.withdrawn', persona, clientId, scopes: changed },
      ...voidedCodes.map((code) => ({ type: 'code.changed', code, status: 'void' }) as const),
      ...endedFamilies.map((family) => ({ type: 'family.ended', family, by: 'user' }) as const),
    ],
    answer: { changed, voidedCodes, endedFamilies },
  };
}
