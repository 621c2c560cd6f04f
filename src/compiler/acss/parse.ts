import { type CssSyntaxError, parse, Root } from 'postcss';
import type { Fault } from '../compiled.ts';

/** After so many repairs the rest of a file is left out. */
const REPAIRS = 25;

/**
 * A style sheet as a tree. What is broken is left out, with a problem each, and the rest is kept.
 * @param faults where problems are added to
 */
export function parseStyles(source: string, faults: Fault[]): Root {
  let text = source;
  for (let count = 0; ; count++) {
    try {
      // No map of an earlier tool is looked for: that would read files.
      return parse(text, { map: false });
    } catch (error) {
      const { reason = String(error), line = 1, column = 1 } = error as Partial<CssSyntaxError>;
      const at = Math.min(offsetOf(text, line, column), source.length);
      faults.push({ severity: 'error', at, message: `${reason}; this part is left out` });
      const next = count < REPAIRS ? repaired(text, at, reason) : text.slice(0, at);
      if (count > REPAIRS || next === text) return new Root();
      text = next;
    }
  }
}

/** The text without what the parser stumbled on, every other offset kept. */
function repaired(text: string, at: number, reason: string): string {
  if (/unclosed comment/i.test(reason)) return `${text}*/`;
  if (/unclosed block/i.test(reason)) return `${text}}`;
  // A whole declaration: from the one before to the one after it.
  let from = at;
  while (from > 0 && !';{}'.includes(text[from - 1] as string)) from--;
  if (/unexpected }/i.test(reason)) return blanked(text, at, at + 1);
  const end = /[;{}\n]/.exec(text.slice(at + 1));
  let to = end ? at + 1 + end.index + (end[0] === ';' ? 1 : 0) : text.length;
  // What opens a block goes with all that is in it.
  if (end?.[0] === '{') to = blockEnd(text, to);
  const next = blanked(text, from, to);
  return next === text ? blanked(text, at, Math.min(at + 1, text.length)) : next;
}

function blockEnd(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to);

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count++) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return start + column - 1;
}
