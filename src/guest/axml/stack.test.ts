// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createProject } from '../../compiler/index.ts';
import { memorySource } from '../../compiler/testing.ts';
import { compiled, settled, started } from './testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: whatever programs say
const log: any[] = [];
// biome-ignore lint/suspicious/noExplicitAny: `this` of a program's functions
type This = any;
declare const getCurrentPages: () => This[];
beforeEach(() => {
  log.length = 0;
  (globalThis as Record<string, unknown>).log = log;
});

const LIFE = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload'];
/** A page that tells its life. */
const told = (more = '') =>
  `const says = (name) => function (given) { log.push(this.route + ' ' + name + (given && Object.keys(given).length ? ' ' + JSON.stringify(given) : '')); };
   Page({ ${LIFE.map((name) => `${name}: says('${name}')`).join(', ')}, ${more} });`;

async function open(stack: string[] = [], files: Record<string, string> = {}, app: object = {}) {
  const pages = ['home', 'one', 'two', 'tabs/left', 'tabs/right'];
  const source: Record<string, string> = {
    'app.json': JSON.stringify({
      pages,
      window: { defaultTitle: 'App' },
      tabBar: {
        items: [
          { pagePath: 'tabs/left', name: 'Left' },
          { pagePath: 'tabs/right', name: 'Right', icon: '/icons/right.png' },
        ],
      },
      ...app,
    }),
    'app.js': 'App({});',
  };
  for (const page of pages) {
    source[`${page}.axml`] = `<view>${page}</view>`;
    source[`${page}.js`] = told();
    source[`${page}.json`] = JSON.stringify({ defaultTitle: `The ${page}` });
  }
  const project = await createProject(memorySource({ ...source, ...files }), { program: 'test' });
  const tested = await started(compiled(project), stack);
  return tested;
}
const routes = () => getCurrentPages().map(({ route }) => route);
const tabs = () => Array.from(document.querySelectorAll<HTMLElement>('[role=tab]'));

describe('the life of pages', () => {
  it('navigateTo hides the page and loads the next one', async () => {
    const { ask, page } = await open();
    log.length = 0;
    await ask('navigateTo', { url: '/one?id=1&name=%E5%B0%8F' });
    expect(log).toEqual(['home onHide', 'one onLoad {"id":"1","name":"小"}', 'one onShow', 'one onReady']);
    expect(routes()).toEqual(['home', 'one']);
    expect(page.textContent).toBe('home');
  });

  it('navigateBack unloads, and shows the page before', async () => {
    const { ask } = await open(['home', 'one', 'two']);
    log.length = 0;
    await ask('navigateBack', { delta: 2 });
    expect(log).toEqual(['two onUnload', 'one onUnload', 'home onShow']);
    await expect(ask('navigateBack')).rejects.toMatchObject({ error: 'already top of navigation' });
  });

  it('navigateBack goes no further than the first page', async () => {
    const { ask } = await open(['home', 'one', 'two']);
    await ask('navigateBack', { delta: 20 });
    expect(routes()).toEqual(['home']);
  });

  it('redirectTo unloads the page in whose place the next one comes', async () => {
    const { ask } = await open(['home', 'one']);
    log.length = 0;
    await ask('redirectTo', { url: 'two' });
    expect(log).toEqual(['one onUnload', 'two onLoad', 'two onShow', 'two onReady']);
    expect(routes()).toEqual(['home', 'two']);
  });

  it('reLaunch unloads all', async () => {
    const { ask } = await open(['home', 'one']);
    log.length = 0;
    await ask('reLaunch', { url: 'two' });
    expect(log).toEqual(['one onUnload', 'home onUnload', 'two onLoad', 'two onShow', 'two onReady']);
    expect(routes()).toEqual(['two']);
  });

  it('switchTab closes the pages over it, and keeps other tabs', async () => {
    const { ask } = await open(['tabs/left', 'one']);
    log.length = 0;
    await ask('switchTab', { url: '/tabs/right' });
    expect(log.splice(0)).toEqual([
      'one onUnload',
      'tabs/right onLoad',
      'tabs/right onShow',
      'tabs/right onReady',
    ]);
    await ask('switchTab', { url: '/tabs/left' });
    expect(log).toEqual(['tabs/right onHide', 'tabs/left onShow']);
    expect(routes()).toEqual(['tabs/left']);
  });

  it('App and page are told when the super app goes to the background and comes back', async () => {
    const { runtime } = await open([], {
      'app.js':
        "App({ onShow(o) { log.push(['shown', o.path, o.query]); }, onHide() { log.push('hidden'); } });",
    });
    log.length = 0;
    runtime.event('appHide', undefined);
    runtime.event('appShow', { query: { a: 1 } });
    expect(log).toEqual(['hidden', 'home onHide', ['shown', 'home', { a: 1 }], 'home onShow']);
  });
});

