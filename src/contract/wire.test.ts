import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUEST_TYPES, HOST_TYPES, LIMITS, limitOf, readHead, writeMessage } from './wire.ts';

describe('a message of the wire', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GUEST_TYPES, ...HOST_TYPES),
        fc.nat({ max: 999_999_999 }),
        fc.stringMatching(/^[A-Za-z-]{1,64}$/),
        fc.jsonValue(),
        (type, id, name, body) => {
          const text = writeMessage(type, id, name, body as never);
          const head = readHead(text);
          expect(head).toMatchObject({ type, id, name });
          expect(JSON.stringify(JSON.parse(text.slice(head?.body)))).toBe(JSON.stringify(body));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws on any text, and reads no head where there is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const head = readHead(text);
        if (head) expect(text.startsWith(`${head.type} `)).toBe(true);
      }),
      { numRuns: 200 },
    );
    for (const text of [
      '',
      'call',
      'call 1',
      'call 1 x',
      'CALL 1 x {}',
      'call -1 x {}',
      'call 1  {}',
      `call 1 ${'x'.repeat(65)} {}`,
    ])
      expect(readHead(text)).toBeUndefined();
  });

  it('may be long only where a request body or a stored value travels', () => {
    expect(limitOf('call', 'getAuthCode')).toBe(LIMITS.normal);
    expect(limitOf('call', 'request')).toBe(LIMITS.request);
    expect(limitOf('call', 'fetch')).toBe(LIMITS.request);
    expect(limitOf('observed', 'setStorageSync')).toBe(LIMITS.storage);
    expect(limitOf('storage', 'local')).toBe(LIMITS.storage);
    expect(limitOf('input', 'request')).toBe(LIMITS.normal);
    expect(limitOf('notice', 'local')).toBe(LIMITS.normal);
  });
});
