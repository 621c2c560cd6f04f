/** The numbers of a source map's `mappings`, as base 64 of variable length. */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128);
for (let at = 0; at < DIGITS.length; at++) VALUES[DIGITS.charCodeAt(at)] = at;
/** What most differences are. */
const SMALL = Array.from({ length: 512 }, (_, at) => encoded(at - 256));

export function encode(value: number): string {
  return value >= -256 && value < 256 ? (SMALL[value + 256] as string) : encoded(value);
}

function encoded(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = '';
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += DIGITS[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return text;
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
