import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownTexts } from './shown-texts.ts';

describe('shownTexts', () => {
  it('are the texts of elements, decoded, each once, in their order', () => {
    expect(
      shownTexts(
        '<!doctype html><html><head><title>T</title><style>p > b {}</style></head><body><h1>A &amp; B</h1><p data-x="a > b">one <b>two</b></p><p>one</p><br>three</body></html>',
      ),
    ).toEqual(['A & B', 'one', 'two', 'three']);
  });

  it('leave out what is hidden, with all that is in it, and comments', () => {
    expect(
      shownTexts(
        '<p hidden>a<b>b</b></p><p style="display: none">c</p><i aria-hidden="true">d</i><!-- e --><p>f</p>',
      ),
    ).toEqual(['f']);
  });

  it('whatever markup there is, it comes to an end and gives no tag', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<p>', '</p>', '<br>', 'x', '<', '>', '"', '<p hidden>', '&lt;')),
        (parts) => {
          for (const text of shownTexts(parts.join(''))) expect(text.trim()).not.toBe('');
        },
      ),
    );
  });
});
