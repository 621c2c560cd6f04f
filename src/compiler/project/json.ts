import type { Json, JsonObject } from '../../contract/json.ts';
import type { Fault } from '../compiled.ts';
import { linesOf } from '../maps/lines.ts';

/** A value of a JSON file and where it stands. */
export interface JsonNode {
  at: number;
  value: Json;
  items?: JsonNode[];
  members?: Map<string, { at: number; node: JsonNode }>;
}

const DEEPEST = 200;
const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const STRING = /"((?:[^"\\\n]|\\[^\n])*)"|'((?:[^'\\\n]|\\[^\n])*)'/y;
const NUMBER = /[-+]?(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/y;
const WORD = /[A-Za-z_$][\w$]*/y;

class Wrong extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The platform's configuration files: JSON, in which comments, commas at the end of a list, single quotes and names without quotes are
 * tolerated.
 * @returns undefined when it cannot be read; `faults` say why
 */
export function parseJson(text: string, faults: Fault[]): JsonNode | undefined {
  const reader = new Reader(text);
  try {
    return reader.whole();
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    faults.push({ severity: 'error', at: error.at, message: error.message });
    return undefined;
  }
}

/**
 * A configuration file that is an object, as the compiler reads it.
 * @returns `wrong` with line and column, which begin at 1, when it is none
 */
export function parseObject(
  text: string,
): { value: JsonObject } | { wrong: { line: number; column: number; message: string } } {
  const faults: Fault[] = [];
  const value = parseJson(text, faults)?.value;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value };
  const { at, message } = faults[0] ?? { at: 0, message: 'Expected an object' };
  const { line, column } = linesOf(text).at(at);
  return { wrong: { line: line + 1, column: column + 1, message } };
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): JsonNode {
    const node = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#wrong('the end of the file');
    return node;
  }

  #wrong(expected: string): never {
    const char = this.#text[this.#at];
    const found =
      char === undefined ? 'the end of the file' : char === '\n' ? 'the end of the line' : `'${char}'`;
    throw new Wrong(this.#at, `Expected ${expected}, found ${found}`);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }

  #space(): void {
    this.#take(SPACE);
  }

  #takes(char: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  #string(): string | undefined {
    const found = this.#take(STRING);
    if (!found) return undefined;
    const [whole, double, single] = found;
    try {
      if (double !== undefined) return JSON.parse(whole.replace(/\t/g, '\\t')) as string;
      return JSON.parse(`"${(single ?? '').replace(/\\'/g, "'").replace(/(^|[^\\])"/g, '$1\\"')}"`) as string;
    } catch {
      throw new Wrong(this.#at - whole.length, 'This text has an escape that JSON does not know');
    }
  }

  #value(depth: number): JsonNode {
    if (depth > DEEPEST) throw new Wrong(this.#at, `Values are nested more than ${DEEPEST} deep`);
    this.#space();
    const at = this.#at;
    if (this.#takes('{')) return this.#object(at, depth);
    if (this.#takes('[')) return this.#array(at, depth);
    const text = this.#string();
    if (text !== undefined) return { at, value: text };
    const number = this.#take(NUMBER);
    if (number) return { at, value: Number(number[0]) };
    const word = this.#take(WORD)?.[0];
    if (word === 'true' || word === 'false') return { at, value: word === 'true' };
    if (word === 'null') return { at, value: null };
    this.#at = at;
    return this.#wrong('a value');
  }

  #array(at: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    while (!this.#takes(']')) {
      items.push(this.#value(depth + 1));
      if (!this.#takes(',') && this.#text[this.#at] !== ']') this.#wrong("',' or ']'");
    }
    return { at, value: items.map(({ value }) => value), items };
  }

  #object(at: number, depth: number): JsonNode {
    const members = new Map<string, { at: number; node: JsonNode }>();
    while (!this.#takes('}')) {
      const nameAt = this.#at;
      const name = this.#string() ?? this.#take(WORD)?.[0];
      if (name === undefined) this.#wrong("a name in quotes or '}'");
      if (!this.#takes(':')) this.#wrong("':'");
      members.set(name as string, { at: nameAt, node: this.#value(depth + 1) });
      if (!this.#takes(',') && this.#text[this.#at] !== '}') this.#wrong("',' or '}'");
    }
    const value: JsonObject = Object.create(null) as JsonObject;
    for (const [name, { node }] of members) value[name] = node.value;
    // Entries become own properties: a member called __proto__ is one like any other.
    return { at, value: Object.fromEntries(Object.entries(value)), members };
  }
}
