import { CALLBACKS, type JsapiInfo } from '../../contract/jsapi/names.ts';

/** Told of a slip: the API, the option as it was given, and what was probably meant. */
export type OnUnknownOption = (api: string, option: string, suggestion: string) => void;

/**
 * Watches the options of calls for slips: near a known name (`failed` → `fail`), or a function under a name that
 * nobody calls. An unknown option that resembles nothing is left alone: wallets have options of their own. Each option
 * of each API is looked at once.
 */
export function createLint(tell: OnUnknownOption) {
  const seen = new Set<string>();
  return (api: string, info: JsapiInfo, given: readonly string[], functions: readonly string[]): void => {
    for (const option of given) {
      if (info.options.includes(option) || CALLBACKS.some((known) => known === option)) continue;
      const key = `${api} ${option}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const isFunction = functions.includes(option);
      const known = isFunction ? CALLBACKS : [...CALLBACKS, ...info.options];
      const suggestion = nearest(option, known) ?? (isFunction ? 'success' : undefined);
      if (suggestion !== undefined) tell(api, option, suggestion);
    }
  };
}

/** The name at the smallest edit distance, if it is near enough to be a slip: a third of the length, two at least. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    const shorter = Math.min(name.length, candidate.length);
    if (distance < least && distance <= Math.max(2, Math.floor(shorter / 3)) && distance < shorter) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Insertions, deletions and replacements from `a` to `b` (Levenshtein). */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 20) return Math.abs(a.length - b.length);
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
