import type { AuthOutcome } from '../../contract/outcome.ts';
import { type Hop, hopStatus } from '../hops.ts';
import { decidedAt } from './decided.ts';
import { outcomeOf } from './recorded.ts';
import type { WhySource } from './types.ts';

/**
 * Why a hop failed: of everything that was done on its behalf, the last that failed or never came, and the way down to
 * it. Where nothing failed, an answer that looks well and was put in its place: text where an object should be.
 * @param blamed whether the hop is to blame for something, however well its answer looks
 * @returns the hops below `hop` on that way, the last one nearest to the cause; empty when nothing below is to blame
 */
export function wayDown(hop: Hop, source: WhySource, blamed = hopStatus(hop) !== 'ok'): Hop[] {
  const below = source.childrenOf(hop.id).flatMap((id) => source.hop(id) ?? []);
  const outcome = outcomeOf(hop, source);
  if (outcome) return belowCall(outcome.kind, below, source);
  // An answer that says "done" hides only what was done last.
  const looked = hop.verdict === 'ok' ? below.slice(-1) : below;
  for (const child of looked.reverse()) {
    const deeper = wayDown(child, source, false);
    if (deeper.length > 0) return [child, ...deeper];
    if (isBad(child, hop)) return [child];
  }
  const touched = blamed ? below.findLast((child) => decidedAt(child, source)) : undefined;
  return touched ? [touched] : [];
}

/** Hops of a `my.getAuthCode` follow each other, and the last of them decides how it ends, even when it looks well. */
function belowCall(kind: AuthOutcome['kind'], below: readonly Hop[], source: WhySource): Hop[] {
  const last = below.at(-1);
  const page = below.findLast((child) => child.step === 'spi.showAuthPage');
  // The scopes that a program asks for are its own affair, unless somebody changed what the service supports.
  if ((kind === 'noScope' || kind === 'noPermission') && last && !decidedAt(last, source)) return [];
  // Still pending after a dialog that somebody only said had been.
  if (kind === 'pending' && page && decidedAt(page, source)) return [page];
  if (kind === 'rejected' && page && last === page && page.verdict === 'ok') {
    // Agreed, to nothing.
    const users = source.childrenOf(page.id).flatMap((id) => source.hop(id) ?? []);
    return [page, ...users.filter((child) => child.step === 'user.authorize')];
  }
  return last ? [last, ...wayDown(last, source, true)] : [];
}

/** What still waits is to blame only as long as the hop above has no answer, or gave up waiting. */
function isBad(child: Hop, above: Hop): boolean {
  const status = hopStatus(child);
  if (status === 'failed') return true;
  return status !== 'ok' && (above.verdict === undefined || above.origin === 'timeout');
}
