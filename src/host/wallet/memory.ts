import type { AuthCode, TokenFamily } from '../../contract/wallet.ts';
import type { Draft } from './draft.ts';
import { codeStatus, isFamilyLive, own } from './read.ts';

/**
 * How the wallet forgets. A code, the family that came of it and the family's tokens are remembered and forgotten
 * together. When there are too many, the oldest that can do nothing any more goes first: spent or expired codes and
 * ended or expired families; only when all can still do something, the oldest of all. The newcomer stays.
 */
export function forgetCodes(draft: Draft, limit: number, at: number, newcomer: string): void {
  while (draft.size('codes') > limit) {
    const victim = oldest(
      Object.values(draft.state.codes),
      (code) => code.code === newcomer,
      (code) => isCodeDone(draft, code, at),
    );
    if (!victim) return;
    draft.remove('codes', victim.code);
    const family = familyOf(draft, victim);
    if (family) forgetFamily(draft, family);
  }
}

/** The same for families; a family has no more than one code, so this acts on families whose code is not known. */
export function forgetFamilies(draft: Draft, limit: number, at: number, newcomer: string): void {
  while (draft.size('families') > limit) {
    const aged = Object.values(draft.state.families).map((family) => ({
      family,
      issuedAt: startedAt(draft, family),
    }));
    const victim = oldest(
      aged,
      (one) => one.family.id === newcomer,
      (one) => !isFamilyLive(draft.state, one.family, at),
    );
    if (!victim) return;
    if (own(draft.state.codes, victim.family.code)?.family === victim.family.id)
      draft.remove('codes', victim.family.code);
    forgetFamily(draft, victim.family);
  }
}

/** Of one family the newest tokens are kept: the live refresh token is always among them. Returns the kept ones. */
export function forgetTokens(draft: Draft, tokens: readonly string[], limit: number): string[] {
  const excess = Math.max(0, tokens.length - limit);
  for (const gone of tokens.slice(0, excess)) draft.remove('tokens', gone);
  return tokens.slice(excess);
}

function forgetFamily(draft: Draft, family: TokenFamily): void {
  for (const token of family.tokens ?? []) draft.remove('tokens', token);
  draft.remove('families', family.id);
}

function familyOf(draft: Draft, code: AuthCode): TokenFamily | undefined {
  return code.family === undefined ? undefined : own(draft.state.families, code.family);
}

function isCodeDone(draft: Draft, code: AuthCode, at: number): boolean {
  if (codeStatus(code, at) === 'live') return false;
  const family = familyOf(draft, code);
  return !family || !isFamilyLive(draft.state, family, at);
}

function startedAt(draft: Draft, family: TokenFamily): number {
  const first = own(draft.state.tokens, family.tokens?.[0] ?? '');
  return own(draft.state.codes, family.code)?.issuedAt ?? first?.issuedAt ?? 0;
}

/** The oldest that is done, or else the oldest; one pass. */
function oldest<T extends { issuedAt: number }>(
  all: readonly T[],
  spare: (one: T) => boolean,
  isDone: (one: T) => boolean,
): T | undefined {
  let done: T | undefined;
  let any: T | undefined;
  for (const one of all) {
    if (spare(one)) continue;
    if (any === undefined || one.issuedAt < any.issuedAt) any = one;
    if ((done === undefined || one.issuedAt < done.issuedAt) && isDone(one)) done = one;
  }
  return done ?? any;
}
