import { Mappings } from './mappings.ts';

const WORD = /[\w$]+/g;

/**
 * Mappings of code that was made line by line from a source: what stands in line n of one stands in line n of the other. Words
 * are mapped to the same words of the source's line, in their order; what was put in belongs to the word before it.
 */
export function mappingsByWords(source: string, code: string): string {
  const mappings = new Mappings();
  const sourceLines = source.split('\n');
  for (const [line, made] of code.split('\n').entries()) {
    const written = sourceLines[line];
    if (written === undefined) break;
    if (made === '') continue;
    const same = made === written;
    let from = 0;
    if (!/^[\w$]/.test(made)) mappings.add(line, 0, line, 0);
    for (const { 0: word, index } of made.matchAll(WORD)) {
      const at = same ? index : indexOfWord(written, word, from);
      if (at < 0) {
        if (index === 0) mappings.add(line, 0, line, 0);
        continue;
      }
      mappings.add(line, index, line, at);
      from = at + word.length;
    }
  }
  return mappings.text;
}

/** Where a whole word stands in a line, at or after a column; -1: nowhere. */
function indexOfWord(line: string, word: string, from: number): number {
  for (let at = line.indexOf(word, from); at >= 0; at = line.indexOf(word, at + 1))
    if (!isWord(line.charCodeAt(at - 1)) && !isWord(line.charCodeAt(at + word.length))) return at;
  return -1;
}

/** Letters, digits, `_` and `$`; not what lies beyond an end of the line. */
const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 36;
