import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHello } from './hello.ts';

const HELLO = { miniauth: 'hello', nonce: '0123456789abcdef0123456789abcdef', url: 'http://shop.localhost/' };

describe('a hello', () => {
  it('is read with nonce, address and revision, and nothing else of it', () => {
    expect(readHello(HELLO)).toEqual(HELLO);
    expect(readHello({ ...HELLO, revision: 3, extra: 1 })).toEqual({ ...HELLO, revision: 3 });
    expect(readHello({ ...HELLO, revision: 'x' })).toEqual(HELLO);
    expect(readHello({ ...HELLO, url: 'x'.repeat(1e6) })?.url).toHaveLength(2048);
  });

  it.each([
    [null],
    ['hello'],
    [{}],
    [[]],
    [{ ...HELLO, miniauth: 'port' }],
    [{ ...HELLO, nonce: 'short' }],
    [{ ...HELLO, nonce: 'g'.repeat(32) }],
    [{ ...HELLO, nonce: 'a'.repeat(65) }],
    [{ ...HELLO, url: '' }],
    [{ ...HELLO, url: {} }],
  ])('%j is none', (data) => {
    expect(readHello(data)).toBeUndefined();
  });

  it('whatever a program sends, reading it does not throw', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        readHello(data);
      }),
      { numRuns: 200 },
    );
  });
});
