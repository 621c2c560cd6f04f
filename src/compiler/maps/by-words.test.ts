import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScript } from '../script/compile.ts';
import { mappingsByWords } from './by-words.ts';

/** The place of the source behind a place of the code; lines from 1, columns from 0. */
function placeOf(mappings: string, line: number, column: number) {
  const map = new TraceMap({ version: 3, sources: ['a'], names: [], mappings });
  const { line: at, column: from } = originalPositionFor(map, { line, column });
  return [at, from];
}

describe('the map of code that was made line by line', () => {
  it('leads from a rewritten call to the call, also behind a template that ends with an expression', () => {
    const source = [
      "import { label } from './label';",
      'const url = (id) => `/a?id=$' + '{id}`;',
      'const one: number = 1;',
      'function f(x: string) { return label(x) + url(one); }',
    ].join('\n');
    const { code, mappings } = compileScript(source, 'a.ts');
    const made = code.split('\n')[3] ?? '';
    expect(placeOf(mappings, 4, made.indexOf('label.call') + 'label.'.length)).toEqual([
      4,
      'function f(x: string) { return '.length,
    ]);
    expect(placeOf(mappings, 4, made.lastIndexOf('url'))).toEqual([4, source.split('\n')[3]?.indexOf('url')]);
    expect(placeOf(mappings, 3, (code.split('\n')[2] ?? '').indexOf('1'))).toEqual([3, 20]);
  });

  it('leads from each word of an unchanged text to itself', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\w$ (){};.,'"`]{0,30}$/), { maxLength: 8 }), (lines) => {
        const text = lines.join('\n');
        const mappings = mappingsByWords(text, text);
        for (const [line, content] of lines.entries())
          for (const { index } of content.matchAll(/[\w$]+/g))
            expect(placeOf(mappings, line + 1, index)).toEqual([line + 1, index]);
      }),
    );
  });

  it('never leads beyond the line of the source', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 6 }),
        fc.nat(40),
        (pairs, column) => {
          const source = pairs.map(([text]) => text.replaceAll('\n', ' '));
          const code = pairs.map(([, text]) => text.replaceAll('\n', ' '));
          const mappings = mappingsByWords(source.join('\n'), code.join('\n'));
          for (const line of code.keys()) {
            const [at, from] = placeOf(mappings, line + 1, column);
            if (at === null || at === undefined) continue;
            expect(at).toBe(line + 1);
            expect(from).toBeLessThanOrEqual(source[line]?.length ?? 0);
          }
        },
      ),
    );
  });
});