describe('where an address leads', () => {
  it.each([
    ['/nowhere', '/nowhere resolved to nowhere is not found'],
    ['nowhere?x=1', 'nowhere?x=1 resolved to nowhere is not found'],
    ['/tabs/left', '/tabs/left resolved to tabs/left is tab, which is not valid'],
  ])('navigateTo %s fails: %s', async (url, message) => {
    const { ask } = await open();
    await expect(ask('navigateTo', { url })).rejects.toMatchObject({ error: 1, message });
    expect(routes()).toEqual(['home']);
  });

  it('switchTab leads to tabs only', async () => {
    const { ask } = await open();
    await expect(ask('switchTab', { url: '/one' })).rejects.toMatchObject({ error: 1 });
  });

  it('is relative to the page in front, or to what resolvedPath says', async () => {
    const { ask } = await open(['tabs/left']);
    await ask('navigateTo', { url: '../one' });
    await ask('navigateTo', { url: './left/../../two', resolvedPath: '/tabs/left' });
    expect(routes()).toEqual(['tabs/left', 'one', 'two']);
  });

  it('the stack holds ten pages', async () => {
    const { ask } = await open();
    for (let i = 1; i < 10; i++) await ask('navigateTo', { url: `/one?n=${i}` });
    await expect(ask('navigateTo', { url: '/two' })).rejects.toMatchObject({
      error: 1,
      message: 'depth can not be more than 10',
    });
    expect(routes()).toHaveLength(10);
  });
});

describe('calls one after the other', () => {
  it('wait for the page that is being loaded', async () => {
    const { ask } = await open();
    await Promise.all([
      ask('navigateTo', { url: '/one' }),
      ask('navigateTo', { url: '/two' }),
      ask('navigateBack'),
    ]);
    expect(routes()).toEqual(['home', 'one']);
  });
});

describe('pages in the document', () => {
  it('stay, with their data; only the one in front is shown', async () => {
    const { ask } = await open();
    await ask('navigateTo', { url: '/one' });
    const screens = Array.from(document.querySelectorAll('axml-screen'));
    expect(screens.map((screen) => screen.hasAttribute('data-behind'))).toEqual([true, false]);
    await ask('navigateBack');
    expect(document.querySelectorAll('axml-screen')).toHaveLength(1);
    expect(document.querySelector('axml-screen')?.hasAttribute('data-behind')).toBe(false);
  });

  it('setData before onLoad and after onUnload is safe', async () => {
    const { ask, errors } = await open(['home', 'one']);
    const page = getCurrentPages()[1];
    await ask('navigateBack');
    page.setData({ x: 1 }, () => log.push('called'));
    await settled();
    expect(page.data.x).toBe(1);
    expect(errors).toEqual([]);
    expect(log).not.toContain('called');
  });
});

