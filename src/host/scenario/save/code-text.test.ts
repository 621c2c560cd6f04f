import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText, literal, quoted } from './code-text.ts';

const evaluated = (code: string): unknown => new Function(`return (${code});`)();

describe('text of code', () => {
  it('any text is a literal that means it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => evaluated(quoted(text)) === text));
  });

  it('any JSON is a literal that means it, at any depth of the page', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(8), (value, indent) => {
        const plain = JSON.parse(JSON.stringify(value));
        // A member called __proto__ is no member in a literal; none of ours is.
        if (JSON.stringify(value).includes('__proto__')) return;
        expect(evaluated(literal(plain, indent))).toEqual(plain);
        expect(JSON.parse(jsonText(plain))).toEqual(plain);
      }),
    );
  });

  it('what is short stands in one line, but for the whole of a file', () => {
    expect(jsonText({ play: [{ tap: 'x' }, { call: 'getAuthCode' }] })).toBe(
      '{\n  "play": [{ "tap": "x" }, { "call": "getAuthCode" }]\n}\n',
    );
  });
});
