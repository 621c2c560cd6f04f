import type { Json } from '../../contract/json.ts';
import type { App } from './app.ts';
import { takeShareButton } from './components/button.ts';
import { record } from './definition.ts';
import { AskFailure, type AxmlHost } from './host.ts';
import { initialBar, type PageOwner } from './page-owner.ts';
import { elements } from './selector-query.ts';
import type { PageStack } from './stack.ts';
import type { TabBar } from './tab-bar.ts';

export interface AskTools {
  window: Window & typeof globalThis;
  host: AxmlHost;
  app: App;
  stack: PageStack;
  /** Undefined: the program has none. */
  tabs(): TabBar | undefined;
  /** The page that a `my.navigateTo` of this address opens. */
  opening(url: string, page: PageOwner): void;
}

type Args = Readonly<Record<string, unknown>>;

/** What `my.*` calls, and the bars of the super app, ask of the program's page. */
export function installAsks({ window, host, app, stack, tabs, opening }: AskTools): void {
  const on = (name: string, answer: (args: Args) => unknown) =>
    host.onAsk(name, async (args) => ((await answer(record(args))) ?? {}) as Json);
  const top = (): PageOwner => {
    const page = stack.top;
    if (!page) throw new AskFailure(3, 'There is no page yet');
    return page;
  };
  const addressOf = ({ url, resolvedPath }: Args) =>
    stack.resolve(String(url ?? ''), resolvedPath ? String(resolvedPath).replace(/^\/+/, '') : undefined);

  on('navigateTo', (args) => {
    const address = addressOf(args);
    if (stack.isTab(address.path))
      throw new AskFailure(1, `${String(args.url)} resolved to ${address.path} is tab, which is not valid`);
    return stack.push(address, (page) => opening(String(args.url), page));
  });
  on('redirectTo', (args) => stack.replace(addressOf(args)));
  on('reLaunch', (args) => stack.restart(addressOf(args)));
  on('navigateBack', ({ delta }) => stack.pop(Math.max(1, Number(delta ?? 1) || 1)));
  on('switchTab', async (args) => {
    const address = addressOf(args);
    if (!stack.isTab(address.path))
      throw new AskFailure(
        1,
        `${String(args.url)} resolved to ${address.path} is not tab, which is not valid`,
      );
    await stack.switchTab(address);
    tellTab(stack, tabs(), address.path, 'api');
  });

  on('back', () => {
    top().tell('onBack');
    return stack.pop(1);
  });
  on('home', () => {
    const [home = ''] = stack.homes;
    return stack.restart(stack.resolve(`/${home}`));
  });
  on('titleClick', () => void top().tell('onTitleClick'));
  on('optionMenuClick', () => void top().tell('onOptionMenuClick'));
  on('popMenuClick', (args) => void top().tell('onPopMenuClick', args));
  on('share', (args) => shared(app, top(), args));
  on('showSharePanel', () => shared(app, top(), { ...(takeShareButton() ?? { from: 'code' }) }));
  on('setOptionMenu', () => void top());

  const bar = (name: string, change: (page: PageOwner, args: Args) => void) =>
    on(name, (args) => {
      change(top(), args);
      stack.told();
    });
  bar('setNavigationBar', (page, { title, image, backgroundColor, reset }) => {
    if (reset === true) {
      const { background } = initialBar(page.config);
      if (background === undefined) delete page.bar.background;
      else page.bar.background = background;
    }
    if (title !== undefined && title !== null) {
      page.bar.title = String(title);
      delete page.bar.image;
    }
    if (typeof image === 'string' && image !== '') page.bar.image = image;
    if (typeof backgroundColor === 'string') page.bar.background = backgroundColor;
  });
  bar('showNavigationBarLoading', (page) => {
    page.bar.loading = true;
  });
  bar('hideNavigationBarLoading', (page) => {
    page.bar.loading = false;
  });
  bar('hideShareMenu', (page) => {
    page.bar.unshared = true;
  });
  bar('hideBackHome', (page) => {
    page.bar.homeHidden = true;
  });

  on('startPullDownRefresh', () => {
    const page = top();
    if (page.frame.refresh.on) return;
    page.frame.refresh.start();
    page.tell('onPullDownRefresh', { from: 'code' });
  });
  on('stopPullDownRefresh', () => {
    for (const page of stack.all) page.frame.refresh.stop();
  });
  on('pageScrollTo', (args) => scrollTo(window, top(), args));
  on('hideKeyboard', () => {
    const { activeElement } = window.document;
    if (activeElement instanceof window.HTMLElement) activeElement.blur();
  });
  on('setBackgroundColor', ({ backgroundColor }) => {
    if (typeof backgroundColor === 'string') top().frame.screen.style.backgroundColor = backgroundColor;
  });
  on('setBackgroundTextStyle', ({ textStyle }) => {
    top().frame.refresh.element.dataset.dark = String(textStyle !== 'light');
  });

  const tab = (name: string, change: (bar: TabBar, args: Args, index: number) => unknown) =>
    on(name, (args) => {
      const found = tabs();
      const index = Number(args.index ?? -1);
      if (!found || change(found, args, index) === false)
        throw new AskFailure(2, found ? `There is no tab ${index}` : 'The program has no tab bar');
    });
  tab('setTabBarStyle', (found, args) => found.style(args));
  tab('showTabBar', (found) => found.hide(false));
  tab('hideTabBar', (found) => found.hide(true));
  tab('setTabBarItem', (found, args, index) => found.item(index, args));
  tab('setTabBarBadge', (found, { text }, index) => found.badge(index, String(text ?? '')));
  tab('removeTabBarBadge', (found, _args, index) => found.badge(index, undefined));
  tab('showTabBarRedDot', (found, _args, index) => found.badge(index, ''));
  tab('hideTabBarRedDot', (found, _args, index) => found.badge(index, undefined));
}

