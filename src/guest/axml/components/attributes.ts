import type { Attrs } from '../../../contract/axml/toolkit.ts';
import { isOn } from '../element.ts';

const read = new WeakMap<Attrs, Readonly<Record<string, unknown>>>();

/**
 * Attributes by name in lower case and without dashes: programs write `maxLength`, `max-length` and `maxlength`, and the
 * platform takes each.
 */
export function plain(attrs: Attrs): Readonly<Record<string, unknown>> {
  let made = read.get(attrs);
  if (!made) {
    made = Object.fromEntries(
      Object.entries(attrs).map(([name, value]) => [name.replaceAll('-', '').toLowerCase(), value]),
    );
    read.set(attrs, made);
  }
  return made;
}

/** A switch among the attributes. @param fallback when it is not there */
export const flag = (value: unknown, fallback = false): boolean =>
  value === undefined || value === null ? fallback : isOn(value);

/** A number, also `12` and `12px` as texts. @param fallback when it is not there or none */
export function number(value: unknown, fallback: number): number {
  const found = typeof value === 'number' ? value : Number.parseFloat(String(value));
  return Number.isFinite(found) ? found : fallback;
}

/** A text; nothing for what is not there. */
export const text = (value: unknown): string =>
  value === undefined || value === null || value === true || value === false ? '' : String(value);

/** What a table has under an attribute's value; undefined for a name that is not in it. */
export const entry = <T>(table: Readonly<Record<string, T>>, name: unknown): T | undefined =>
  typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
