import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../contract/codec.ts';
import { INLINE_LIMIT, Payloads, refsIn } from './payloads.ts';

/** Values of the SPI, the page and the OpenAPI: Maps and bytes too. */
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$map', '$bytes', '__proto__')), tie('value'), {
      maxKeys: 5,
    }),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 4 }).map((pairs) => new Map(pairs)),
  ),
})).value;
/** Values whose JSON is about as long as the limit. */
const nearLimit = fc.oneof(
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 70, maxLength: 140 }),
  fc.array(fc.constantFrom(true, false, null, 1, ''), { minLength: 100, maxLength: 600 }),
  fc.string({ unit: 'binary', minLength: 200, maxLength: 2_100 }),
  fc.integer({ min: INLINE_LIMIT - 4, max: INLINE_LIMIT + 4 }).map((length) => 'x'.repeat(length - 2)),
);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(encode(value)));

describe('the payload store', () => {
  it('gives back what was put, Maps and bytes included', () => {
    fc.assert(
      fc.property(values, (value) => {
        const payloads = new Payloads();
        const payload = payloads.put(value);
        expect(plain(payloads.value(payload))).toEqual(plain(value));
        expect(payloads.json(payload)).toEqual(encode(value));
      }),
      { numRuns: 200 },
    );
    const mixed = { map: new Map([['k', new Uint8Array([1, 2])]]), list: [null, 1.5] };
    expect(new Payloads().value(new Payloads().put(mixed))).toEqual(mixed);
  });

  it('keeps a value in place exactly when its JSON is at most as long as the limit', () => {
    fc.assert(
      fc.property(fc.oneof(nearLimit, values), (value) => {
        const { length } = JSON.stringify(encode(value));
        const payload = new Payloads().put(value);
        expect('json' in payload).toBe(length <= INLINE_LIMIT);
        if ('size' in payload) expect(payload.size).toBe(length);
      }),
      { numRuns: 200 },
    );
  });

  it('stores equal values once, under an address made of their text', () => {
    const payloads = new Payloads();
    const long = { text: 'x'.repeat(5_000) };
    const refs = [
      payloads.put(long),
      payloads.put(structuredClone(long)),
      payloads.put({ text: `${long.text}y` }),
    ];
    expect(refs[0]).toEqual(refs[1]);
    expect(refs[0]).not.toEqual(refs[2]);
    expect(payloads.size).toBe(2);
    expect(new Payloads().put(long)).toEqual(refs[0]);
  });

  it('is not reached by later changes to what was put', () => {
    const payloads = new Payloads();
    const value = { list: [1] };
    const payload = payloads.put(value);
    value.list.push(2);
    expect(payloads.value(payload)).toEqual({ list: [1] });
  });

  it('keeps what is used and says what is missing', () => {
    const payloads = new Payloads();
    const [kept, lost] = [payloads.put('x'.repeat(3_000)), payloads.put('y'.repeat(3_000))];
    payloads.retain(refsIn([kept]));
    expect(payloads.value(kept)).toBe('x'.repeat(3_000));
    expect(() => payloads.value(lost)).toThrow(/payload [0-9a-f]{12}… is not in the store/);
  });

  it('takes the entries of a recording, each checked against its address', () => {
    const [from, to] = [new Payloads(), new Payloads()];
    const payload = from.put('x'.repeat(3_000));
    to.load(from.entries());
    expect(to.value(payload)).toBe('x'.repeat(3_000));
    const [entry] = from.entries();
    expect(() => new Payloads().load([[entry?.[0] ?? '', '"forged"']])).toThrow('does not match its address');
  });

  it('checks an entry of a recording once, and it stays as it was checked', () => {
    const from = new Payloads();
    from.put('x'.repeat(3_000));
    const entries = from.entries();
    new Payloads().load(entries);
    const [entry = ['', '']] = entries;
    expect(() => {
      entry[1] = '"other"';
    }).toThrow(TypeError);
    expect(() => new Payloads().load([[entry[0], '"other"']])).toThrow('does not match its address');
    expect(() => new Payloads().load([[entry[0], '"other"']], new Map([[entry[0], entry[1]]]))).toThrow(
      'does not match its address',
    );
  });
});

describe('refsIn', () => {
  it('finds every reference, and takes no recorded value for one', () => {
    const ref = (name: string) => ({ ref: name, size: 3_000 });
    const state = {
      a: ref('1'),
      list: [ref('2'), { deep: { er: ref('3') } }],
      value: { json: ref('no') },
      none: null,
    };
    expect([...refsIn(state)].sort()).toEqual(['1', '2', '3']);
    expect([...refsIn('text')]).toEqual([]);
  });
});
