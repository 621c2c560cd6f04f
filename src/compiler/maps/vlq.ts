/** The numbers of a source map's `mappings`, as base 64 of variable length. */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128);
for (let at = 0; at < DIGITS.length; at++) VALUES[DIGITS.charCodeAt(at)] = at;
const CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));

export function encode(value: number): string {
  const bytes = new Uint8Array(7);
  return String.fromCharCode(...bytes.subarray(0, encodeInto(bytes, 0, value)));
}

/** @returns where the next byte goes; there must be room for seven */
export function encodeInto(bytes: Uint8Array, at: number, value: number): number {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let next = at;
  while (rest > 31) {
    bytes[next++] = CODES[(rest & 31) | 32] as number;
    rest >>>= 5;
  }
  bytes[next++] = CODES[rest] as number;
  return next;
}

/** One number. @returns the value and where the next begins */
export function decode(text: string, from: number): [value: number, next: number] {
  let value = 0;
  let shift = 0;
  let at = from;
  for (;;) {
    const digit = VALUES[text.charCodeAt(at++)] as number;
    value |= (digit & 31) << shift;
    shift += 5;
    if ((digit & 32) === 0 || at >= text.length) break;
  }
  return [value & 1 ? -(value >>> 1) : value >>> 1, at];
}
