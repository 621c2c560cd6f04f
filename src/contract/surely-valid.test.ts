import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { PERSONAS } from '../catalogue/index.ts';
import { sessionOf } from '../host/session/export.ts';
import { deeds, sessionWith } from '../host/testing/random-session.ts';
import type { Json } from './json.ts';
import { surelyValid } from './surely-valid.ts';
import { EVENT_SCHEMAS } from './trace-schema.ts';

const ref = 'a'.repeat(64);
const junk = fc.constantFrom<Json[]>(
  ...[null, true, -1, 0, 1, 0.5, 1e300, 2 ** 53, '', 'x', 'x'.repeat(301), 'live', ref, [], [1], ['x'], {}],
  ...[{ json: null }, { json: 1, more: 1 }, { ref, size: 1 }, { ref, size: -1 }, { ref: 'x', size: 1 }],
);
/** One place of a value changed: another value, gone, or a member more. */
const changes = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
  how: fc.constantFrom('put', 'remove', 'add'),
  key: fc.constantFrom('more', 'json', 'ref', '__proto__', 'toString'),
  value: junk,
});
type Change = typeof changes extends fc.Arbitrary<infer T> ? T : never;

function changed(event: Json, { way, how, key, value }: Change): Json {
  const copy = JSON.parse(JSON.stringify(event)) as Json;
  let at = copy as Record<string, Json>;
  const put = (name: string, what: Json) =>
    Object.defineProperty(at, name, { value: what, enumerable: true, configurable: true, writable: true });
  for (const [depth, n] of way.entries()) {
    const keys = Object.keys(at);
    const name = keys[n % Math.max(1, keys.length)];
    const inner = name === undefined ? null : at[name];
    if (depth < way.length - 1 && inner !== null && typeof inner === 'object')
      at = inner as Record<string, Json>;
    else {
      if (how === 'add') put(Array.isArray(at) ? String(at.length) : key, value);
      else if (name !== undefined && how === 'put') put(name, value);
      else if (name !== undefined) delete at[name];
      return copy;
    }
  }
  return copy;
}

describe('surelyValid', () => {
  it('is never sure of an event that its schema refuses', async () => {
    const refused = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        deeds,
        fc.array(fc.tuple(fc.nat(), changes), { minLength: 60, maxLength: 60 }),
        async (list, edits) => {
          const { events } = sessionOf(await sessionWith(PERSONAS, list));
          for (const [n, change] of edits) {
            const whole = events[n % events.length];
            const schema = EVENT_SCHEMAS.get(whole?.type ?? '');
            if (!schema) throw new Error('an event of no known type');
            const event = changed(whole as unknown as Json, change);
            const { success } = schema.safeParse(event);
            if (!success) refused.add(whole?.type ?? '');
            if (surelyValid(schema)(event)) expect(success).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(refused.size).toBeGreaterThan(8);
  });

  it('is sure of what is recorded, but for what holds any JSON or names of its own', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (list) => {
        const { events } = sessionOf(await sessionWith(PERSONAS, list));
        const unsure = events.filter((event) => {
          const schema = EVENT_SCHEMAS.get(event.type);
          return schema && !surelyValid(schema)(event);
        });
        const known = ['notice', 'hop.injected', 'rules', 'policies'];
        expect(unsure.filter(({ type }) => !known.includes(type))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  const text = z.string();
  it.each<[string, z.ZodMiniType, readonly unknown[], readonly unknown[]]>([
    ['text', text, ['', 'x'], [1, null, undefined]],
    ['a number', z.number(), [0, -0.5], [Number.NaN, Number.POSITIVE_INFINITY, '1']],
    ['a whole number', z.int(), [0, -3], [0.5, 2 ** 53]],
    ['at least', z.number().check(z.minimum(2)), [2, 3], [1.9]],
    ['more than', z.number().check(z.gt(2)), [2.1], [2]],
    ['at most', z.number().check(z.maximum(2)), [2, -9], [2.1]],
    ['less than', z.number().check(z.lt(2)), [1.9], [2]],
    ['lengths', text.check(z.minLength(1), z.maxLength(2)), ['a', 'ab'], ['', 'abc']],
    ['a pattern', text.check(z.regex(/^a+$/)), ['aa'], ['b', '']],
    ['true or false', z.boolean(), [true, false], [0, null]],
    ['one value', z.literal('a'), ['a'], ['b']],
    ['one of several', z.enum(['a', 'b']), ['a', 'b'], ['c', undefined]],
    ['perhaps nothing', z.optional(text), ['a', undefined], [null]],
    ['perhaps null', z.nullable(text), ['a', null], [undefined]],
    ['a list', z.array(text), [[], ['a']], [['a', 1], {}, new Array(2)]],
    ['one or the other', z.union([text, z.boolean()]), ['a', true], [1]],
    ['a strict object', z.strictObject({ a: z.optional(text) }), [{}, { a: 'x' }], [{ b: 1 }, { a: 1 }, []]],
    ['a loose object', z.looseObject({ a: text }), [{ a: 'x', b: 1 }], [{ b: 1 }, null]],
  ])('is sure of what a schema accepts: %s', (_name, schema, good, bad) => {
    const sure = surelyValid(schema);
    for (const value of good)
      expect([value, sure(value), schema.safeParse(value).success]).toEqual([value, true, true]);
    for (const value of bad)
      expect([value, sure(value), schema.safeParse(value).success]).toEqual([value, false, false]);
  });

  it.each<[string, z.ZodMiniType, unknown]>([
    ['a kind it does not know', z.map(text, text), new Map()],
    ['a format it does not know', z.email(), 'a@example.com'],
    ['a check it does not know', z.number().check(z.multipleOf(2)), 4],
    ['an asynchronous check', text.check(z.refine(async () => true)), 'x'],
    ['a member of such a kind', z.looseObject({ a: z.record(text, text) }), { a: {} }],
  ])('leaves to the schema %s', (_name, schema, value) => {
    expect(surelyValid(schema)(value)).toBe(false);
  });
});
