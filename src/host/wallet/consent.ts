import type { WalletEvent, WalletState } from '../../contract/wallet.ts';
import type { Decider, GrantChange, WalletContext } from './commands.ts';
import {
  agreementsOf,
  agreementTo,
  type Consented,
  codeStatus,
  declinedOf,
  hasLapsed,
  isConsentLapsed,
  isGranted,
} from './read.ts';
import { tablesOf } from './tables.ts';

/**
 * The user's ticks. Only what was both asked for and agreed to is granted; the rest is remembered as refused at the
 * last dialog. Grants that stand already keep their time, and a refusal withdraws none of them.
 */
export const submitConsent: Decider<'submitConsent'> = (state, command, context) => {
  const { persona, clientId } = command;
  const ticked = new Set(command.agreed);
  const asked = [...new Set(command.requested)];
  const granted = asked.filter((scope) => ticked.has(scope));
  const declined = asked.filter((scope) => !ticked.has(scope));
  const given = granted.filter((scope) => !isGranted(state, persona, clientId, scope, context.now));
  const events: WalletEvent[] = [];
  if (given.length > 0) events.push(...give(state, { persona, clientId, scopes: given }, context).events);
  if (declined.length > 0 || declinedOf(state, persona, clientId).length > 0)
    events.push({ type: 'consent.declined', persona, clientId, scopes: declined });
  return { events, answer: { granted, declined } };
};

/** The user gives or withdraws grants by hand, or changes until when they hold. What does not change has no event. */
export const editGrant: Decider<'editGrant'> = (state, command, context) => {
  const { persona, clientId, expiresAt } = command;
  const scopes = [...new Set(command.scopes)];
  if (!command.granted)
    return withdraw(state, { persona, clientId, scopes, silent: command.silent ?? [] }, context.now);
  const stands = (scope: string) => isGranted(state, persona, clientId, scope, context.now);
  const given = scopes.filter((scope) => !stands(scope));
  const retimed = expiresAt === undefined ? [] : scopes.filter(stands);
  const answer: GrantChange = { changed: [], voidedCodes: [], endedFamilies: [] };
  const events: WalletEvent[] = [];
  if (given.length > 0) {
    const done = give(state, { persona, clientId, scopes: given, expiresAt }, context);
    events.push(...done.events);
    Object.assign(answer, done.answer);
  }
  for (const scope of retimed) {
    const before = agreementTo(state, persona, clientId, scope);
    if (!before || (before.expiresAt ?? null) === expiresAt) continue;
    const until = expiresAt === undefined || expiresAt === null ? {} : { expiresAt };
    events.push({ type: 'grant.given', persona, clientId, scopes: [scope], at: before.at, ...until });
    answer.changed = [...answer.changed, scope];
  }
  return { events, answer };
};

/**
 * The user removes the program from the wallet's list: every grant goes, and the last refusals are forgotten. With
 * `logins`, whatever codes and tokens are left die, too.
 */
export const forgetProgram: Decider<'forgetProgram'> = (state, command, { now }) => {
  const { persona, clientId, silent = [], logins = false } = command;
  const scopes = agreementsOf(state, persona, clientId).map((grant) => grant.scope);
  const { events, answer } = withdraw(state, { persona, clientId, scopes, silent }, now);
  if (logins) {
    const dead = new Set([...answer.voidedCodes, ...answer.endedFamilies]);
    const rest = liveOf(state, { persona, clientId }, now);
    const codes = rest.codes.filter((code) => !dead.has(code));
    const families = rest.families.filter((family) => !dead.has(family));
    events.push(...endings(codes, families, 'user'));
    answer.voidedCodes = [...answer.voidedCodes, ...codes];
    answer.endedFamilies = [...answer.endedFamilies, ...families];
  }
  if (declinedOf(state, persona, clientId).length > 0)
    events.push({ type: 'consent.declined', persona, clientId, scopes: [] });
  return { events, answer };
};

/**
 * New agreements, in place of lapsed ones where there were any. What rested on those has been dead since, and stays so:
 * an agreement given anew brings no old code or token back.
 */
function give(
  state: WalletState,
  what: { persona: string; clientId: string; scopes: string[]; expiresAt?: number | null | undefined },
  { now, lives, past }: WalletContext,
): { events: WalletEvent[]; answer: GrantChange } {
  const { persona, clientId, scopes } = what;
  const lapsed = scopes.some((scope) => {
    const before = agreementTo(state, persona, clientId, scope);
    return before !== undefined && hasLapsed(before, now);
  });
  const gone = lapsed
    ? liveOf(state, { persona, clientId }, now, (one) => isConsentLapsed(state, one, now))
    : { codes: [], families: [] };
  const life = lives.consent === null ? null : now + lives.consent;
  const expiresAt = what.expiresAt === undefined ? life : what.expiresAt;
  return {
    events: [
      ...endings(gone.codes, gone.families, 'lapse'),
      {
        type: 'grant.given',
        persona,
        clientId,
        scopes,
        ...(past ? { at: now } : {}),
        ...(expiresAt === null ? {} : { expiresAt }),
      },
    ],
    answer: { changed: scopes, voidedCodes: gone.codes, endedFamilies: gone.families },
  };
}

/**
 * Withdraws grants, lapsed ones too. No token outlives its grant: the live codes of this user and program that need a
 * withdrawn scope are void, the token families that need one end (simulator's choice; one published page has it so).
 */
export function withdraw(
  state: WalletState,
  what: { persona: string; clientId: string; scopes: readonly string[]; silent: readonly string[] },
  now: number,
): { events: WalletEvent[]; answer: GrantChange } {
  const { persona, clientId } = what;
  const changed = what.scopes.filter((scope) => agreementTo(state, persona, clientId, scope) !== undefined);
  if (changed.length === 0)
    return { events: [], answer: { changed: [], voidedCodes: [], endedFamilies: [] } };
  const gone = new Set(changed.filter((scope) => !what.silent.includes(scope)));
  const { codes, families } = liveOf(state, what, now, (one) => one.scopes.some((scope) => gone.has(scope)));
  return {
    events: [
      { type: 'grant.withdrawn', persona, clientId, scopes: changed },
      ...endings(codes, families, 'user'),
    ],
    answer: { changed, voidedCodes: codes, endedFamilies: families },
  };
}

/** The ids of a user's codes and families with a program that have not come to their end. */
function liveOf(
  state: WalletState,
  { persona, clientId }: { persona: string; clientId: string },
  now: number,
  which: (one: Consented) => boolean = () => true,
): { codes: string[]; families: string[] } {
  const { codes, families } = tablesOf(state);
  const wanted = (one: Consented) => one.persona === persona && one.clientId === clientId && which(one);
  return {
    codes: codes
      .values()
      .filter((code) => codeStatus(code, now) === 'live' && wanted(code))
      .map((code) => code.code),
    families: families
      .values()
      .filter((family) => family.status === 'live' && wanted(family))
      .map((family) => family.id),
  };
}

function endings(codes: readonly string[], families: readonly string[], by: 'user' | 'lapse'): WalletEvent[] {
  return [
    ...codes.map((code) => ({ type: 'code.changed', code, status: 'void' }) as const),
    ...families.map((family) => ({ type: 'family.ended', family, by }) as const),
  ];
}
