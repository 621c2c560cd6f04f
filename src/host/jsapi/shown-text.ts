import { encode } from '../../contract/codec.ts';

/** The longest text that a sheet, a toast or a loading shows; what is longer is cut. */
export const SHOWN_LENGTH = 5_000;

/**
 * What a program wants shown, as text: strings as they are, numbers and the like as JavaScript writes them, objects as
 * JSON. Nothing (`undefined`, `null`) is `fallback`.
 */
export function shownText(value: unknown, fallback = ''): string {
  if (value === undefined || value === null) return fallback;
  const text = typeof value === 'object' ? JSON.stringify(encode(value)) : String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH - 1)}…` : text;
}

/** The text of a button: one without any takes the fallback, a button must say something. */
export function buttonText(value: unknown, fallback: string): string {
  return shownText(value).trim() === '' ? fallback : shownText(value);
}
