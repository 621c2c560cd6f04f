import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json-text.ts';

const where = (text: string) => {
  const parsed = parseJson(text);
  return parsed.ok ? 'ok' : `${parsed.line}:${parsed.column} ${parsed.message}`;
};

describe('parseJson', () => {
  it.each([
    ['{"a": 1,}', "1:9 expected a name in double quotes, found '}'"],
    ['{\n  "a": 1\n  "b": 2\n}', "3:3 expected ',' or '}', found '\"'"],
    ["{'a': 1}", "1:2 expected a name in double quotes, found '''"],
    ['[1, 2', "1:6 expected ',' or ']', found the end of the file"],
    ['{"a" 1}', "1:6 expected ':' after the name, found '1'"],
    ['[tru]', "1:2 expected a value, found 't'"],
    ['', '1:1 expected a value, found the end of the file'],
    ['{} x', "1:4 expected nothing more, found 'x'"],
    ['{"a": "x\n"}', '1:7 this text in quotes does not end, or has a character that must be escaped'],
    ['{"a":\r\n[01]}', "2:3 expected ',' or ']', found '1'"],
  ])('says line, column and what was expected in %j', (text, message) => {
    expect(where(text)).toBe(message);
  });

  it('skips a byte order mark', () => {
    expect(parseJson('\ufeff{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  it('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 2);
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
    );
  });

  it('finds the fault of any text that JSON.parse refuses, inside that text', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', 'x', '\\'),
        (value, seed, put) => {
          const good = JSON.stringify(value, null, 1);
          const cut = seed % (good.length + 1);
          const text = good.slice(0, cut) + put + good.slice(cut + 1);
          const parsed = parseJson(text);
          if (parsed.ok) return;
          expect(parsed.message).not.toBe('this is not JSON');
          const lines = text.split('\n');
          expect(parsed.line).toBeLessThanOrEqual(lines.length);
          expect(parsed.column).toBeLessThanOrEqual((lines[parsed.line - 1]?.length ?? 0) + 1);
        },
      ),
    );
  });

  it('does not run out of stack on deep text', () => {
    expect(where('['.repeat(100_000))).toContain('expected a value, found the end of the file');
  });
});
