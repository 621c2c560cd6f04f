import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/jsapi-context.ts';
import { pageAddress, programBase } from './navigation.ts';

const ROOT = 'http://shop.localhost:6464/';
const page = (name: string) => `${ROOT}${name}`;
const program = { id: 'shop', path: 'programs/shop/' };

describe('programBase', () => {
  it('is the root of the program’s own origin', () => {
    expect(programBase(program, page('a/b.html?x#y'))).toBe(ROOT);
    expect(programBase(program, page('programs/shop/a.html'))).toBe(ROOT);
  });

  it('is the program’s path where it shares the origin of the page', () => {
    expect(programBase(program, 'http://10.0.0.5:6464/programs/shop/a/b.html')).toBe(
      'http://10.0.0.5:6464/programs/shop/',
    );
    expect(programBase(program, 'https://x.test/demo/programs/shop/index.html')).toBe(
      'https://x.test/demo/programs/shop/',
    );
  });
});

describe('pageAddress', () => {
  it('is relative to the page, or to the program after a slash', () => {
    const from = page('pages/cart.html');
    expect(pageAddress('pay.html?n=1#x', from, ROOT)).toBe(page('pages/pay.html?n=1#x'));
    expect(pageAddress('../index.html', from, ROOT)).toBe(page('index.html'));
    expect(pageAddress('/index.html', from, ROOT)).toBe(page('index.html'));
    const base = 'http://h.test/programs/shop/';
    expect(pageAddress('/index.html', `${base}pages/cart.html`, base)).toBe(`${base}index.html`);
    expect(pageAddress('/a:b.html', `${base}pages/cart.html`, base)).toBe(`${base}a:b.html`);
  });

  it('is nothing outside the program', () => {
    const base = 'http://h.test/programs/shop/';
    const from = `${base}pages/cart.html`;
    for (const url of [
      'https://elsewhere.test/',
      '//elsewhere.test/',
      '../../other/index.html',
      '/../other/index.html',
      '/%2e%2e/other/index.html',
      'javascript:alert(1)',
      'data:text/html,x',
      'http://h.test/programs/shopping/',
    ])
      expect(pageAddress(url, from, base), url).toBeUndefined();
  });

  it('never leaves the program, whatever the text is', () => {
    const piece = fc.constantFrom('/', '\\', '..', '.', '%2e', '?', '#', ':', '@', '//', 'a', 'http:', ' ');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }), (pieces) => {
        const base = 'http://h.test/programs/shop/';
        const found = pageAddress(pieces.join(''), `${base}a/b.html`, base);
        if (found !== undefined) expect(new URL(found).href.startsWith(base)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('my.navigateTo', () => {
  it('adds a page and succeeds with {}', async () => {
    const context = testContext();
    expect(await context.call('navigateTo', { url: 'detail.html?id=1' })).toEqual({ success: {} });
    expect(context.shownPages).toEqual([[page('index.html'), page('detail.html?id=1')]]);
  });

  it('goes from `resolvedPath` when it is given', async () => {
    const context = testContext();
    await context.call('navigateTo', { url: './b.html', resolvedPath: 'pages/a.html' });
    expect(context.shownPages[0]?.at(-1)).toBe(page('pages/b.html'));
  });

  it('allows 10 pages and refuses an eleventh with error 1', async () => {
    const pages = Array.from({ length: 9 }, (_, n) => page(`${n}.html`));
    const ninth = testContext({ pages });
    expect(await ninth.call('navigateTo', { url: 'x.html' })).toEqual({ success: {} });
    const tenth = testContext({ pages: [...pages, page('9.html')] });
    expect(await tenth.call('navigateTo', { url: 'x.html' })).toEqual({
      fail: { error: 1, errorMessage: 'depth can not be more than 10' },
    });
    expect(tenth.shownPages).toEqual([]);
  });

  it.each([{}, { url: '' }, { url: 5 }])('needs an address: error 2 for %j', async (args) => {
    expect(await testContext().call('navigateTo', args)).toMatchObject({ fail: { error: 2 } });
  });
});

describe('my.navigateTo, my.redirectTo and my.reLaunch', () => {
  it.each(['navigateTo', 'redirectTo', 'reLaunch'])('%s stays inside the program: error 1', async (name) => {
    const context = testContext();
    expect(await context.call(name, { url: 'https://elsewhere.test/x' })).toEqual({
      fail: {
        error: 1,
        errorMessage:
          'https://elsewhere.test/x resolved to https://elsewhere.test/x is not found: it is outside the mini program',
      },
    });
    expect(await context.call(name, { url: 'x.html', resolvedPath: '../../x/' })).toEqual({ success: {} });
    expect(context.shownPages.map((urls) => urls.at(-1))).toEqual([page('x/x.html')]);
  });

  it('refuse to start from a page outside the program', async () => {
    const base = 'http://h.test/programs/shop/';
    const context = testContext({ pageUrl: `${base}index.html` });
    const reply = await context.call('reLaunch', { url: 'x.html', resolvedPath: '../other/index.html' });
    expect(reply).toMatchObject({ fail: { error: 1 } });
    expect(context.shownPages).toEqual([]);
  });
});

describe('my.redirectTo', () => {
  it('takes the place of the current page, also when there are 10', async () => {
    const pages = Array.from({ length: 10 }, (_, n) => page(`${n}.html`));
    const context = testContext({ pages });
    expect(await context.call('redirectTo', { url: '/x.html' })).toEqual({ success: {} });
    expect(context.shownPages).toEqual([[...pages.slice(0, 9), page('x.html')]]);
  });
});

describe('my.reLaunch', () => {
  it('takes the place of all pages', async () => {
    const context = testContext({ pages: [page('a.html'), page('b.html')] });
    expect(await context.call('reLaunch', { url: '/x.html' })).toEqual({ success: {} });
    expect(context.shownPages).toEqual([[page('x.html')]]);
  });
});

describe('my.navigateBack', () => {
  const pages = ['a', 'b', 'c', 'd'].map((name) => page(`${name}.html`));

  it.each([
    [undefined, 3],
    [{}, 3],
    [{ delta: 1 }, 3],
    [{ delta: 2 }, 2],
    [{ delta: '2' }, 2],
    [{ delta: 9 }, 1],
  ])('goes back %j, to the first page at most', async (args, left) => {
    const context = testContext({ pages });
    expect(await context.call('navigateBack', args)).toEqual({ success: {} });
    expect(context.shownPages).toEqual([pages.slice(0, left)]);
  });

  it('fails on the first page, with a text in the slot of the error number', async () => {
    const context = testContext({ pages: [page('a.html')] });
    expect(await context.call('navigateBack')).toEqual({
      fail: { error: 'already top of navigation', errorMessage: 'already top of navigation' },
    });
    expect(context.shownPages).toEqual([]);
  });

  it.each([0, -1, 1.5, 'two'])('refuses a delta of %j with error 2', async (delta) => {
    expect(await testContext({ pages }).call('navigateBack', { delta })).toMatchObject({
      fail: { error: 2 },
    });
  });
});