/** Tells a tab's page that its tab was chosen. */
export function tellTab(
  stack: PageStack,
  tabs: TabBar | undefined,
  pagePath: string,
  from: 'user' | 'api',
): void {
  const index = tabs?.items.findIndex((item) => item.pagePath === pagePath) ?? -1;
  const item = tabs?.items[index];
  if (item && stack.top?.path === pagePath)
    stack.top.tell('onTabItemTap', { from, pagePath, text: item.text, index });
}

/** What the page says about a share of it; without a function of its own, what the app says. */
async function shared(app: App, page: PageOwner, args: Args): Promise<Json> {
  const options = { from: args.from ?? 'menu', target: args.target, webViewUrl: args.webViewUrl };
  const own = typeof page.target.onShareAppMessage === 'function';
  const said = own ? page.tell('onShareAppMessage', options) : app.tell('onShareAppMessage', options);
  const answer: Record<string, Json> = { path: page.address.full, title: page.bar.title };
  try {
    for (const [name, value] of Object.entries(record(await said)))
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        answer[name] = value;
  } catch (error) {
    page.runtime.report(error);
  }
  return answer;
}

function scrollTo(window: Window & typeof globalThis, page: PageOwner, args: Args): void {
  const { scroller } = page.frame;
  let top = Number.parseFloat(String(args.scrollTop ?? ''));
  if (Number.isNaN(top)) {
    if (typeof args.selector !== 'string' || args.selector === '') return;
    const [element] = elements(page, args.selector);
    if (!element) throw new AskFailure(2, `Nothing matches ${args.selector}`);
    const by = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    top = scroller.scrollTop + by + (Number(args.offsetTop) || 0);
  }
  glide(window, scroller, top, Number(args.duration) || 0);
}

/** Scrolls there within that time. */
function glide(
  window: Window & typeof globalThis,
  scroller: HTMLElement,
  to: number,
  duration: number,
): void {
  const from = scroller.scrollTop;
  const began = window.performance.now();
  if (duration <= 0) {
    scroller.scrollTop = to;
    return;
  }
  const frame = (now: number) => {
    const part = Math.min(1, (now - began) / duration);
    scroller.scrollTop = from + (to - from) * part * (2 - part);
    if (part < 1) window.requestAnimationFrame(frame);
  };
  window.requestAnimationFrame(frame);
}
