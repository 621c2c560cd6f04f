import type { Fault } from '../compiled.ts';

/** A text in pieces: `a {{b}} c` is `a `, b, ` c`. */
export type Piece = { text: string; at: number } | { code: string; at: number };

/**
 * Where the `}}` is that closes an expression: braces and quotes inside of it are respected; where they do not match, the next
 * `}}` closes.
 * @param from after the `{{`
 * @returns -1: nothing closes it
 */
export function endOfMoustache(text: string, from: number): number {
  let depth = 0;
  scan: for (let at = from; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 34: // "
      case 39: // '
      case 96: {
        const close = endOfQuote(text, at);
        if (close < 0) break scan;
        at = close;
        break;
      }
      case 123: // {
        if (text.charCodeAt(at + 1) === 123 && at > from) break scan;
        depth++;
        break;
      case 125: // }
        if (depth > 0) depth--;
        else if (text.charCodeAt(at + 1) === 125) return at;
        else break scan;
    }
  }
  const loose = text.indexOf('}}', from);
  const next = text.indexOf('{{', from + 1);
  return loose >= 0 && (next < 0 || loose < next) ? loose : -1;
}

/** A quote may hold line ends only in a template literal. */
function endOfQuote(text: string, from: number): number {
  const quote = text.charCodeAt(from);
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === quote) return at;
    if (char === 92) at++;
    else if (char === 10 && quote !== 96) return -1;
  }
  return -1;
}

/** @param at offset of `text` in the file @param faults where what is not closed is added to */
export function piecesOf(text: string, at: number, faults: Fault[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    const close = endOfMoustache(text, open + 2);
    if (close < 0) {
      faults.push({
        severity: 'warning',
        at: at + open,
        message: '{{ is never closed with }}; it is shown as it stands',
      });
      break;
    }
    if (open > from) pieces.push({ text: text.slice(from, open), at: at + from });
    pieces.push({ code: text.slice(open + 2, close), at: at + open + 2 });
    from = close + 2;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), at: at + from });
  return pieces;
}

/**
 * The text with what is between `{{` and `}}` made blank, every offset kept: expressions may hold quotes, `<` and `>`, which
 * mean nothing to the markup around them. Comments are left alone.
 */
export function masked(text: string): string {
  let open = text.indexOf('{{');
  if (open < 0) return text;
  let comment = text.indexOf('<!--');
  let result = '';
  let from = 0;
  while (open >= 0) {
    if (comment >= 0 && comment < open) {
      const end = text.indexOf('-->', comment + 4);
      if (end < 0) break;
      if (open < end) open = text.indexOf('{{', end);
      comment = text.indexOf('<!--', end);
      continue;
    }
    const close = endOfMoustache(text, open + 2);
    if (close < 0) {
      open = text.indexOf('{{', open + 2);
      continue;
    }
    result += `${text.slice(from, open)}{{${'_'.repeat(close - open - 2)}`;
    from = close;
    if (comment >= 0 && comment < from) comment = text.indexOf('<!--', from);
    open = text.indexOf('{{', close + 2);
  }
  return result + text.slice(from);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  copy: '©',
  reg: '®',
  trade: '™',
  yen: '¥',
  euro: '€',
  times: '×',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  laquo: '«',
  raquo: '»',
};

/** `&amp;`, `&#8364;`, `&nbsp;` … as what they stand for; unknown names stay. */
export function withoutEntities(text: string): string {
  return text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));/g, (all, decimal, hex, name) => {
        if (name !== undefined) return ENTITIES[name as string] ?? all;
        const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (all as string);
      })
    : text;
}
