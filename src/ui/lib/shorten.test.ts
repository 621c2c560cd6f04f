import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortenMiddle } from './shorten.ts';

describe('shortenMiddle', () => {
  it('leaves what fits alone', () => {
    expect(shortenMiddle('auth_base', 9)).toBe('auth_base');
  });

  it('keeps both ends of what does not', () => {
    expect(shortenMiddle('0000000001T1dc0W0tv448DB00007826', 13)).toBe('000000…007826');
  });

  it('never cuts a character in two', () => {
    expect(shortenMiddle('😀😀😀😀😀😀', 4)).toBe('😀😀…😀');
  });

  it('is never longer than allowed, and begins and ends as the text does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, max) => {
        const short = shortenMiddle(text, max);
        expect(Array.from(short).length).toBeLessThanOrEqual(Math.max(max, 3));
        if (short !== text) {
          const [head = '', tail = ''] = short.split(/…(?=[^…]*$)/);
          expect(text.startsWith(head)).toBe(true);
          expect(text.endsWith(tail)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
