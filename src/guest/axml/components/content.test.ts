// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { installNativeEvents } from '../native-events.ts';
import { program, rendered } from './testing.ts';

describe('image', () => {
  const img = () => document.querySelector('img') as HTMLImageElement;

  it('onLoad has the size of the picture, onError what went wrong', () => {
    const { el, show, told, get } = program();
    show(el('image', { src: 'a.png', onLoad: 'l', onError: 'e', alt: 'Logo' }));
    expect(get('a-image').contains(img())).toBe(true);
    expect([img().getAttribute('src'), img().alt]).toEqual(['/files/a.png', 'Logo']);
    Object.defineProperties(img(), { naturalWidth: { value: 20 }, naturalHeight: { value: 10 } });
    img().dispatchEvent(new Event('load'));
    img().dispatchEvent(new Event('error'));
    expect(told()).toEqual([
      ['load', { width: 20, height: 10 }],
      ['error', { errMsg: 'a.png cannot be loaded' }],
    ]);
  });

  it.each([
    ['scaleToFill', 'fill', 'center'],
    ['aspectFit', 'contain', 'center'],
    ['aspectFill', 'cover', 'center'],
    ['widthFix', 'fill', 'center'],
    ['heightFix', 'fill', 'center'],
    ['top', 'none', 'top'],
    ['bottom', 'none', 'bottom'],
    ['center', 'none', 'center'],
    ['left', 'none', 'left'],
    ['right', 'none', 'right'],
    ['top left', 'none', 'top left'],
    ['top right', 'none', 'top right'],
    ['bottom left', 'none', 'bottom left'],
    ['bottom right', 'none', 'bottom right'],
  ])('mode %s', (mode, fit, position) => {
    const { el, show } = program();
    show(el('image', { src: 'a.png', mode }));
    // jsdom does not know these properties; they are set as they are all the same.
    const style = img().style as unknown as Record<string, string>;
    expect([style.objectFit, style.objectPosition]).toEqual([fit, position]);
  });

  it('widthFix and heightFix leave the other side to the picture', () => {
    const { el, show, get } = program();
    show(el('image', { src: 'a.png', mode: 'widthFix', style: 'height: 9px' }));
    expect(get('a-image').style.height).toBe('auto');
    show(el('image', { src: 'a.png', mode: 'heightFix' }));
    expect(get('a-image').style.width).toBe('auto');
  });

  it('lazy-load and default-source', () => {
    const { el, show, get } = program();
    show(el('image', { src: 'a.png', 'lazy-load': true, 'default-source': 'b.png' }));
    expect(img().getAttribute('loading')).toBe('lazy');
    expect(get('a-image').style.backgroundImage).toContain('/files/b.png');
    img().dispatchEvent(new Event('load'));
    expect(get('a-image').style.backgroundImage).toBe('');
  });

  it('is named once', () => {
    const { el, show, get } = program();
    show(el('image', { src: 'a.png', 'aria-label': 'Logo' }));
    expect([img().alt, get('a-image').getAttribute('aria-label')]).toEqual(['Logo', null]);
    show(el('image', { src: 'a.png', role: 'img', 'aria-label': 'Logo' }));
    expect([img().alt, get('a-image').getAttribute('aria-label')]).toEqual(['', 'Logo']);
  });

  it('without src there is no picture', () => {
    const { el, show } = program();
    show(el('image', { src: '' }));
    expect(img()).toBeNull();
  });
});

describe('text', () => {
  const shown = (attrs: Record<string, unknown>, text: string) => {
    const { el, show, get } = program();
    show(el('text', attrs, text));
    return get('text');
  };

  it('\\n is a new line', () => {
    expect(shown({}, 'a\\nb').textContent).toBe('a\nb');
  });

  it('how the source is laid out is not shown, new lines inside of the text are', () => {
    expect(shown({}, '\n    one\n    two\n  ').textContent).toBe('one\n    two');
    expect(shown({}, ' a ').textContent).toBe(' a ');
  });

  it.each([
    ['nbsp', '\u00a0'],
    ['ensp', '\u2002'],
    ['emsp', '\u2003'],
  ])('space %s', (space, character) => {
    expect(shown({ space }, 'a b').textContent).toBe(`a${character}b`);
  });

  it('decode reads entities, and nothing else as markup', () => {
    expect(shown({ decode: true }, '&lt;b&gt;&nbsp;&amp;amp;<i></textarea>').textContent).toBe(
      '<b>\u00a0&amp;<i></textarea>',
    );
    expect(shown({}, '&lt;').textContent).toBe('&lt;');
  });

  it('number-of-lines cuts off', () => {
    expect(shown({ 'number-of-lines': 2 }, 'x').getAttribute('style')).toContain('-webkit-line-clamp: 2');
  });
});

