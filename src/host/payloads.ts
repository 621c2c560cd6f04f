import { decode, encode } from '../contract/codec.ts';
import type { Json } from '../contract/json.ts';
import type { Payload } from '../contract/trace.ts';
import { idOf } from './ids.ts';

/** Values whose JSON is longer than this live in the side store. */
export const INLINE_LIMIT = 2_048;

type Entry = readonly [ref: string, text: string];

/** Entries that need not be looked at any more: a recording is read, and then loaded. */
const taken = new WeakSet<Entry>();

/** The content-addressed side store for large payloads and storage values. */
export class Payloads {
  readonly #texts = new Map<string, string>();

  /** Takes any value of the SPI, the page or the OpenAPI; what JSON cannot say goes through the codec. */
  put(value: unknown): Payload {
    const json = encode(value);
    if (isSmall(json)) return { json };
    const text = JSON.stringify(json);
    if (text.length <= INLINE_LIMIT) return { json };
    const ref = idOf('payload', text);
    this.#texts.set(ref, text);
    return { ref, size: text.length };
  }

  /** The recorded JSON. A reference that the store does not hold is an error: the recording is incomplete. */
  json(payload: Payload): Json {
    if ('json' in payload) return payload.json;
    const text = this.#texts.get(payload.ref);
    if (text === undefined) throw new Error(`payload ${payload.ref.slice(0, 12)}… is not in the store`);
    return JSON.parse(text) as Json;
  }

  /** The JSON text of a value in the side store; undefined when it is not there. */
  text(payload: { ref: string }): string | undefined {
    return this.#texts.get(payload.ref);
  }

  /** The value as it was put, Maps and bytes included. */
  value(payload: Payload): unknown {
    return decode(this.json(payload));
  }

  forget(ref: string): void {
    this.#texts.delete(ref);
  }

  /** Keeps only what `used` names. */
  retain(used: ReadonlySet<string>): void {
    for (const ref of this.#texts.keys()) if (!used.has(ref)) this.#texts.delete(ref);
  }

  get size(): number {
    return this.#texts.size;
  }

  entries(): [ref: string, text: string][] {
    return [...this.#texts];
  }

  /**
   * Takes entries of a recording; each is checked against its address, once, and can then not be changed any more.
   * @param known of some of them, by address: texts that have been checked elsewhere
   */
  load(entries: Iterable<Entry>, known?: ReadonlyMap<string, string>): void {
    for (const entry of entries) {
      if (!taken.has(entry)) {
        if (!isTrue(entry, known)) throw new Error(notTrue(entry[0]));
        takeAsIs(entry);
      }
      this.#texts.set(entry[0], entry[1]);
    }
  }
}

/** Entries that {@link Payloads.load} takes without a look at their text: that has been done, or will be. */
export function takeAsIs(entry: Entry): void {
  taken.add(Object.freeze(entry));
}

/** Whether the text of an entry is what its address says; `known`: texts of which it has been found. */
export function isTrue([ref, text]: Entry, known?: ReadonlyMap<string, string>): boolean {
  return known?.get(ref) === text || idOf('payload', text) === ref;
}

/** What is wrong with an entry that is not {@link isTrue}. */
export function notTrue(ref: string): string {
  return `payload ${ref.slice(0, 12)}…: the text does not match its address`;
}

/** A store that keeps no value, only how long each was: what a recording costs without its payloads. */
export class PayloadSizes extends Payloads {
  override put(value: unknown): Payload {
    return { ref: '', size: JSON.stringify(encode(value)).length };
  }
}

/** True when the JSON is surely short: counted without writing it out. */
function isSmall(json: Json): boolean {
  let room = INLINE_LIMIT / 8;
  const fits = (value: Json): boolean => {
    // One of room is 8 characters of JSON: an escaped character has 6, a number up to 25.
    room -= typeof value === 'string' ? 1 + value.length : typeof value === 'number' ? 4 : 2;
    if (room < 0) return false;
    if (value === null || typeof value !== 'object') return true;
    if (Array.isArray(value)) return value.every(fits);
    for (const key in value) {
      room -= key.length + 1;
      if (room < 0 || !fits(value[key] ?? null)) return false;
    }
    return true;
  };
  return fits(json);
}

/** Every reference in a value made of events or state. */
export function refsIn(value: unknown, found = new Set<string>()): Set<string> {
  eachRef(value, (ref) => found.add(ref));
  return found;
}

/** The same, one by one and as often as they occur, without a set for each value that has none. */
export function eachRef(value: unknown, see: (ref: string) => void): void {
  if (value === null || typeof value !== 'object') return;
  const { ref, size } = value as { ref?: unknown; size?: unknown };
  if (typeof ref === 'string' && typeof size === 'number') return see(ref);
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') eachRef(item, see);
    return;
  }
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key];
    if (typeof inner === 'object' && key !== 'json') eachRef(inner, see);
  }
}
