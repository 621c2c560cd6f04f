import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../contract/codec.ts';
import { toPlain } from './plain.ts';

describe('toPlain', () => {
  it('keeps every JSON value, whatever its keys are', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        // JSON knows no -0.
        const wired: unknown = JSON.parse(JSON.stringify(decode(toPlain(value))));
        expect(wired).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps keys that look like tags of the codec, and __proto__', () => {
    const value: unknown = JSON.parse('{"a":1,"$map":[[1,2]],"__proto__":{"x":1},"b":{"$bytes":"aa"}}');
    expect(JSON.stringify(decode(toPlain(value)))).toBe(JSON.stringify(value));
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('follows the rules of JSON.stringify: toJSON is used, undefined left out, null in arrays', () => {
    const date = new Date(0);
    expect(
      toPlain({ date, none: undefined, list: [undefined, Number.NaN], own: { toJSON: () => 'mine' } }),
    ).toEqual({
      date: date.toJSON(),
      list: [null, null],
      own: 'mine',
    });
    expect(toPlain(undefined)).toBeNull();
    expect(toPlain([Object(1), Object('a'), Object(false)])).toEqual([1, 'a', false]);
  });

  it('keeps bytes', () => {
    const bytes = new Uint8Array([0, 255, 7]);
    expect(decode(toPlain({ bytes: bytes.buffer, part: bytes.subarray(1, 2) }))).toEqual({
      bytes,
      part: new Uint8Array([255]),
    });
  });

  it('may pass one object twice, if not within itself', () => {
    const shared = { a: 1 };
    expect(toPlain([shared, { shared }])).toEqual([{ a: 1 }, { shared: { a: 1 } }]);
  });

  const cycle: Record<string, unknown> = {};
  cycle.list = [{ cycle }];
  let deep: unknown = 1;
  for (let i = 0; i < 70; i++) deep = [deep];
  it.each([
    [{ data: { onTap: () => 1 } }, 'the options.data.onTap is a function'],
    [{ a: [1, 2n] }, 'the options.a[1] is a BigInt'],
    [{ 'a b': Symbol('x') }, 'the options["a b"] is a symbol'],
    [cycle, 'the options.list[0].cycle refers back'],
    [deep, 'is nested more than 60 levels deep'],
    [new Array(1_000_001), 'the options has 1000001 items'],
  ])('refuses what cannot cross, and says where: %#', (value, message) => {
    expect(() => toPlain(value, 'the options')).toThrow(message);
  });
});
