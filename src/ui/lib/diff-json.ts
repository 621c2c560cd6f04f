import type { Json, JsonObject } from '../../contract/json.ts';

/** One place where two values differ. Without `before` it was not there, without `after` it is no more. */
export interface Difference {
  /** Names of members and indices of lists, from the outside in; empty: the whole value. */
  path: readonly (string | number)[];
  before?: Json;
  after?: Json;
}

/**
 * Where two JSON values differ, in the order of their members. The order of an object's members counts for nothing. In a
 * list, what begins and ends alike is the same; what is between is compared one by one, and what is left over was taken
 * out (index of then) or put in (index of now).
 * @param depth how far to go in: what differs further in is one difference there. An object that is missing on one side
 * counts as empty until then.
 */
export function diffJson(
  before: Json | undefined,
  after: Json | undefined,
  depth = Number.POSITIVE_INFINITY,
): Difference[] {
  const found: Difference[] = [];
  compare(before, after, [], depth, found);
  return found;
}

function compare(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly (string | number)[],
  depth: number,
  found: Difference[],
): void {
  if (before === after) return;
  if (path.length < depth) {
    if (isObject(before) && isObject(after)) return compareObjects(before, after, path, depth, found);
    if (Number.isFinite(depth)) {
      if (isObject(before) && after === undefined) return compareObjects(before, {}, path, depth, found);
      if (isObject(after) && before === undefined) return compareObjects({}, after, path, depth, found);
    }
    if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path, depth, found);
  }
  if (!isSameJson(before, after))
    found.push({
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
}

function compareObjects(
  before: JsonObject,
  after: JsonObject,
  path: readonly (string | number)[],
  depth: number,
  found: Difference[],
): void {
  for (const name of Object.keys(before))
    compare(before[name], own(after, name), [...path, name], depth, found);
  for (const name of Object.keys(after))
    if (!Object.hasOwn(before, name)) compare(undefined, after[name], [...path, name], depth, found);
}

function compareLists(
  before: readonly Json[],
  after: readonly Json[],
  path: readonly (string | number)[],
  depth: number,
  found: Difference[],
): void {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSameJson(before[start], after[start])) start++;
  let end = 0;
  while (end < most - start && isSameJson(before.at(-1 - end), after.at(-1 - end))) end++;
  for (let i = start; i < Math.max(before.length, after.length) - end; i++)
    compare(
      i < before.length - end ? before[i] : undefined,
      i < after.length - end ? after[i] : undefined,
      [...path, i],
      depth,
      found,
    );
}

/** Whether two JSON values are the same, whatever the order of their members. */
export function isSameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => isSameJson(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSameJson(a[name], b[name]))
  );
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A place as one would write it: `body.scopes[0]`, `headers["Client-Id"]`. */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((part, i) => {
      if (typeof part === 'number') return `[${part}]`;
      if (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(part)) return i === 0 ? part : `.${part}`;
      return `[${JSON.stringify(part)}]`;
    })
    .join('');
}
