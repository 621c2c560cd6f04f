import { stepInfo } from '../../contract/steps.ts';
import { type Hop, hopStatus } from '../../host/hops.ts';
import type { OutcomeFilter } from '../store.ts';

/** The words of a search, in lower case; a hop must have them all. */
export function searchWords(search: string): string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether a hop is one of those that are looked for: by its step, its actors and its code. */
export function hopMatches(hop: Hop, words: readonly string[], outcome: OutcomeFilter): boolean {
  if (!outcomeMatches(hop, outcome)) return false;
  if (words.length === 0) return true;
  const { from, to } = stepInfo(hop.step);
  const text =
    `${hop.step} ${from} ${to} ${hop.code ?? ''} ${hop.origin ?? ''} ${hop.injected ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function outcomeMatches(hop: Hop, outcome: OutcomeFilter): boolean {
  if (outcome === 'any') return true;
  if (outcome === 'injected')
    return hop.injected !== undefined || hop.origin === 'edited' || hop.origin === 'injected';
  return hopStatus(hop) === outcome;
}
