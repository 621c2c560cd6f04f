import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeHtml, htmlType } from './html.ts';

const TAG = '<script src="/__miniauth__/guest.js"></script>';
const STUB = 'src="/__miniauth__/bridge-stub.js"';
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const change = (input: Uint8Array) =>
  Buffer.from(changeHtml(input, { base: '/', isBridge: (url) => url.startsWith('https://bridge.example/') }));
const changed = (text: string) => change(bytes(text)).toString('utf8');

describe('the guest script', () => {
  it.each([
    ['<!doctype html><title>x</title>', `<!doctype html>${TAG}<title>x</title>`],
    [
      '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<p>',
      `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">${TAG}\n<p>`,
    ],
    ['  <!-- a --><!-- b -->\n<!doctype html><p>', `  <!-- a --><!-- b -->\n<!doctype html>${TAG}<p>`],
    ['<?xml version="1.0"?><!doctype html><p>', `<?xml version="1.0"?><!doctype html>${TAG}<p>`],
    ['<script>first()</script>', `${TAG}<script>first()</script>`],
    ['<!-- <!doctype html> --><p>', `${TAG}<!-- <!doctype html> --><p>`],
    ['<!doctype', `${TAG}<!doctype`],
    ['<!--', `${TAG}<!--`],
    ['', TAG],
  ])('stands first, after the doctype, in %j', (before, after) => {
    expect(changed(before)).toBe(after);
  });

  it('stands after a byte order mark', () => {
    expect(changed('\ufeff<p>')).toBe(`\ufeff${TAG}<p>`);
  });

  it.each(['utf-16le', 'utf-16be'])('is written in %s when the document is', (encoding) => {
    const swap = (buffer: Buffer) => (encoding === 'utf-16be' ? Buffer.from(buffer).swap16() : buffer);
    const out = swap(change(swap(bytes('\ufeff<!doctype html><p>商店</p>', 'utf16le')))).toString('utf16le');
    expect(out).toBe(`\ufeff<!doctype html>${TAG}<p>商店</p>`);
  });

  it('stands first in the head of XHTML, which must stay XML', () => {
    const text =
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head lang="en"><title>x</title></head></html>';
    const out = Buffer.from(
      changeHtml(bytes(text), { base: '/', xml: true, isBridge: () => false }),
    ).toString();
    expect(out).toBe(text.replace('<title>', `${TAG}<title>`));
  });

  it('is not put in twice', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = change(bytes(`<!doctype html>${text}`));
        expect(change(once)).toEqual(once);
      }),
    );
  });

  it('leaves every other byte as it is, whatever the encoding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
        const head = bytes('<!doctype html>');
        const out = change(Buffer.concat([head, rest]));
        expect(out).toEqual(Buffer.concat([head, bytes(TAG), rest]));
      }),
    );
  });

  it('is found in linear time in a document of comments without a doctype', () => {
    expect(changed('<!-- -->'.repeat(20_000)).startsWith(TAG)).toBe(true);
  });
});

describe('a script of the platform', () => {
  it.each([
    ['<script src="https://bridge.example/a.js"></script>', `<script ${STUB}></script>`],
    [
      "<script async src='https://bridge.example/a.js?x=1&amp;y=2'></script>",
      `<script async ${STUB}></script>`,
    ],
    ['<SCRIPT SRC=https://bridge.example/a.js></SCRIPT>', `<SCRIPT ${STUB}></SCRIPT>`],
    [
      '<script\n crossorigin src="https://bridge.example/a.js" integrity="sha384-x"></script>',
      `<script\n crossorigin ${STUB} ></script>`,
    ],
  ])('%s is answered by the stub', (before, after) => {
    expect(changed(before)).toBe(TAG + after);
  });

  it.each([
    '<script src="https://elsewhere.example/a.js"></script>',
    '<script data-src="https://bridge.example/a.js"></script>',
    '<script>const a = "https://bridge.example/a.js"</script>',
    '<scripting src="https://bridge.example/a.js">',
  ])('%s stays', (html) => {
    expect(changed(html)).toBe(TAG + html);
  });
});

describe('htmlType', () => {
  it('names UTF-8 only for a document that names nothing and is UTF-8', () => {
    expect(htmlType(bytes('<p>商店'))).toBe('text/html; charset=utf-8');
    expect(htmlType(bytes('<meta charset=gbk><p>'))).toBe('text/html');
    expect(htmlType(bytes('<p>\xe9', 'latin1'))).toBe('text/html');
    expect(htmlType(bytes('\ufeffx', 'utf16le'))).toBe('text/html');
  });

  it('fetches the program’s own scripts and style sheets with CORS where the server allows it, and nobody else’s', () => {
    const change = (html: string) =>
      Buffer.from(changeHtml(Buffer.from(html), { base: '/', cors: true, isBridge: () => false })).toString();
    for (const src of ['a.js', '/a.js', '../a.js', './x/a.js?v=1'])
      expect(change(`<script src="${src}"></script>`)).toContain(`<script crossorigin="" src="${src}">`);
    for (const rel of ['rel="stylesheet"', "rel='alternate stylesheet'", 'rel=stylesheet'])
      expect(change(`<link ${rel} href="a.css">`)).toContain(`<link crossorigin="" ${rel} href="a.css">`);
    for (const tag of [
      '<script src="https://cdn.example/a.js">',
      '<script src="//cdn.example/a.js">',
      '<script crossorigin="use-credentials" src="a.js">',
      '<link rel="stylesheet" href="https://cdn.example/a.css">',
      '<link rel="icon" href="a.png">',
      '<link rel="stylesheet" crossorigin href="a.css">',
      '<script>',
    ])
      expect(change(`${tag}</script>`)).toContain(tag);
  });
});
