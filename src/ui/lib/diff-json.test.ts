import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../contract/json.ts';
import { type Difference, diffJson, isSameJson, pathText } from './diff-json.ts';

const names = fc.constantFrom('a', 'b', 'c', '__proto__', 'x-y', '');
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, 1, 'a', 'b'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(names, tie('value')), { maxLength: 4 })
      // Built as a recording is read: `__proto__` is a name like any other.
      .map((members) =>
        JSON.parse(
          `{${members.map(([name, of]) => `${JSON.stringify(name)}:${JSON.stringify(of)}`).join()}}`,
        ),
      ),
  ),
})).value;

/** The value after, made of the value before and the differences alone. */
function patched(before: Json, differences: readonly Difference[]): Json {
  const root: JsonObject = { value: structuredClone(before) };
  const at = (path: Difference['path']) => {
    let place: Json = root;
    let key: string | number = 'value';
    for (const part of path) {
      place = (place as Record<string | number, Json>)[key] as Json;
      key = part;
    }
    return { place, key };
  };
  const removed = differences.filter((one) => !('after' in one));
  const others = differences.filter((one) => 'after' in one);
  for (const { path, after } of others) {
    const { place, key } = at(path);
    if (Array.isArray(place) && typeof key === 'number' && key >= place.length) place.push(after as Json);
    else if (Array.isArray(place) && typeof key === 'number') place[key] = after as Json;
    else define(place as JsonObject, String(key), after as Json);
  }
  for (const { path } of removed.toReversed()) {
    const { place, key } = at(path);
    if (Array.isArray(place)) place.splice(Number(key), 1);
    else delete (place as JsonObject)[String(key)];
  }
  return root.value ?? null;
}
const define = (object: JsonObject, name: string, value: Json) =>
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });

/** What was put into a list before its end moves what follows. */
function withInsertions(before: Json, differences: readonly Difference[]): Json {
  const put = differences.filter((one) => !('before' in one) && typeof one.path.at(-1) === 'number');
  if (put.length === 0) return patched(before, differences);
  const rest = patched(
    before,
    differences.filter((one) => !put.includes(one)),
  );
  for (const { path, after } of put) {
    const list = path.slice(0, -1).reduce((value, part) => (value as JsonObject)[part] as Json, rest);
    (list as Json[]).splice(Number(path.at(-1)), 0, after as Json);
  }
  return rest;
}

describe('diffJson', () => {
  it('a value and itself, in another order of members, do not differ', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(diffJson(value, reordered(value))).toEqual([]);
      }),
    );
  });

  it('the differences alone lead from one value to the other', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const differences = diffJson(before, after);
        expect(isSameJson(withInsertions(before, differences), after)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is empty only when nothing differs', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(diffJson(before, after).length === 0).toBe(isSameJson(before, after));
      }),
    );
  });

  it('the other way round, what was put in is taken out', () => {
    const turned = ({ path, before, after }: Difference) => ({ path, before: after, after: before });
    const inOrder = (list: { path: Difference['path'] }[]) => list.map((one) => JSON.stringify(one)).sort();
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(inOrder(diffJson(after, before).map(turned))).toEqual(
          inOrder(
            diffJson(before, after).map(({ path, before: b, after: a }) => ({ path, before: b, after: a })),
          ),
        );
      }),
    );
  });

  it('what begins and ends alike in a list is the same', () => {
    expect(diffJson(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([{ path: [1], after: 'x' }]);
    expect(diffJson({ s: ['a', 'b'] }, { s: ['b'] })).toEqual([{ path: ['s', 0], before: 'a' }]);
    expect(diffJson([1, 2, 3], [1, { deep: true }, 3])).toEqual([
      { path: [1], before: 2, after: { deep: true } },
    ]);
  });

  it('to a depth: what differs there, and what is missing on one side counts as empty', () => {
    const after = { lena: { shop: { auth_user: { at: 1 } } } };
    expect(diffJson({}, after, 3)).toEqual([{ path: ['lena', 'shop', 'auth_user'], after: { at: 1 } }]);
    expect(diffJson(after, undefined, 2)).toEqual([
      { path: ['lena', 'shop'], before: { auth_user: { at: 1 } } },
    ]);
    expect(diffJson(after, { lena: { shop: { auth_user: { at: 2 } } } }, 3)).toEqual([
      { path: ['lena', 'shop', 'auth_user'], before: { at: 1 }, after: { at: 2 } },
    ]);
  });
});

it('a place is written as in code', () => {
  expect(pathText(['body', 'scopes', 0])).toBe('body.scopes[0]');
  expect(pathText(['headers', 'Client-Id'])).toBe('headers["Client-Id"]');
  expect(pathText([])).toBe('');
});

function reordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  const object: JsonObject = {};
  for (const name of Object.keys(value).toReversed()) define(object, name, reordered(value[name] as Json));
  return object;
}
