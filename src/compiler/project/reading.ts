import type { Json, JsonObject } from '../../contract/json.ts';
import type { Fault } from '../compiled.ts';
import type { JsonNode } from './json.ts';

/** An object of a configuration file, read name by name; values of a wrong type are a problem each and count as absent. */
export class Reading {
  readonly node: JsonNode | undefined;
  readonly #faults: Fault[];

  constructor(node: JsonNode | undefined, faults: Fault[], what = 'This file') {
    this.#faults = faults;
    if (node && !node.members) this.#wrong(node, what, 'an object');
    this.node = node?.members ? node : undefined;
  }

  #wrong(node: JsonNode, what: string, expected: string): void {
    this.#faults.push({
      severity: 'error',
      at: node.at,
      message: `${what} should be ${expected}, but is ${kindOf(node.value)}`,
    });
  }

  get raw(): JsonObject {
    return (this.node?.value as JsonObject | undefined) ?? {};
  }

  has(name: string): boolean {
    return this.node?.members?.has(name) ?? false;
  }

  #find(names: readonly string[]): [string, JsonNode] | undefined {
    for (const name of names) {
      const node = this.node?.members?.get(name)?.node;
      if (node && node.value !== null) return [name, node];
    }
    return undefined;
  }

  /** A text. @param names the first that is there counts */
  text(...names: string[]): string | undefined {
    const found = this.#find(names);
    if (!found) return undefined;
    if (typeof found[1].value === 'string') return found[1].value;
    if (typeof found[1].value === 'number') return String(found[1].value);
    this.#wrong(found[1], `'${found[0]}'`, 'a text');
    return undefined;
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const found = this.#find([name]);
    if (!found) return undefined;
    const value = values.find((one) => one === found[1].value);
    if (value === undefined)
      this.#faults.push({
        severity: 'warning',
        at: found[1].at,
        message: `'${name}' should be one of ${values.join(', ')}, but is ${JSON.stringify(found[1].value)}`,
      });
    return value;
  }

  /** true and false, `"YES"` and `"NO"`, `"Yes"`, `"true"` …: the documents use all of them. */
  flag(name: string): boolean | undefined {
    const found = this.#find([name]);
    if (!found) return undefined;
    const { value } = found[1];
    if (typeof value === 'boolean') return value;
    if (value === 1 || value === 0) return value === 1;
    const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
    if (word === 'yes' || word === 'true') return true;
    if (word === 'no' || word === 'false') return false;
    this.#wrong(found[1], `'${name}'`, 'true or false');
    return undefined;
  }

  number(name: string): number | undefined {
    const found = this.#find([name]);
    if (!found) return undefined;
    const { value } = found[1];
    const number = typeof value === 'string' && value.trim() ? Number.parseFloat(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
    this.#wrong(found[1], `'${name}'`, 'a number');
    return undefined;
  }

  object(...names: string[]): Reading | undefined {
    const found = this.#find(names);
    return found && new Reading(found[1], this.#faults, `'${found[0]}'`);
  }

  /** The items of a list. */
  items(...names: string[]): JsonNode[] {
    const found = this.#find(names);
    if (!found) return [];
    if (!found[1].items) this.#wrong(found[1], `'${found[0]}'`, 'a list');
    return found[1].items ?? [];
  }

  /** The texts of a list. */
  texts(...names: string[]): { at: number; text: string }[] {
    const found: { at: number; text: string }[] = [];
    for (const node of this.items(...names)) {
      if (typeof node.value === 'string') found.push({ at: node.at, text: node.value });
      else this.#wrong(node, `What stands in '${names[0]}'`, 'a text');
    }
    return found;
  }

  /** Name to text. */
  table(name: string): { name: string; at: number; text: string }[] {
    const found: { name: string; at: number; text: string }[] = [];
    for (const [key, { node }] of this.object(name)?.node?.members ?? []) {
      if (typeof node.value === 'string') found.push({ name: key, at: node.at, text: node.value });
      else this.#wrong(node, `'${key}'`, 'a text');
    }
    return found;
  }
}

const kindOf = (value: Json): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : typeof value === 'string'
          ? 'a text'
          : JSON.stringify(value);
