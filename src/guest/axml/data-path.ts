/** The places that `setData` names: `a.b[0].c`. */

export type DataPath = readonly (string | number)[];

const known = new Map<string, DataPath>();

/** `a.b[0]['c']` as its steps; what is no path is one step. */
export function parsePath(text: string): DataPath {
  let path = known.get(text);
  if (!path) {
    path = /[.[]/.test(text) ? read(text) : [text];
    if (known.size < 1000) known.set(text, path);
  }
  return path;
}

function read(text: string): DataPath {
  const path: (string | number)[] = [];
  const steps = /\[\s*(?:(\d+)|'([^']*)'|"([^"]*)"|([^\]'"]*))\s*\]|([^.[\]]+)/g;
  for (const [, index, single, double, bare, name] of text.matchAll(steps))
    path.push(index === undefined ? (name ?? single ?? double ?? bare ?? '') : Number(index));
  return path.length > 0 ? path : [text];
}

type Container = Record<string | number, unknown>;

/** What stands there; undefined when the way does not lead so far. */
export function valueAt(root: unknown, path: DataPath, from = 0): unknown {
  let value = root;
  for (let i = from; i < path.length; i++) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Container)[path[i] as string];
  }
  return value;
}

/**
 * The same data with another value at that place: what lies on the way is copied, all else is shared. What is missing on the way
 * becomes an object, or an array where the step is a number.
 */
export function withValueAt(root: unknown, path: DataPath, value: unknown, from = 0): unknown {
  if (from >= path.length) return value;
  const key = path[from] as string | number;
  const copy = copyOf(root, typeof key === 'number');
  const below = withValueAt((copy as Container)[key], path, value, from + 1);
  if (key === '__proto__')
    Object.defineProperty(copy, key, { value: below, writable: true, enumerable: true, configurable: true });
  else (copy as Container)[key] = below;
  return copy;
}

function copyOf(value: unknown, list: boolean): object {
  if (Array.isArray(value)) return value.slice();
  if (typeof value === 'object' && value !== null)
    return Object.assign(Object.create(Object.getPrototypeOf(value)), value);
  return list ? [] : {};
}
