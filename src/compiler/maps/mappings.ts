import { decode, encode, encodeInto } from './vlq.ts';

const COMMA = 44;
const SEMICOLON = 59;
const ASCII = new TextDecoder('latin1');

/** Writes the `mappings` of one source, segment by segment in the order of the generated text. */
export class Mappings {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #line = 0;
  #column = 0;
  #sourceLine = 0;
  #sourceColumn = 0;
  #first = true;

  /** All places begin at 0. */
  add(line: number, column: number, sourceLine: number, sourceColumn: number): void {
    const room = this.#length + (line - this.#line) + 32;
    if (room > this.#bytes.length) {
      const bytes = new Uint8Array(room * 2);
      bytes.set(this.#bytes);
      this.#bytes = bytes;
    }
    const bytes = this.#bytes;
    let at = this.#length;
    if (line > this.#line) {
      for (let count = this.#line; count < line; count++) bytes[at++] = SEMICOLON;
      this.#line = line;
      this.#column = 0;
    } else if (!this.#first) bytes[at++] = COMMA;
    at = encodeInto(bytes, at, column - this.#column);
    // One source: the first.
    at = encodeInto(bytes, at, 0);
    at = encodeInto(bytes, at, sourceLine - this.#sourceLine);
    this.#length = encodeInto(bytes, at, sourceColumn - this.#sourceColumn);
    this.#first = false;
    this.#column = column;
    this.#sourceLine = sourceLine;
    this.#sourceColumn = sourceColumn;
  }

  get text(): string {
    return ASCII.decode(this.#bytes.subarray(0, this.#length));
  }
}

/** Mappings of one source, taken apart so that they can be put after those of another. */
export interface Piece {
  /** Lines before the first segment. */
  before: number;
  /** Of the first segment; absent: there is none. */
  first?: { column: number; line: number; sourceColumn: number };
  /** After the first segment. */
  rest: string;
  /** Source line and column of the last segment. */
  endLine: number;
  endColumn: number;
}

/** @param mappings of a map with one source */
export function pieceOf(mappings: string): Piece {
  let before = 0;
  while (mappings[before] === ';') before++;
  if (before === mappings.length) return { before: 0, rest: '', endLine: 0, endColumn: 0 };
  let at = before;
  let field = 0;
  let line = 0;
  let column = 0;
  const first = { column: 0, line: 0, sourceColumn: 0 };
  let restAt = -1;
  while (at < mappings.length) {
    const char = mappings.charCodeAt(at);
    if (char === 44 || char === 59) {
      if (restAt < 0) restAt = at;
      field = 0;
      at++;
      continue;
    }
    const [value, next] = decode(mappings, at);
    if (field === 0 && restAt < 0) first.column = value;
    if (field === 2) {
      line += value;
      if (restAt < 0) first.line = value;
    }
    if (field === 3) {
      column += value;
      if (restAt < 0) first.sourceColumn = value;
    }
    field++;
    at = next;
  }
  return { before, first, rest: restAt < 0 ? '' : mappings.slice(restAt), endLine: line, endColumn: column };
}

/** Puts the mappings of several sources one after the other. Source n is the n-th that was added. */
export class Joined {
  text = '';
  #line = 0;
  #source = 0;
  #count = 0;
  #sourceLine = 0;
  #sourceColumn = 0;

  /** @param line of the whole text, beginning at 0, in which the piece's own first line is */
  add(piece: Piece, line: number): void {
    const source = this.#count++;
    const { first } = piece;
    if (!first) return;
    const at = line + piece.before;
    this.text +=
      ';'.repeat(at - this.#line) +
      encode(first.column) +
      encode(source - this.#source) +
      encode(first.line - this.#sourceLine) +
      encode(first.sourceColumn - this.#sourceColumn) +
      piece.rest;
    this.#line = at + countLines(piece.rest);
    this.#source = source;
    this.#sourceLine = piece.endLine;
    this.#sourceColumn = piece.endColumn;
  }
}

function countLines(mappings: string): number {
  let count = 0;
  for (let at = mappings.indexOf(';'); at >= 0; at = mappings.indexOf(';', at + 1)) count++;
  return count;
}
