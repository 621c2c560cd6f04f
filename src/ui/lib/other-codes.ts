import type { Dialect } from '../../contract/dialects/schema.ts';
import { codeSeen, type Outcome } from '../../contract/outcomes/index.ts';

/**
 * The codes that a mini program would see by an outcome in other dialects, where they differ from its own.
 * @returns each code with the titles of its dialects, in the order of the dialects
 */
export function otherCodes(
  outcome: Outcome,
  own: Dialect,
  dialects: readonly Dialect[],
): { code: string; dialects: string[] }[] {
  const here = codeSeen(outcome, own);
  if (here === undefined) return [];
  const found = new Map<string, string[]>();
  for (const dialect of dialects) {
    const code = codeSeen(outcome, dialect);
    if (code === undefined || code === here) continue;
    const titles = found.get(String(code)) ?? [];
    found.set(String(code), [...titles, dialect.title]);
  }
  return [...found].map(([code, titles]) => ({ code, dialects: titles }));
}