describe('the start', () => {
  it('comes back to where the program was', async () => {
    const { told: pages } = await open(['home', 'one?id=1']);
    expect(routes()).toEqual(['home', 'one']);
    expect(pages.at(-1)?.stack).toEqual(['home', 'one?id=1']);
  });

  it('a page that is gone is told, to App.onPageNotFound too; the program begins at its first page', async () => {
    const { notices } = await open(['gone/page?x=1'], {
      'app.js': 'App({ onPageNotFound(res) { log.push(res); } });',
    });
    expect(routes()).toEqual(['home']);
    expect(notices).toEqual([['axmlPageGone', { page: 'gone/page' }]]);
    expect(log[0]).toEqual({ path: 'gone/page', query: { x: '1' }, isEntryPage: true });
  });

  it('App.onLaunch knows path and query, before any page is there; my answers the same', async () => {
    await open(['one?id=1'], {
      'app.js':
        'App({ onLaunch(o) { log.push([o.path, o.query, getCurrentPages().length, my.getLaunchOptionsSync().path, getApp() === this]); } });',
    });
    expect(log[0]).toEqual(['one', { id: '1' }, 0, 'one', true]);
  });

  it('a page whose script throws is shown all the same', async () => {
    const { page, errors } = await open([], { 'home.js': "throw new Error('broken');" });
    expect(page.textContent).toBe('home');
    expect(errors.map(String)).toEqual(['Error: broken']);
  });

  it('a page whose part cannot be had says why, and one can go back from it', async () => {
    const files = { 'app.json': '{"pages": ["home", "nothing"]}' };
    const { ask, page, errors } = await open([], files);
    await ask('navigateTo', { url: '/nothing' });
    expect(page.textContent).toBe('home');
    expect(document.querySelector('.axml-failed')?.textContent).toContain('nothing');
    expect(errors.map((error) => (error as Error).constructor.name)).toEqual(['PartMissing']);
    expect(routes()).toEqual(['home', 'nothing']);
    await ask('navigateBack');
    expect(document.querySelector('.axml-failed')).toBeNull();
    expect(routes()).toEqual(['home']);
  });

  it('Page() in a helper counts for the page that is being loaded', async () => {
    await open(['home', 'one'], {
      'helper.js': 'export default (options) => Page({ ...options, wrapped: true });',
      'home.js': "import page from './helper'; page({ own: 'home' });",
      'one.js': "import page from './helper'; page({ own: 'one' });",
    });
    expect(getCurrentPages().map(({ own, wrapped }) => [own, wrapped])).toEqual([
      ['home', true],
      ['one', true],
    ]);
  });

  it('getApp is the same object before App() and after', async () => {
    await open([], {
      'early.js': 'export const app = getApp();',
      'app.js':
        "import { app } from './early'; App({ globalData: 1, onLaunch() { log.push([app.globalData, app === getApp()]); } });",
    });
    expect(log[0]).toEqual([1, true]);
  });
});

describe('the title bar', () => {
  it('is what the page, the program and my.setNavigationBar say', async () => {
    const { ask, told: pages } = await open([], { 'home.json': '{}' });
    expect(pages.at(-1)?.bar).toEqual({ title: 'App', loading: false, back: false, home: false });
    await ask('navigateTo', { url: '/one' });
    await ask('setNavigationBar', { title: 'New', backgroundColor: '#123456' });
    await ask('showNavigationBarLoading');
    expect(pages.at(-1)?.bar).toEqual({
      title: 'New',
      background: '#123456',
      loading: true,
      back: true,
      home: false,
    });
    await ask('setNavigationBar', { reset: true });
    expect(pages.at(-1)?.bar).not.toHaveProperty('background');
    await ask('navigateBack');
    expect(pages.at(-1)?.bar.title).toBe('App');
  });

  it('shows a way home on a single page that is neither the first one nor a tab, until it is hidden', async () => {
    const { ask, told: pages } = await open(['one']);
    expect(pages.at(-1)?.bar.home).toBe(true);
    await ask('hideBackHome');
    expect(pages.at(-1)?.bar.home).toBe(false);
    await ask('home');
    expect(routes()).toEqual(['home']);
  });

  it('its buttons and clicks reach the page', async () => {
    const { ask } = await open(['home', 'one'], {
      'one.js':
        "Page({ onTitleClick() { log.push('title'); }, events: { onBack() { log.push('back'); }, onTitleClick() { log.push('title, too'); } } });",
    });
    log.length = 0;
    await ask('titleClick');
    await ask('back');
    expect(log).toEqual(['title', 'title, too', 'back', 'home onShow']);
    expect(routes()).toEqual(['home']);
  });
});

describe('the tab bar', () => {
  it('is shown under tabs only, and leads from one to the other', async () => {
    const { ask } = await open(['tabs/left'], {
      'tabs/left.js': "Page({ events: { beforeTabItemTap() { log.push('before'); } } });",
      'tabs/right.js': 'Page({ onTabItemTap(e) { log.push(e); } });',
    });
    const bar = document.querySelector<HTMLElement>('[role=tablist]');
    expect(bar?.hidden).toBe(false);
    expect(tabs().map((tab) => [tab.textContent, tab.getAttribute('aria-selected')])).toEqual([
      ['Left', 'true'],
      ['Right', 'false'],
    ]);
    tabs()[1]?.click();
    await settled();
    expect(log).toEqual(['before', { from: 'user', pagePath: 'tabs/right', text: 'Right', index: 1 }]);
    expect(tabs().map((tab) => tab.getAttribute('aria-selected'))).toEqual(['false', 'true']);
    await ask('navigateTo', { url: '/one' });
    expect(bar?.hidden).toBe(true);
    await ask('navigateBack');
    expect(bar?.hidden).toBe(false);
  });

  it('takes badges, dots, other names and styles', async () => {
    const { ask } = await open(['tabs/left']);
    await ask('setTabBarBadge', { index: 0, text: '蚂蚁集团' });
    await ask('showTabBarRedDot', { index: 1 });
    await ask('setTabBarItem', { index: 1, text: 'New' });
    expect(tabs().map((tab) => tab.textContent)).toEqual(['Left蚂蚁…', 'New']);
    await ask('removeTabBarBadge', { index: 0 });
    expect(document.querySelectorAll('axml-badge:not([hidden])')).toHaveLength(1);
    await ask('hideTabBar');
    expect(document.querySelector<HTMLElement>('[role=tablist]')?.hidden).toBe(true);
    await expect(ask('setTabBarBadge', { index: 5, text: 'x' })).rejects.toMatchObject({ error: 2 });
  });
});

