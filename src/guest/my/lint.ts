import { CALLBACKS, type JsapiInfo } from '../../contract/jsapi/names.ts';

export interface UnknownOption {
  option: string;
  suggestion: string;
}

/**
 * The options of a call that are probably slips: near a known name (`failed` → `fail`), or a function under a name
 * that nobody calls. An unknown option that resembles nothing is left alone: wallets have options of their own.
 */
export function unknownOptions(
  info: JsapiInfo,
  given: readonly string[],
  functions: readonly string[],
): UnknownOption[] {
  const known = info.kind === 'async' ? [...CALLBACKS, ...info.options] : [...info.options];
  const found: UnknownOption[] = [];
  for (const option of given) {
    if (known.includes(option)) continue;
    const isFunction = functions.includes(option);
    const suggestion =
      nearest(option, isFunction ? CALLBACKS : known) ?? (isFunction ? 'success' : undefined);
    if (suggestion !== undefined) found.push({ option, suggestion });
  }
  return found;
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
