import fc from 'fast-check';
import { parse } from 'postcss';
import { describe, expect, it } from 'vitest';
import { readSheet } from './compile.ts';
import type { Scoping } from './selectors.ts';
import { withoutRpx } from './values.ts';

const APP: Scoping = { kind: 'app', guard: false };
const PAGE: Scoping = { kind: 'page', scope: 'p', guard: false };
const PART: Scoping = { kind: 'component', scope: 'c' };
const css = (source: string, scoping: Scoping, urls: Record<string, string> = {}) =>
  readSheet(source).css(scoping, new Map(Object.entries(urls)));
const selector = (source: string, scoping: Scoping) => css(`${source}{}`, scoping).replace(/\s*\{\}$/, '');

describe('rpx', () => {
  it('750rpx are the width of the screen', () => {
    expect(withoutRpx('750rpx')).toBe('100vw');
    expect(withoutRpx('75RPX')).toBe('10vw');
    expect(withoutRpx('0rpx')).toBe('0vw');
    expect(withoutRpx('1px')).toBe('1px');
  });
  it('negative, with a fraction, several, inside of functions', () => {
    expect(withoutRpx('-7.5rpx .75rpx')).toBe('-1vw 0.1vw');
    expect(withoutRpx('calc(100% - 75rpx*2) translate(-75rpx,75rpx)')).toBe(
      'calc(100% - 10vw*2) translate(-10vw,10vw)',
    );
    expect(withoutRpx('0 0 15rpx rgba(0,0,0,.1)')).toBe('0 0 2vw rgba(0,0,0,.1)');
  });
  it('not in names, colours, texts and addresses', () => {
    for (const value of [
      'var(--a-10rpx)',
      '"10rpx"',
      "url('10rpx.png')",
      'url(10rpx.png)',
      '10rpxx',
      'a10rpx',
    ])
      expect(withoutRpx(value)).toBe(value);
  });
  it('in declarations, variables and media queries', () => {
    expect(css('.a{--gap:75rpx;margin:75rpx}@media (min-width:750rpx){.b{top:75rpx}}', APP)).toBe(
      '.a{--gap:10vw;margin:10vw}@media (min-width:100vw){.b{top:10vw}}',
    );
  });
  it('any number is 1/7.5 of itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (n) => {
        expect(Number.parseFloat(withoutRpx(`${n}rpx`))).toBeCloseTo(n / 7.5, 5);
      }),
    );
  });
});

describe('styles of the app', () => {
  it('hold everywhere; tags have the names that elements have', () => {
    expect(selector('.a > image.b, view text, switch:active', APP)).toBe(
      '.a > a-image.b, view text, a-switch:active',
    );
  });
  it('page is the element of each page', () => {
    expect(selector('page', APP)).toBe('page');
  });
});

describe('styles of a page', () => {
  it('hold in the page, and weigh no more than they did', () => {
    expect(selector('.a .b, .c', PAGE)).toBe(':where(.p) .a .b, :where(.p) .c');
  });
  it('page is this page', () => {
    expect(selector('page', PAGE)).toBe('page:where(.p)');
    expect(selector('page.dark > .a', PAGE)).toBe('page:where(.p).dark > .a');
    expect(selector(':root', PAGE)).toBe('page:where(.p)');
  });
  it('rules in at-rules hold in the page, steps of keyframes are no selectors', () => {
    expect(
      css('@media print{.a{b:c}}@keyframes k{from{top:75rpx}50%{top:0}}@font-face{font-family:x}', PAGE),
    ).toBe('@media print{:where(.p) .a{b:c}}@keyframes k{from{top:10vw}50%{top:0}}@font-face{font-family:x}');
  });
  it('a rule in a rule is in the page with the rule around it', () => {
    expect(css('.a{.b &{c:d} & > .e{f:g}}', PAGE)).toBe(':where(.p) .a{.b &{c:d} & > .e{f:g}}');
  });
  it('do not reach into what is isolated', () => {
    expect(selector('.a .b::after', { ...PAGE, guard: true })).toBe(
      ':where(.p) .a .b:where(:not(.a-isolated))::after',
    );
  });
});

describe('styles of a component', () => {
  it('hold for the elements of its own template', () => {
    expect(selector('.a .b, .c > image', PART)).toBe('.a .b:where(.c), .c > a-image:where(.c)');
  });
  it('a pseudo-element stays at the end', () => {
    expect(selector('.a:hover::before', PART)).toBe('.a:hover:where(.c)::before');
    expect(selector('.a:after', PART)).toBe('.a:where(.c):after');
    expect(selector('*', PART)).toBe('*:where(.c)');
  });
  it('page is none of its elements', () => {
    expect(selector('page', PART)).toBe('page');
    expect(selector('page .a', PART)).toBe('page .a:where(.c)');
  });
});

describe('a style sheet', () => {
  it('names what it imports, with conditions; imports of the network stay', () => {
    const source = '@import "./a.acss";@import url(b.css) screen;@import url("https://x.example/y.css");.a{}';
    expect(readSheet(source).imports).toMatchObject([
      { specifier: './a.acss', condition: '' },
      { specifier: 'b.css', condition: 'screen' },
    ]);
    expect(css(source, APP)).toBe('@import url("https://x.example/y.css");.a{}');
  });
  it('names the files that it shows, and has their addresses in the end', () => {
    const source = '.a{background:url(./a.png) no-repeat, url("data:x"), url(\'/b.png\')}';
    expect([...readSheet(source).urls.keys()]).toEqual(['./a.png', '/b.png']);
    expect(css(source, APP, { './a.png': 'https://x.example/a.png' })).toBe(
      '.a{background:url("https://x.example/a.png") no-repeat, url("data:x"), url(\'/b.png\')}',
    );
  });
  it('that is broken: the place of each fault, and the rest is kept', () => {
    const source = '.a { color: red }\n.b { color red; top: 0 }\n.c { left: 0 }\n}\n.d { right: 0';
    const sheet = readSheet(source);
    expect(sheet.problems.map(({ at }) => source.slice(0, at).split('\n').length)).toEqual([2, 4, 5]);
    const result = sheet.css(APP, new Map());
    for (const kept of ['color: red', 'top: 0', 'left: 0', 'right: 0']) expect(result).toContain(kept);
    expect(() => parse(result)).not.toThrow();
  });
  it('any text gives styles that can be read', () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '.a',
            '{',
            '}',
            ':',
            ';',
            '@media ',
            '@import ',
            '"',
            "'",
            '/*',
            '*/',
            '(',
            ')',
            'url(',
            '10rpx',
            '\n',
            ',',
            '>',
            '&',
            '\\',
            '@',
            ':not(',
            '::before',
            '#',
            '!important',
            '--x',
            '[a=',
            ']',
          ),
          fc.string({ maxLength: 4 }),
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, fc.constantFrom(APP, PAGE, PART, { ...PAGE, guard: true }), (source, scoping) => {
        const sheet = readSheet(source);
        for (const { at } of sheet.problems) expect(at >= 0 && at <= source.length).toBe(true);
        parse(sheet.css(scoping, new Map()));
      }),
      { numRuns: 1000 },
    );
  });
});
