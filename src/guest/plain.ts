import { toBase64 } from '../contract/codec.ts';
import type { Json } from '../contract/json.ts';

/** A value that cannot cross the bridge; `message` says which part of it, and why. */
export class NotPlain extends Error {}

const MAX_DEPTH = 60;
const MAX_ITEMS = 1_000_000;

/**
 * Turns what a program passed into JSON for the wire, encoded as the codec does: the rules of `JSON.stringify`
 * (`toJSON` is used, `undefined` left out), bytes kept, and an error that names the place where `JSON.stringify` would
 * drop or break something: functions, symbols, BigInts, cycles, more than 60 levels.
 */
export function toPlain(value: unknown, root = 'the argument'): Json {
  return new Plain(root).of(value) ?? null;
}

class Plain {
  readonly #root: string;
  /** The keys that lead to the value at hand, and the objects on the way. */
  readonly #path: (string | number)[] = [];
  readonly #above: object[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  of(value: unknown): Json | undefined {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) ? value : null;
      case 'undefined':
        return undefined;
      case 'bigint':
        return this.#refuse('is a BigInt; pass a number or a string');
      case 'symbol':
        return this.#refuse('is a symbol; pass a string');
      case 'function':
        return this.#refuse('is a function; only data can be passed to the super app');
    }
    return value === null ? null : this.#object(value as object);
  }

  #object(value: object): Json | undefined {
    if (value instanceof ArrayBuffer) return { $bytes: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value))
      return { $bytes: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    if (value instanceof String || value instanceof Number || value instanceof Boolean)
      return this.of(value.valueOf());
    if (this.#above.includes(value)) return this.#refuse('refers back to a value that contains it');
    if (this.#above.length >= MAX_DEPTH) return this.#refuse(`is nested more than ${MAX_DEPTH} levels deep`);
    this.#above.push(value);
    let made: Json | undefined;
    if ('toJSON' in value && typeof value.toJSON === 'function') made = this.of(value.toJSON());
    else made = Array.isArray(value) ? this.#array(value) : this.#record(value as Record<string, unknown>);
    this.#above.pop();
    return made;
  }

  #array(value: readonly unknown[]): Json[] {
    if (value.length > MAX_ITEMS) return this.#refuse(`has ${value.length} items`);
    const made: Json[] = [];
    for (let index = 0; index < value.length; index++) made.push(this.#member(index, value[index]) ?? null);
    return made;
  }

  #record(value: Record<string, unknown>): Json {
    const made: { [key: string]: Json } = {};
    let tagged: Json[] | undefined;
    for (const key of Object.keys(value)) {
      const member = this.#member(key, value[key]);
      if (member === undefined) continue;
      // A key that looks like one of the codec's tags: the whole object travels as pairs.
      if (key.startsWith('$') || key === '__proto__') tagged ??= Object.entries(made);
      if (tagged) tagged.push([key, member]);
      else made[key] = member;
    }
    return tagged ? { $object: tagged } : made;
  }

  #member(key: string | number, value: unknown): Json | undefined {
    this.#path.push(key);
    const made = this.of(value);
    this.#path.pop();
    return made;
  }

  #refuse(why: string): never {
    const steps = this.#path.map((key) =>
      typeof key === 'string' && /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
    );
    throw new NotPlain(`${this.#root}${steps.join('')} ${why}`);
  }
}
