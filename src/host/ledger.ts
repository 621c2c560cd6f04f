import type { Dialect } from '../contract/dialects/schema.ts';
import { silentScopes } from '../contract/dialects/translate.ts';
import { LAPSED_AFTER, PRESET_MEANINGS, type PresetMeaning } from '../contract/grant-presets.ts';
import type { Ledger } from '../contract/ledger.ts';
import type { Persona } from '../contract/persona.ts';
import type { Program } from '../contract/program.ts';
import type { TokenLives } from '../contract/wallet.ts';
import type { Trace } from './trace.ts';
import { declinedBefore, grantedBefore } from './wallet/personas.ts';
import { agreementsOf } from './wallet/read.ts';
import type { WalletBackend } from './wallet-backend.ts';

/** Whose ledger it is, and what it is written into. */
export interface LedgerHouse {
  persona: Persona;
  /** The programs of the client id; the first one says what was applied for. */
  programs: readonly [Program, ...Program[]];
  dialect: Dialect;
  silentPolicy: string;
  lives: TokenLives;
  /** Virtual ms since the epoch. */
  now: number;
  wallet: WalletBackend;
  trace: Trace;
}

/**
 * Makes the wallet know this, and no more, of a user with a program: as a preset has it, or what the persona brings; with
 * `granted` and `declined` instead of the preset's or the persona's own. A preset starts from nothing: whatever codes and
 * tokens there are die, and the merchant server keeps those of the preset, or none. Without a preset, only what depends
 * on a withdrawn scope dies. All of it is commands of the wallet, recorded. What the program itself stored stays: a
 * wallet's ledger does not reach into a program's storage.
 */
export function writeLedger(ledger: Ledger, house: LedgerHouse): void {
  if (ledger.preset) writePreset(PRESET_MEANINGS[ledger.preset], ledger, house);
  else writeScopes(ledger, house);
}

function writeScopes({ granted, declined }: Ledger, house: LedgerHouse): void {
  const { persona, wallet } = house;
  const who = whoOf(house);
  const given = [...new Set(granted ?? grantedBefore(persona, who.clientId))];
  const refused = declined ?? declinedBefore(persona, who.clientId);
  const withdrawn = agreementsOf(wallet.state, who.persona, who.clientId)
    .map((grant) => grant.scope)
    .filter((scope) => !given.includes(scope));
  wallet.setGrants(who, given, withdrawn);
  decline(refused, given, house, house.now);
}

function writePreset(meaning: PresetMeaning, ledger: Ledger, house: LedgerHouse): void {
  const { wallet, now } = house;
  const who = whoOf(house);
  const silent = new Set(who.silent);
  const applied = house.programs[0].scopes ?? house.dialect.scopes.map((scope) => scope.name);
  const known = new Set(house.dialect.scopes.map((scope) => scope.name));
  const asked = applied.filter((scope) => known.has(scope) && !silent.has(scope));
  const given = [...new Set(ledger.granted ?? asked.slice(0, countOf(meaning.agreed, asked.length)))];
  const refused = ledger.declined ?? (meaning.refusedTheRest ? asked : []);
  const then = now - agoOf(meaning, house.lives);
  forgetAll(house);
  if (given.length > 0) {
    const expiresAt = meaning.ago === 'lapsed' ? then + (house.lives.consent ?? LAPSED_AFTER) : undefined;
    wallet.apply({ type: 'editGrant', ...who, scopes: given, granted: true, expiresAt }, undefined, then);
  }
  decline(refused, given, house, then);
  if (meaning.loggedIn) logIn([...applied.filter((scope) => silent.has(scope)), ...given], house, then);
  if (meaning.revoked) wallet.apply({ type: 'forgetProgram', ...who, logins: true });
}

function whoOf({ persona, programs, dialect, silentPolicy }: LedgerHouse) {
  return {
    persona: persona.id,
    clientId: programs[0].clientId,
    silent: silentScopes(dialect, silentPolicy),
  };
}

/** Neither the wallet nor the merchant server knows anything of the user with this program. */
function forgetAll(house: LedgerHouse): void {
  house.wallet.apply({ type: 'forgetProgram', ...whoOf(house), logins: true });
  const kept = house.trace.state.merchant[house.persona.id] ?? {};
  for (const { id } of house.programs)
    if (Object.hasOwn(kept, id))
      house.trace.append({ type: 'merchant.forgot', persona: house.persona.id, program: id });
}

function decline(
  scopes: readonly string[],
  granted: readonly string[],
  house: LedgerHouse,
  at: number,
): void {
  const { persona, clientId } = whoOf(house);
  const requested = scopes.filter((scope) => !granted.includes(scope));
  house.wallet.apply({ type: 'submitConsent', persona, clientId, requested, agreed: [] }, undefined, at);
}

/** A login of the past: a code for these scopes, its tokens, kept by the merchant server. */
function logIn(scopes: readonly string[], house: LedgerHouse, at: number): void {
  const { wallet, trace, dialect } = house;
  const { persona, clientId, silent } = whoOf(house);
  const { length, alphabet } = dialect.authCode;
  const issue = {
    type: 'issueCode',
    persona,
    clientId,
    scopes,
    silent,
    format: { length, alphabet },
  } as const;
  const issued = wallet.apply(issue, undefined, at);
  // Nothing to log in with, or a program that is suspended: then there was no login.
  if (!issued.ok) return;
  const tokens = wallet.apply({ type: 'exchangeCode', code: issued.authCode, clientId }, undefined, at);
  if (!tokens.ok) return;
  const { accessToken, refreshToken, customerId } = tokens;
  for (const { id } of house.programs)
    trace.append({
      type: 'merchant.kept',
      persona,
      program: id,
      session: { accessToken, refreshToken, customerId },
    });
}

function countOf(agreed: PresetMeaning['agreed'], all: number): number {
  return agreed === 'all' ? all : agreed === 'half' ? Math.floor(all / 2) : 0;
}

/** How long ago it was, in ms: long enough that all has lapsed, or short enough that what should stand does. */
function agoOf({ ago, alive }: PresetMeaning, lives: TokenLives): number {
  const consent = lives.consent ?? LAPSED_AFTER;
  if (ago === 'lapsed') return Math.max(consent, lives.refresh, lives.access) + 86_400_000;
  const standing = [lives.consent, alive === 'none' ? null : lives[alive]];
  return Math.min(ago, ...standing.flatMap((life) => (life === null ? [] : [Math.floor(life / 2)])));
}
