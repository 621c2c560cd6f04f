import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, fromBase64, toBase64 } from './codec.ts';

/** What the SPI and the page may carry: JSON, Maps and bytes, nested anyhow. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    fc.string(),
    fc.uint8Array({ maxLength: 20 }).map((bytes) => new Uint8Array(bytes)),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('$map', '$bytes', '$object', '$x', '__proto__')),
      tie('any'),
      {
        maxKeys: 4,
        noNullPrototype: true,
      },
    ),
    fc.array(fc.tuple(fc.string(), tie('any')), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
})).any;

describe('the codec', () => {
  it('gives back what it took, over real JSON text', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(decode(JSON.parse(JSON.stringify(encode(given))))).toEqual(given);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves plain JSON as it is, so that traces read well', () => {
    const plain = { a: [1, 'x', null, true], b: { c: {} } };
    expect(encode(plain)).toEqual(plain);
  });

  it('drops what JSON cannot say: functions, symbols, undefined; numbers that are none become null', () => {
    expect(encode({ f: () => 1, s: Symbol('s'), u: undefined, n: Number.NaN, i: 1 })).toEqual({
      n: null,
      i: 1,
    });
  });

  it('never sets a prototype from data', () => {
    const decoded = decode({ $object: [['__proto__', { polluted: 1 }]] }) as object;
    expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('takes bytes there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100_000 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
      }),
      { numRuns: 30 },
    );
  });
});
