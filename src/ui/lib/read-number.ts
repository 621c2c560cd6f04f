/** Numbers as a person types them; undefined: what was typed is none of the kind. */

/** The longest time that a rule may have (contract/rule.ts), in ms. */
const LONGEST = 10 * 366 * 86_400_000;
const MOST = 1_000_000;

/** A time in ms: a number of 0 or more, with a decimal part if need be. */
export function readMs(text: string): number | undefined {
  return readDecimal(text, LONGEST);
}

/** A number from 0 to `most`. */
export function readDecimal(text: string, most: number): number | undefined {
  if (!/^\s*\d{1,15}(\.\d{1,6})?\s*$/.test(text)) return undefined;
  const value = Number(text);
  return value <= most ? value : undefined;
}

/** A whole number from 1 to a million. */
export function readCount(text: string): number | undefined {
  if (!/^\s*\d{1,7}\s*$/.test(text)) return undefined;
  const value = Number(text);
  return value >= 1 && value <= MOST ? value : undefined;
}
