import { encode } from '../contract/codec.ts';
import type { Json } from '../contract/json.ts';

/** A value that cannot cross the bridge; `message` says which part of it, and why. */
export class NotPlain extends Error {}

const MAX_DEPTH = 60;

/**
 * Turns what a program passed into JSON for the wire: the rules of `JSON.stringify` (`toJSON` is used, `undefined`
 * left out), bytes kept, and an error that names the place where `JSON.stringify` would drop or break something:
 * functions, symbols, BigInts, cycles, more than 60 levels.
 */
export function toPlain(value: unknown, path = 'the argument'): Json {
  return encode(plain(value, path, []));
}

function plain(value: unknown, path: string, above: object[]): unknown {
  if (value === null) return null;
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'string':
    case 'boolean':
    case 'number':
      return value;
    case 'bigint':
      throw new NotPlain(`${path} is a BigInt; pass a number or a string`);
    case 'symbol':
      throw new NotPlain(`${path} is a symbol; pass a string`);
    case 'function':
      throw new NotPlain(`${path} is a function; only data can be passed to the super app`);
  }
  return plainObject(value as object, path, above);
}

function plainObject(value: object, path: string, above: object[]): unknown {
  if (above.includes(value)) throw new NotPlain(`${path} refers back to a value that contains it`);
  if (above.length >= MAX_DEPTH) throw new NotPlain(`${path} is nested more than ${MAX_DEPTH} levels deep`);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof String || value instanceof Number || value instanceof Boolean) return value.valueOf();
  const inside = [...above, value];
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON(), path, inside);
  if (Array.isArray(value)) {
    if (value.length > 1_000_000) throw new NotPlain(`${path} has ${value.length} items`);
    return Array.from(value, (item, index) => plain(item, `${path}[${index}]`, inside) ?? null);
  }
  const made: [string, unknown][] = [];
  for (const key of Object.keys(value)) {
    const member = plain((value as Record<string, unknown>)[key], memberPath(path, key), inside);
    if (member !== undefined) made.push([key, member]);
  }
  return Object.fromEntries(made);
}

const memberPath = (path: string, key: string) =>
  /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