describe('rich-text', () => {
  const html = (nodes: unknown) => {
    const { el, show, get } = program();
    show(el('rich-text', { nodes }));
    return get('rich-text').innerHTML;
  };

  it('shows nodes with the attributes that the platform trusts', () => {
    expect(
      html([
        {
          name: 'div',
          attrs: { class: 'wrapper', style: 'color: orange', id: 'x', onclick: 'x()' },
          children: [{ type: 'text', text: 'Hello&nbsp;World!' }],
        },
      ]),
    ).toBe('<div class="wrapper" style="color: orange;">Hello&nbsp;World!</div>');
  });

  it('takes HTML as a text, too', () => {
    expect(html('<p style="color: red">a &amp;lt; b<br><img src="x.png" onerror="x()"></p>')).toBe(
      '<p style="color: red;">a &amp;lt; b<br><img src="/files/x.png" alt=""></p>',
    );
  });

  it('leaves out what is not on its list', () => {
    expect(
      html('<script>1</script><iframe src="x"></iframe><a href="javascript:x()">a</a><svg><a></a></svg>'),
    ).toBe('<a>a</a>');
    expect(html([{ name: 'style' }, { name: 'form' }, { name: 'constructor' }, null, 3, 'x'])).toBe('');
  });

  it('a tap has the marks of all nodes around, those of inner ones first', () => {
    const { el, show, told, get } = program();
    installNativeEvents(window as unknown as Window & typeof globalThis);
    const inner = { name: 'b', marks: { name: 'b' }, children: [{ type: 'text', text: 'x' }] };
    show(
      el('rich-text', {
        nodes: [{ name: 'a', marks: { name: 'a', href: '/x' }, children: [inner] }],
        onTap: 't',
      }),
    );
    get('b').click();
    expect(told()).toEqual([['tap', expect.objectContaining({ marks: { name: 'b', href: '/x' } })]]);
  });

  it.each([undefined, null, 3, {}])('of %o is empty', (nodes) => {
    expect(html(nodes)).toBe('');
  });
});

describe('icon and progress', () => {
  it('icon draws its type in its size and colour', () => {
    const { el, show, get } = program();
    show(el('icon', { type: 'success', size: '45', color: 'red' }));
    expect(get('svg').getAttribute('width')).toBe('45');
    expect(get('svg').getAttribute('color')).toBe('red');
    show(el('icon', { type: 'constructor' }));
    expect(get('svg').getAttribute('width')).toBe('23');
  });

  it('progress says how far it is', () => {
    const { el, show, get } = program();
    show(el('progress', { percent: 40, 'show-info': true }));
    expect(get('[role=progressbar]').getAttribute('aria-valuenow')).toBe('40');
    expect(get('a-value').textContent).toBe('40%');
  });
});

describe('placeholders', () => {
  it.each(['map', 'canvas', 'video', 'open-data'])('%s is a box with its name', (tag) => {
    const { el, show, root } = program();
    show(el(tag, {}, el('cover-view', {}, 'on top')));
    expect(root.textContent).toBe(`${tag}on top`);
  });
});

describe('match-media', () => {
  it('shows what is inside while the screen is as it says', async () => {
    const listeners: (() => void)[] = [];
    const media = {
      matches: false,
      addEventListener: (_: string, on: () => void) => listeners.push(on),
      removeEventListener: () => undefined,
    };
    const asked = vi.fn();
    vi.stubGlobal('matchMedia', (query: string) => {
      asked(query);
      return media;
    });
    const { el, show, get } = program();
    show(el('match-media', { 'min-width': 300, maxWidth: '600', orientation: 'portrait' }, 'inside'));
    expect(asked).toHaveBeenCalledWith(
      '(min-width: 300px) and (max-width: 600px) and (orientation: portrait)',
    );
    expect(get('match-media').textContent).toBe('');
    media.matches = true;
    for (const on of listeners) on();
    await rendered();
    expect(get('match-media').textContent).toBe('inside');
    vi.unstubAllGlobals();
  });
});

describe('web-view', () => {
  it('shows a page of the program, and hears its messages', () => {
    const { el, show, told, get } = program();
    show(el('web-view', { src: 'help.html', onMessage: 'm', onLoad: 'l' }));
    const frame = get<HTMLIFrameElement>('iframe');
    expect(frame.getAttribute('src')).toBe('/files/help.html');
    window.dispatchEvent(new MessageEvent('message', { data: { a: 1 }, source: frame.contentWindow }));
    window.dispatchEvent(new MessageEvent('message', { data: { a: 2 }, source: window }));
    expect(told()).toEqual([['message', { data: { a: 1 } }]]);
  });

  it('says how to allow a page that the policy refuses', async () => {
    const { el, show, told, get } = program();
    show(el('web-view', { src: 'https://example.com/help', onError: 'e' }));
    document.dispatchEvent(
      Object.assign(new Event('securitypolicyviolation'), {
        effectiveDirective: 'frame-src',
        blockedURI: 'https://example.com/help',
      }),
    );
    await rendered();
    expect(get('web-view').textContent).toMatch(/https:\/\/example\.com\/help.*miniauth\.json/);
    expect(told()).toEqual([['error', { src: 'https://example.com/help' }]]);
  });
});
