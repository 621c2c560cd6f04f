/** More levels than this are a cycle. */
const DEEPEST = 500;

/** Copies made so far, by what they were made of: a row that moves in a list keeps its copy. */
const copies = new WeakMap<object, object>();

/**
 * A copy of data as it crosses to the view of a phone: plain data only, functions and `undefined` left out of objects (null in arrays), what
 * has `toJSON` as that. Each part that is equal to the same part of `prev`, or to an earlier copy of itself, is that very object.
 * @throws TypeError when the data contains itself
 */
export function share(prev: unknown, next: unknown, level = 0): unknown {
  if (typeof next !== 'object' || next === null) return isData(next) ? next : undefined;
  if (level > DEEPEST) throw new TypeError('The data of setData refers back to a value that contains it');
  if ('toJSON' in next && typeof next.toJSON === 'function') return share(prev, next.toJSON(), level + 1);
  const before = copies.get(next) ?? prev;
  const made = Array.isArray(next)
    ? shareList(before, next, level + 1)
    : shareRecord(before, next as Record<string, unknown>, level + 1);
  copies.set(next, made);
  return made;
}

const isData = (value: unknown): boolean =>
  typeof value !== 'function' && typeof value !== 'symbol' && value !== undefined;

function shareList(prev: unknown, next: readonly unknown[], level: number): object {
  const old = Array.isArray(prev) ? (prev as unknown[]) : undefined;
  const { length } = next;
  let same = old?.length === length;
  const made = new Array<unknown>(length);
  for (let i = 0; i < length; i++) {
    const value = share(old?.[i], next[i], level) ?? null;
    made[i] = value;
    if (same && !Object.is(value, (old as unknown[])[i])) same = false;
  }
  return same && old ? old : made;
}

function shareRecord(prev: unknown, next: Record<string, unknown>, level: number): object {
  const old =
    typeof prev === 'object' && prev !== null && !Array.isArray(prev)
      ? (prev as Record<string, unknown>)
      : undefined;
  let same = old !== undefined;
  let count = 0;
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(next)) {
    const value = share(old && Object.hasOwn(old, key) ? old[key] : undefined, next[key], level);
    if (value === undefined) continue;
    count++;
    if (key === '__proto__')
      Object.defineProperty(made, key, { value, writable: true, enumerable: true, configurable: true });
    else made[key] = value;
    if (same && old && !(Object.hasOwn(old, key) && Object.is(value, old[key]))) same = false;
  }
  return same && old && Object.keys(old).length === count ? old : made;
}