describe('pulling down', () => {
  it('by the program tells the page, until it stops', async () => {
    const { ask } = await open([], { 'home.js': 'Page({ onPullDownRefresh(e) { log.push(e); } });' });
    await ask('startPullDownRefresh');
    expect(log).toEqual([{ from: 'code' }]);
    expect(document.querySelector('axml-refresh')?.hasAttribute('data-on')).toBe(true);
    await ask('stopPullDownRefresh');
    expect(document.querySelector('axml-refresh')?.hasAttribute('data-on')).toBe(false);
  });

  it.each([
    [true, 200, [{ from: 'manual' }]],
    [true, 40, []],
    [false, 200, []],
  ])('by the mouse, where pullRefresh is %s, over %d px: %j', async (pullRefresh, by, expected) => {
    await open([], {
      'home.js': 'Page({ onPullDownRefresh(e) { log.push(e); } });',
      'home.json': JSON.stringify({ pullRefresh }),
    });
    const on = document.querySelector('page') as Element;
    on.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, clientY: 10, button: 0 }));
    window.dispatchEvent(new MouseEvent('mousemove', { clientY: 10 + by }));
    window.dispatchEvent(new MouseEvent('mouseup', {}));
    expect(log).toEqual(expected);
  });
});

describe('scrolling', () => {
  it('tells the page where it is, and the bottom once each time', async () => {
    const { ask } = await open([], {
      'home.js':
        "Page({ onPageScroll({ scrollTop }) { log.push(scrollTop); }, onReachBottom() { log.push('bottom'); } });",
    });
    const scroller = document.querySelector('axml-scroll') as HTMLElement;
    const sizes = { scrollHeight: 1000, clientHeight: 400 };
    for (const [name, value] of Object.entries(sizes)) Object.defineProperty(scroller, name, { value });
    for (const scrollTop of [100, 580, 600, 100, 600]) {
      await ask('pageScrollTo', { scrollTop });
      scroller.dispatchEvent(new Event('scroll'));
    }
    expect(log).toEqual([100, 580, 'bottom', 600, 100, 600, 'bottom']);
  });
});

describe('a share', () => {
  it('is what the page says; without a function of its own, what the app says', async () => {
    const { ask } = await open(['home', 'one?id=1'], {
      'app.js': "App({ onShareAppMessage: () => ({ title: 'of the app' }) });",
      'one.js':
        "Page({ async onShareAppMessage({ from }) { return { title: 'of ' + from, path: 'two', success() {} }; } });",
    });
    expect(await ask('share', { from: 'menu' })).toEqual({ title: 'of menu', path: 'two' });
    await ask('navigateBack');
    expect(await ask('share')).toEqual({ title: 'of the app', path: 'home' });
  });
});

describe('my.hideShareMenu', () => {
  it('holds for that page', async () => {
    const { ask, told } = await open(['home', 'one'], {});
    await ask('hideShareMenu');
    expect(told.at(-1)?.bar.unshared).toBe(true);
    await ask('navigateBack');
    expect(told.at(-1)?.bar.unshared).toBeUndefined();
  });
});

describe('pages talk to each other', () => {
  it('through the channel of my.navigateTo', async () => {
    const { errors } = await open([], {
      'home.js': `Page({ onReady() {
        my.navigateTo({
          url: '/one',
          events: { back(data) { log.push(['opener heard', data]); } },
          success(res) { res.eventChannel.emit('there', 1); },
        });
      } });`,
      'one.js': `Page({ onLoad() {
        const channel = this.getOpenerEventChannel();
        channel.emit('back', 2);
        channel.on('there', (data) => log.push(['opened heard', data]));
      } });`,
    });
    await settled();
    expect(errors).toEqual([]);
    expect(log).toEqual([
      ['opener heard', 2],
      ['opened heard', 1],
    ]);
  });
});
