import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of, base64Part } from './base64.ts';
import { linesOf } from './lines.ts';
import { Joined, Mappings, pieceOf } from './mappings.ts';

const segment = fc.record({
  lines: fc.integer({ min: 0, max: 3 }),
  columns: fc.integer({ min: 0, max: 5000 }),
  line: fc.integer({ min: 0, max: 100_000 }),
  column: fc.integer({ min: 0, max: 100_000 }),
});

describe('source maps', () => {
  it('of several sources are one map in which each place is where it was', () => {
    fc.assert(
      fc.property(fc.array(fc.array(segment, { maxLength: 6 }), { maxLength: 4 }), (sources) => {
        const joined = new Joined();
        const expected: number[][][] = [];
        let start = 0;
        sources.forEach((segments, source) => {
          const mappings = new Mappings();
          let line = 0;
          let column = -1;
          start++;
          for (const one of segments) {
            if (one.lines > 0) column = -1;
            line += one.lines;
            column += one.columns + 1;
            mappings.add(line, column, one.line, one.column);
            expected[start + line] ??= [];
            expected[start + line]?.push([column, source, one.line, one.column]);
          }
          joined.add(pieceOf(mappings.text), start);
          start += line + 1;
        });
        const map = new TraceMap({
          version: 3,
          sources: sources.map((_, at) => `${at}`),
          names: [],
          mappings: joined.text,
        });
        const found = decodedMappings(map);
        const length = Math.max(found.length, expected.length);
        for (let line = 0; line < length; line++) expect(found[line] ?? []).toEqual(expected[line] ?? []);
      }),
    );
  });
  it('lines and columns of any offset, in any order', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a\n]{0,30}$/), fc.array(fc.nat(30)), (text, offsets) => {
        const lines = linesOf(text);
        for (const offset of offsets.filter((one) => one <= text.length)) {
          const before = text.slice(0, offset).split('\n');
          expect(lines.at(offset)).toEqual({ line: before.length - 1, column: before.at(-1)?.length });
        }
      }),
    );
  });
  it('parts in base 64 beside each other are the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const parts = texts.map((text) => base64Part(JSON.stringify(text)));
        const whole = base64Part('[') + parts.join(base64Part(',')) + base64Of(']');
        const bytes = Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
        expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(
          texts.map((text) => JSON.parse(JSON.stringify(text))),
        );
      }),
    );
  });
});
