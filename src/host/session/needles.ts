/** A text to look for, and what stands in its place where it is found. */
interface Needle {
  /** Names in letters are found only as words of their own. */
  word: boolean;
  replacement(): string;
}
interface Node {
  next: Map<number, Node>;
  needle?: Needle;
}

const WORD = /[\p{L}\p{N}]/u;
const LETTERS = /^[\p{Script=Latin}\s.'’-]+$/u;

/**
 * Finds many texts at once: at each place of a text the longest that begins there, in one pass whatever their number.
 */
export class Needles {
  readonly #root: Node = { next: new Map() };
  readonly #known = new Set<string>();

  /** What was added first under a text stays. */
  add(text: string, replacement: () => string): void {
    if (text === '' || this.#known.has(text)) return;
    this.#known.add(text);
    let node = this.#root;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map() };
        node.next.set(code, next);
      }
      node = next;
    }
    node.needle = { word: LETTERS.test(text), replacement };
  }

  has(text: string): boolean {
    return this.#known.has(text);
  }

  /** The text with everything that was found replaced; the very same text when nothing was. */
  replace(text: string): string {
    let result = '';
    let done = 0;
    for (let at = 0; at < text.length; at++) {
      const found = this.#longestAt(text, at);
      if (!found) continue;
      result += text.slice(done, at) + found.needle.replacement();
      done = found.end;
      at = found.end - 1;
    }
    return done === 0 ? text : result + text.slice(done);
  }

  #longestAt(text: string, at: number): { needle: Needle; end: number } | undefined {
    let found: { needle: Needle; end: number } | undefined;
    let node: Node | undefined = this.#root;
    for (let i = at; i < text.length; ) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      i++;
      if (node.needle && (!node.needle.word || isWord(text, at, i))) found = { needle: node.needle, end: i };
    }
    return found;
  }
}

function isWord(text: string, from: number, to: number): boolean {
  const inWord = (char: string) => char !== '' && WORD.test(char);
  return !inWord(text.charAt(from - 1)) && !inWord(text.charAt(to));
}
