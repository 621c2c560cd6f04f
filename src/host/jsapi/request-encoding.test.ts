import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../contract/codec.ts';
import { decodeData, encodeBody, formEncode, withQuery } from './request-encoding.ts';

const wellFormed = fc.string({ unit: 'grapheme' });
const flat = fc.dictionary(wellFormed, wellFormed, { maxKeys: 6 });

describe('formEncode', () => {
  it('is read back as the same pairs by a server', () => {
    fc.assert(
      fc.property(flat, (data) => {
        expect([...new URLSearchParams(formEncode(data))]).toEqual(Object.entries(data));
      }),
      { numRuns: 200 },
    );
  });

  it('writes a space as %20, objects and arrays as JSON, and leaves out what is undefined', () => {
    const data = { q: 'a b&c=d', n: 1, yes: true, none: null, gone: undefined, list: [1, 'x'], o: { a: 1 } };
    expect(formEncode(data)).toBe(
      'q=a%20b%26c%3Dd&n=1&yes=true&none=null&list=%5B1%2C%22x%22%5D&o=%7B%22a%22%3A1%7D',
    );
  });

  it('throws for text that has no UTF-8 form', () => {
    expect(() => formEncode({ half: '\ud800' })).toThrow(URIError);
  });
});

describe('withQuery', () => {
  it('keeps the address and the query that is there, adds the new one, and drops the fragment', () => {
    const add = (url: string, query: string) => withQuery(new URL(url), query);
    expect(add('https://a.test/p', '')).toBe('https://a.test/p');
    expect(add('https://a.test/p#top', 'x=1')).toBe('https://a.test/p?x=1');
    expect(add('https://a.test/p?y=2#top', 'x=1')).toBe('https://a.test/p?y=2&x=1');
    expect(add('https://a.test/p?', 'x=1')).toBe('https://a.test/p?x=1');
  });

  it('loses none of the pairs, old or new', () => {
    fc.assert(
      fc.property(flat, flat, (old, added) => {
        const first = formEncode(old);
        const url = withQuery(
          new URL(first === '' ? 'https://a.test/' : `https://a.test/?${first}`),
          formEncode(added),
        );
        expect([...new URL(url).searchParams]).toEqual([...Object.entries(old), ...Object.entries(added)]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('encodeBody', () => {
  it('sends nothing for no data', () => {
    expect([encodeBody(undefined, 'application/json'), encodeBody(null, 'text/plain')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('sends text and bytes as they are, whatever the type', () => {
    const bytes = new Uint8Array([1, 2]);
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
      expect(encodeBody('a=1', type)).toBe('a=1');
      expect(encodeBody(bytes, type)).toBe(bytes);
    }
  });

  it('sends an object as JSON, or as a form when the content type says so, parameters and case aside', () => {
    const data = { code: 'a b', n: 1 };
    expect(encodeBody(data, 'application/json')).toBe('{"code":"a b","n":1}');
    expect(encodeBody(data, 'Application/X-WWW-Form-Urlencoded; charset=UTF-8')).toBe('code=a%20b&n=1');
    expect(encodeBody(data, '')).toBe('{"code":"a b","n":1}');
    expect(encodeBody([1, 2], 'application/json')).toBe('[1,2]');
    expect(encodeBody(5, 'application/json')).toBe('5');
  });
});

describe('decodeData', () => {
  it('reads JSON, from text or from UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const parsed = JSON.parse(text);
        expect(decodeData(text, 'json')).toEqual({ data: parsed });
        expect(decodeData(new TextEncoder().encode(text), 'json')).toEqual({ data: parsed });
      }),
      { numRuns: 100 },
    );
  });

  it('says the platform’s sentence for what is no JSON', () => {
    for (const body of ['', '<html>', '{'])
      expect(decodeData(body, 'json')).toEqual({ problem: 'JSON parse data error' });
  });

  it('gives text, base64 or bytes of the same body', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeData(bytes, 'arraybuffer')).toEqual({ data: bytes });
        const encoded = decodeData(bytes, 'base64');
        expect(encoded).toEqual({ data: toBase64(bytes) });
        expect(fromBase64(String('data' in encoded && encoded.data))).toEqual(bytes);
      }),
      { numRuns: 100 },
    );
    expect(decodeData('é', 'arraybuffer')).toEqual({ data: new Uint8Array([0xc3, 0xa9]) });
    expect(decodeData('é', 'base64')).toEqual({ data: 'w6k=' });
    expect(decodeData(new Uint8Array([0xc3, 0xa9]), 'text')).toEqual({ data: 'é' });
  });
});
