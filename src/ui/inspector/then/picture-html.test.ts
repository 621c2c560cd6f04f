// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { ProgramPicture } from '../../../contract/trace.ts';
import { isOutline, pictureDocument } from './picture-html.ts';

const picture = (html: string, more: Partial<ProgramPicture> = {}): ProgramPicture => ({
  html,
  title: 'Shop',
  width: 390,
  height: 700,
  scrollX: 0,
  scrollY: 0,
  ...more,
});
const page = (body: string, head = '') =>
  picture(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
const cleaned = (body: string, head = '') => {
  const html = pictureDocument(page(body, head));
  return { html, document: new DOMParser().parseFromString(html, 'text/html') };
};

/** Everything in a document, what stands in templates included. */
function everything(root: ParentNode): Element[] {
  return Array.from(root.querySelectorAll('*')).flatMap((element) => [
    element,
    ...(element instanceof HTMLTemplateElement ? everything(element.content) : []),
  ]);
}

describe('the document of a picture', () => {
  it.each([
    '<script>alert(1)</script>',
    '<svg><script href="https://evil.example/x.js"></script></svg>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><circle onclick="x()"/></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\tscript:alert(1)">x</a>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><animate attributeName=href values="javascript:alert(1)"/><set attributeName=onload to=x /></svg>',
    '<iframe src="https://evil.example" srcdoc="<script>1</script>"></iframe>',
    '<object data="x"></object><embed src="x"><applet code=x></applet>',
    '<form action="javascript:x()"><button formaction="https://evil.example">x</button></form>',
    '<base href="https://evil.example/"><link rel=import href="x"><link rel=preload href="https://evil.example">',
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    '<meta name=viewport http-equiv=refresh content="0;url=https://evil.example">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<template shadowrootmode=open><script>1</script><img src=x onerror=1></template>',
    '<template><script>1</script></template>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<svg><foreignObject><iframe srcdoc=x></iframe><p onclick=x></p></foreignObject></svg>',
    '<video autoplay src="https://evil.example/v" poster="javascript:x"><source src=x><track src=x></video><audio src=x>',
    '<input autofocus onfocus=alert(1)><body onload=alert(1) background="javascript:x">',
    '<style>@import "javascript:x"</style></style><script>1</script>',
    '<p style="x" srcdoc=1 ping="https://evil.example" target=_top download nonce=1>x</p>',
    '<portal src="https://x.example"></portal><fencedframe></fencedframe>',
  ])('holds nothing active: %s', (body) => {
    const { document } = cleaned(body);
    for (const element of everything(document)) {
      expect(element.localName).not.toMatch(
        /^(?:script|noscript|iframe|frame|object|embed|applet|portal|fencedframe|base|audio|source|track|set|animate.*)$/i,
      );
      for (const { name, value } of Array.from(element.attributes)) {
        expect(name).not.toMatch(/^on|^(?:srcdoc|action|formaction|ping|target|autofocus|autoplay)$/i);
        expect(value.replace(/\s/g, '')).not.toMatch(/^javascript:/i);
        if (name === 'http-equiv') expect(value).toBe('Content-Security-Policy');
        if (element.localName === 'link') expect(element.getAttribute('rel')).toBe('stylesheet');
      }
    }
  });

  it('its own policy comes first, so that nothing before it loads', () => {
    const { document } = cleaned('<p>Hello</p>', '<title>t</title><style>p { color: red }</style>');
    expect(document.head.firstElementChild?.getAttribute('content')).toContain("default-src 'none'");
  });

  it('keeps what is seen: text, styles, values, images, shadow trees; links lead nowhere', () => {
    const { document } = cleaned(
      '<h1 class="a" style="color: red">Shop</h1><input value="typed" checked><img src="http://shop.localhost/a.png" alt="A">' +
        '<img src="data:image/png;base64,AA=="><a href="https://shop.example/x">x</a><svg><use href="#i"/></svg>' +
        '<div><template shadowrootmode="open"><p>inside</p></template></div>',
      '<style>.a { color: red }</style><link rel="stylesheet" href="http://shop.localhost/a.css"><meta name="viewport" content="width=device-width">',
    );
    expect(document.querySelector('h1')?.getAttribute('style')).toBe('color: red');
    expect(document.querySelector('input')?.outerHTML).toBe('<input value="typed" checked="">');
    expect(Array.from(document.images, ({ src }) => src)).toEqual([
      'http://shop.localhost/a.png',
      'data:image/png;base64,AA==',
    ]);
    expect(document.querySelector('a')?.getAttribute('href')).toBe('#');
    expect(document.querySelector('use')?.getAttribute('href')).toBe('#i');
    expect(document.querySelector('style')?.textContent).toBe('.a { color: red }');
    expect(document.querySelector('link')?.getAttribute('href')).toBe('http://shop.localhost/a.css');
    expect(document.querySelector('meta[name=viewport]')).not.toBeNull();
    expect(document.querySelector('template')?.innerHTML).toBe('<p>inside</p>');
  });

  it('shows the part that was in view', () => {
    expect(pictureDocument(picture('<p>x', { scrollY: 120 }))).toContain('top:-120px!important');
    expect(pictureDocument(picture('<p>x'))).not.toContain('top:-');
  });

  it('is in the mode that the page was in', () => {
    expect(pictureDocument(picture('<!doctype html><p>x'))).toMatch(/^<!doctype html><html>/);
    expect(pictureDocument(picture('<p>x'))).toMatch(/^<html>/);
  });

  it('survives what is no HTML', () => {
    for (const html of ['', '\0', '<', '<frameset><frame src=x>', '<!--', '<svg/>'.repeat(1000)])
      expect(pictureDocument(picture(html))).toMatch(/<\/html>$/);
  });
});

describe('isOutline', () => {
  it('is said by the root', () => {
    expect(isOutline(picture('<!doctype html><html data-outline=""><body>x'))).toBe(true);
    expect(isOutline(picture('<!doctype html><html lang="en"><body data-outline>'))).toBe(false);
  });
});
