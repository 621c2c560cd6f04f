import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idBytes, idOf } from './ids.ts';

describe('idOf', () => {
  it('is the SHA-256 of its parts as JSON, however long they are and whatever was asked before', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc
        .tuple(fc.constantFrom('x', '"', '€', '😀'), fc.integer({ min: 1, max: 70_000 }))
        .map(([c, n]) => c.repeat(n)),
    );
    fc.assert(
      fc.property(fc.string(), fc.array(part, { maxLength: 3 }), (seed, parts) => {
        const expected = createHash('sha256')
          .update(JSON.stringify([seed, ...parts]), 'utf8')
          .digest('hex');
        expect(idOf(seed, ...parts)).toBe(expected);
        expect(new TextDecoder().decode(idBytes(seed, ...parts))).toBe(JSON.stringify([seed, ...parts]));
      }),
      { numRuns: 100 },
    );
  });
});
