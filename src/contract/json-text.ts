/** JSON with syntax errors that a person can find: line, column and what was expected there. */

export type Parsed =
  | { ok: true; value: unknown }
  | { ok: false; line: number; column: number; message: string };

/** @param text JSON; a byte order mark at its start is skipped */
export function parseJson(text: string): Parsed {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(body) as unknown };
  } catch {
    const { at, message } = locate(body);
    const before = body.slice(0, at).split(/\r\n|\r|\n/);
    return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
  }
}

class Fault extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

const SPACE = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /(?:true|false|null)(?![\w$])/y;

/** Where text that `JSON.parse` refused goes wrong. A stack of its own, so that depth is no limit. */
function locate(text: string): { at: number; message: string } {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null && found[0].length > 0;
  };
  const found = (): string => {
    if (at >= text.length) return 'the end of the file';
    const char = text[at] ?? '';
    return char === '\n' || char === '\r' ? 'the end of the line' : `'${char}'`;
  };
  const fail = (expected: string): never => {
    throw new Fault(at, `expected ${expected}, found ${found()}`);
  };
  const take = (char: string): boolean => {
    skip(SPACE);
    if (text[at] !== char) return false;
    at++;
    return true;
  };
  const string = (what: string): void => {
    skip(SPACE);
    if (text[at] !== '"') fail(what);
    if (!skip(STRING))
      throw new Fault(at, 'this text in quotes does not end, or has a character that must be escaped');
  };
  const key = (): void => {
    string('a name in double quotes');
    if (!take(':')) fail("':' after the name");
  };
  try {
    const open: ('}' | ']')[] = [];
    for (;;) {
      skip(SPACE);
      if (take('{')) {
        if (!take('}')) {
          open.push('}');
          key();
          continue;
        }
      } else if (take('[')) {
        if (!take(']')) {
          open.push(']');
          continue;
        }
      } else if (text[at] === '"') string('a value');
      else if (!skip(NUMBER) && !skip(WORD)) fail('a value');
      while (open.length > 0 && take(open.at(-1) ?? '')) open.pop();
      const close = open.at(-1);
      if (close === undefined) break;
      if (!take(',')) fail(`',' or '${close}'`);
      if (close === '}') key();
    }
    skip(SPACE);
    if (at < text.length) fail('nothing more');
    return { at: 0, message: 'this is not JSON' };
  } catch (error) {
    if (error instanceof Fault) return { at: error.at, message: error.message };
    throw error;
  }
}
