import { describe, expect, it } from 'vitest';
import { firstLoad } from './sizes.mjs';

describe('firstLoad', () => {
  it('is the entry with what it imports statically and the styles, each once, without lazy parts', () => {
    const files = firstLoad({
      'index.html': { file: 'a.js', isEntry: true, imports: ['_b', '_c'], css: ['a.css'] },
      _b: { file: 'b.js', imports: ['_c'], css: ['b.css'] },
      _c: { file: 'c.js', imports: ['_b'] },
      'lazy.ts': { file: 'lazy.js', imports: ['_b'] },
    });
    expect(files).toEqual(['index.html', 'a.js', 'a.css', 'b.js', 'b.css', 'c.js']);
  });
});
