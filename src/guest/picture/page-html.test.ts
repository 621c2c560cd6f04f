// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { outlineHtml, pageHtml } from './page-html.ts';

const html = () => pageHtml(document)?.html ?? '';
const shown = () => new DOMParser().parseFromString(html(), 'text/html');

beforeEach(() => {
  document.head.innerHTML = '<title>Shop</title>';
  document.body.innerHTML = '';
});

describe('the page as it looks', () => {
  it('has no scripts, handlers, frames or addresses that run', () => {
    document.body.innerHTML =
      '<script>1</script><noscript>n</noscript><template><p>t</p></template><iframe></iframe><object></object><embed>' +
      '<p onclick="x()">Hi</p><a href="javascript:x()">a</a><form action="/go" onsubmit="x()"><button formaction="/x">b</button></form>' +
      '<meta http-equiv="refresh" content="9"><base href="/b/"><link rel="preload" href="/x">';
    expect(shown().body.innerHTML).toBe('<p>Hi</p><a>a</a><form><button>b</button></form>');
  });

  it('has what the user entered, and never a password', () => {
    document.body.innerHTML =
      '<input id="text"><input id="password" type="password" value="given"><input id="hidden" type="hidden" value="token">' +
      '<input id="tick" type="checkbox"><input id="radio" type="radio" checked><textarea id="area">old</textarea>' +
      '<select><option value="a" selected>A</option><option value="b">B</option></select><details><summary>s</summary></details>';
    const get = <T extends Element>(selector: string) => document.querySelector(selector) as T;
    get<HTMLInputElement>('#text').value = 'typed "here"';
    get<HTMLInputElement>('#password').value = 'secret';
    get<HTMLInputElement>('#tick').checked = true;
    get<HTMLInputElement>('#radio').checked = false;
    get<HTMLTextAreaElement>('#area').value = 'new <b>';
    get<HTMLSelectElement>('select').value = 'b';
    get<HTMLDetailsElement>('details').open = true;
    const page = shown();
    expect(page.querySelector('#text')?.getAttribute('value')).toBe('typed "here"');
    expect(page.querySelector('#password')?.getAttribute('value')).toBe('••••••••');
    expect(page.querySelector('#hidden')?.hasAttribute('value')).toBe(false);
    expect(page.querySelector('#tick')?.hasAttribute('checked')).toBe(true);
    expect(page.querySelector('#radio')?.hasAttribute('checked')).toBe(false);
    expect(page.querySelector('#area')?.textContent).toBe('new <b>');
    expect(Array.from(page.querySelectorAll('option'), (option) => option.hasAttribute('selected'))).toEqual([
      false,
      true,
    ]);
    expect(page.querySelector('details')?.open).toBe(true);
    expect(html()).not.toMatch(/secret|given|token/);
  });

  it('shows what is scrolled inside of an element where it is', () => {
    document.body.innerHTML = '<main><p style="color: red">a</p><p>b</p></main><aside><p>c</p></aside>';
    const [main, aside] = [document.querySelector('main'), document.querySelector('aside')];
    if (!main || !aside) throw new Error('The page is missing');
    main.scrollTop = 120;
    const copied = pageHtml(document, undefined, new Set([main, aside]))?.html ?? '';
    const page = new DOMParser().parseFromString(copied, 'text/html');
    expect(page.body.innerHTML).toBe(
      '<main><p style="color: red;margin-top:-120px!important;margin-left:0px!important">a</p><p>b</p></main><aside><p>c</p></aside>',
    );
  });

  it('is without the pages of an AXML program that are behind another one', () => {
    document.body.innerHTML =
      '<axml-screen data-behind><p><b>behind</b></p></axml-screen><axml-screen>in front</axml-screen>';
    expect(shown().body.innerHTML).toBe(
      '<axml-screen data-behind=""></axml-screen><axml-screen>in front</axml-screen>',
    );
  });

  it('has its styles inside, addresses absolute, and no way out of the style element', () => {
    document.head.innerHTML =
      '<style media="print">p { background: url(a.png); content: "</sty" "le>"; } @media (width > 1px) { a { color: red } }</style>' +
      '<style></style>';
    document.body.innerHTML = '<p style="background: url(b.png)">x</p><img src="c.png" srcset="d.png 2x">';
    const page = shown();
    const styles = page.querySelectorAll('style');
    expect(styles).toHaveLength(1);
    expect(styles[0]?.media).toBe('print');
    expect(styles[0]?.textContent).toContain('url("http://localhost:3000/a.png")');
    expect(page.querySelector('p')?.getAttribute('style')).toBe(
      'background: url("http://localhost:3000/b.png")',
    );
    expect(page.querySelector('img')?.outerHTML).toBe('<img src="http://localhost:3000/c.png">');
  });

  it('has open shadow trees as templates, nested ones too', () => {
    document.body.innerHTML = '<div id="outer"><b>slotted</b></div>';
    const outer = document.querySelector('#outer')?.attachShadow({ mode: 'open' });
    if (!outer) throw new Error('no host');
    outer.innerHTML = '<p onclick="x()">inside</p><div id="inner"></div><script>1</script>';
    const inner = outer.querySelector('#inner')?.attachShadow({ mode: 'open' });
    inner?.append('deep');
    const copied = pageHtml(document);
    expect(copied?.roots).toHaveLength(2);
    expect(copied?.html).toContain(
      '<template shadowrootmode="open"><p>inside</p><div id="inner"><template shadowrootmode="open">deep</template></div></template><b>slotted</b>',
    );
  });

  it('is made without running the program’s custom elements again', () => {
    let made = 0;
    customElements.define(
      'x-counter',
      class extends HTMLElement {
        constructor() {
          super();
          made++;
        }
      },
    );
    document.body.innerHTML = '<x-counter></x-counter>';
    expect(made).toBe(1);
    expect(html()).toContain('<x-counter></x-counter>');
    expect(made).toBe(1);
  });

  it('leaves the page as it was', () => {
    document.body.innerHTML = '<p onclick="x()">Hi</p><script>1</script><input>';
    const before = document.documentElement.outerHTML;
    html();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('is not made of a page with too many elements; its text is', () => {
    document.body.innerHTML = '<i></i>'.repeat(20);
    expect(pageHtml(document, 20)).toBeUndefined();
    expect(pageHtml(document, 40)).toBeDefined();
    expect(outlineHtml(document)).toMatch(/^<!doctype html><html data-outline="">/);
  });
});
