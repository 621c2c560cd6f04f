import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataUrl, readDataUrl } from './data-url.ts';
import { SAMPLE_PICTURES } from './sample-pictures.ts';

describe('data: addresses', () => {
  it('hold any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(readDataUrl(dataUrl({ type: 'image/png', bytes }))).toEqual({ type: 'image/png', bytes });
      }),
    );
  });

  it('are read as text, too', () => {
    const read = readDataUrl('data:,a%20b');
    expect(read?.type).toBe('text/plain');
    expect(new TextDecoder().decode(read?.bytes)).toBe('a b');
  });

  it.each(['', 'https://a/b', 'data:', 'data:text/plain', 'data:,%zz'])('%j is none', (url) => {
    expect(readDataUrl(url)).toBeUndefined();
  });
});

describe('the album of the simulated phone', () => {
  it('has different pictures, each a drawing', () => {
    expect(new Set(SAMPLE_PICTURES.map(({ url }) => url)).size).toBe(SAMPLE_PICTURES.length);
    for (const { url } of SAMPLE_PICTURES)
      expect(new TextDecoder().decode(readDataUrl(url)?.bytes)).toMatch(/^<svg .*<\/svg>$/);
  });
});
