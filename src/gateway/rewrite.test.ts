import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeTo, rewriteCss, rewriteHtml, rewriteScript } from './rewrite.ts';

describe('relativeTo', () => {
  it('names the same file, from any document', () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,5}$/);
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `/${names.join('/')}`);
    fc.assert(
      fc.property(path, path, fc.constantFrom('', '?a=/b', '#/c'), (from, to, rest) => {
        const at = new URL(relativeTo(from, to + rest), `http://x/programs/p${from}`);
        expect(at.href).toBe(`http://x/programs/p${to}${rest}`);
      }),
    );
  });

  it.each(['app.js', './a', '../a', 'https://x/a', '//cdn/a', 'data:,x', '#a', '', '/\\evil'])(
    '%s stays',
    (address) => {
      expect(relativeTo('/a/b.html', address)).toBe(address);
    },
  );

  it('the root itself is a folder', () => {
    expect(relativeTo('/index.html', '/')).toBe('./');
    expect(relativeTo('/a/b.html', '/')).toBe('../');
  });
});

describe('rewriteHtml', () => {
  it.each([
    ['<script type=module src=/app.js></script>', '<script type=module src="../app.js"></script>'],
    ["<a href='/b.html' title='/b'>x</a>", "<a href='../b.html' title='/b'>x</a>"],
    [
      '<img srcset="/a.png 1x, /b.png 2x" src="/a.png">',
      '<img srcset="../a.png 1x, ../b.png 2x" src="../a.png">',
    ],
    [
      '<meta http-equiv=refresh content="0; url=/b.html">',
      '<meta http-equiv=refresh content="0; url=../b.html">',
    ],
    ['<meta name=x content="/b">', '<meta name=x content="/b">'],
    ['<p style="background:url(/a.png)">', '<p style="background:url(../a.png)">'],
    [
      '<style>@import "/a.css"; p{background:url("/b.png")}</style>',
      '<style>@import "../a.css"; p{background:url("../b.png")}</style>',
    ],
    [
      '<script type=module>import a from "/a.js"</script>',
      '<script type=module>import a from "../a.js"</script>',
    ],
    [
      '<script type="importmap">{"imports":{"a":"/a.js"}}</script>',
      '<script type="importmap">{"imports":{"a":"../a.js"}}</script>',
    ],
    ['<form action="/login" data-x="/y">', '<form action="../login" data-x="/y">'],
    ['<a title="a > b" href="/c">', '<a title="a > b" href="../c">'],
  ])('%s', (before, after) => {
    expect(rewriteHtml('/pages/a.html', before)).toBe(after);
  });

  it('goes by <base> where the document has one', () => {
    expect(rewriteHtml('/a.html', '<base href="/x/y/"><img src="/b.png">')).toBe(
      '<base href="x/y/"><img src="../../b.png">',
    );
  });

  it('leaves a document without root-absolute addresses as it is', () => {
    const html = '<!doctype html><a href="b.html">x</a><script>if (a < b && c > "/d") e("/f")</script>';
    expect(rewriteHtml('/pages/a.html', html)).toBe(html);
  });
});

describe('rewriteScript', () => {
  it.each([
    ['import a from "/a.js"', 'import a from "./a.js"'],
    ["import '/a.js';export * from '/b.js'", "import './a.js';export * from './b.js'"],
    ['import{a}from"/a.js"', 'import{a}from"./a.js"'],
    ['const a = await import("/a.js")', 'const a = await import("./a.js")'],
    ['my.import("/a.js"); fetch("/a.json"); x = "/a"', 'my.import("/a.js"); fetch("/a.json"); x = "/a"'],
  ])('%s', (before, after) => {
    expect(rewriteScript('/main.js', before)).toBe(after);
  });
});

describe('rewriteCss', () => {
  it('url() and @import', () => {
    expect(rewriteCss('/css/a.css', "@import '/b.css';a{b:url( '/c.png' ) url(data:x) url(d.png)}")).toBe(
      "@import '../b.css';a{b:url( '../c.png' ) url(data:x) url(d.png)}",
    );
  });
});
