import type { AuthCode, TokenFamily } from '../../contract/wallet.ts';
import { codeStatus, isConsentLapsed, isFamilyLive } from './read.ts';
import type { Tables } from './tables.ts';

/**
 * How the wallet forgets. A code, the family that came of it and the family's tokens are remembered and forgotten
 * together. When there are too many, the oldest that can do nothing any more go first: spent or expired codes and
 * ended or expired families; only then the oldest that still can. The newcomer stays. An eighth goes at once, so that
 * looking for them costs little for each code that is issued.
 */
export function forgetCodes(draft: Tables, limit: number, at: number, newcomer: string): void {
  if (draft.codes.size <= limit) return;
  const candidates = draft.codes.values().filter((code) => code.code !== newcomer);
  const [live, done] = split(candidates, (code) => canAct(draft, code, at));
  for (const code of [...done, ...live].slice(0, excess(draft.codes.size, limit))) {
    draft.codes = draft.codes.remove(code.code);
    const family = code.family === undefined ? undefined : draft.families.get(code.family);
    if (family) forgetFamily(draft, family);
  }
}

/** The same for families. Each came of a code, so this acts only on families whose codes are not known. */
export function forgetFamilies(draft: Tables, limit: number, at: number, newcomer: string): void {
  if (draft.families.size <= limit) return;
  const candidates = draft.families.values().filter((family) => family.id !== newcomer);
  const [live, done] = split(candidates, (family) => isFamilyLive(draft, family, at));
  for (const family of [...done, ...live].slice(0, excess(draft.families.size, limit))) {
    if (draft.codes.get(family.code)?.family === family.id) draft.codes = draft.codes.remove(family.code);
    forgetFamily(draft, family);
  }
}

/** Of one family the newest tokens are kept: the live refresh token is always among them. Returns the kept ones. */
export function forgetTokens(draft: Tables, tokens: readonly string[], limit: number): string[] {
  const kept = Math.max(0, tokens.length - limit);
  for (const gone of tokens.slice(0, kept)) draft.tokens = draft.tokens.remove(gone);
  return tokens.slice(kept);
}

function forgetFamily(draft: Tables, family: TokenFamily): void {
  for (const token of family.tokens ?? []) draft.tokens = draft.tokens.remove(token);
  draft.families = draft.families.remove(family.id);
}

/** Whether a code can be exchanged, or tokens that came of it used. */
function canAct(draft: Tables, code: AuthCode, at: number): boolean {
  if (codeStatus(code, at) === 'live') return !isConsentLapsed(draft, code, at);
  const family = code.family === undefined ? undefined : draft.families.get(code.family);
  return family !== undefined && isFamilyLive(draft, family, at);
}

/** How many to forget: down to seven eighths, so that this is not done for every newcomer. */
const excess = (size: number, limit: number): number => size - limit + (limit >> 3);

function split<T>(all: readonly T[], first: (one: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const one of all) parts[first(one) ? 0 : 1].push(one);
  return parts;
}
