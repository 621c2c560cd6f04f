import type { AppConfig, WindowConfig } from '../../contract/axml/config.ts';
import { MAX_PAGES } from '../../contract/jsapi/max-pages.ts';
import type { PagesBody } from '../../contract/wire.ts';
import { type PageAddress, resolveAddress } from './address.ts';
import { AskFailure, type AxmlHost } from './host.ts';
import type { PageOwner } from './page-owner.ts';

export interface StackTools {
  host: AxmlHost;
  config(): AppConfig;
  /** Makes a page ready to be opened; a part that cannot be had makes one that says why. */
  make(address: PageAddress, config: WindowConfig, tab: boolean): Promise<PageOwner>;
  /** Another page is in front. */
  changed(page: PageOwner): void;
}

/** The pages of the program: the platform's page on routing. */
export class PageStack {
  readonly pages: PageOwner[] = [];
  readonly #tools: StackTools;
  /** Tab pages that have been opened stay, in front or not. */
  readonly #tabs = new Map<string, PageOwner>();
  #order: Promise<unknown> = Promise.resolve();

  constructor(tools: StackTools) {
    this.#tools = tools;
  }

  get top(): PageOwner | undefined {
    return this.pages.at(-1);
  }

  /** Every page that is there. */
  get all(): PageOwner[] {
    return [...new Set([...this.pages, ...this.#tabs.values()])];
  }

  /** The pages of app.json, the first one is home. */
  get homes(): readonly string[] {
    return this.#tools.config().pages;
  }

  isTab(path: string): boolean {
    return this.#tools.config().tabBar?.items.some(({ pagePath }) => pagePath === path) ?? false;
  }

  /** Where an address of the program leads. @throws AskFailure when there is no such page */
  resolve(url: string, from = this.top?.path ?? ''): PageAddress {
    const { pages } = this.#tools.config();
    const address = resolveAddress(url, from, (path) => pages.includes(path));
    if (!pages.includes(address.path))
      throw new AskFailure(1, `${url} resolved to ${address.path} is not found`);
    return address;
  }

  /** One page more. */
  push(address: PageAddress, prepare?: (page: PageOwner) => void): Promise<void> {
    return this.#next(async () => {
      if (this.pages.length >= MAX_PAGES) throw new AskFailure(1, `depth can not be more than ${MAX_PAGES}`);
      const page = await this.#made(address, false);
      prepare?.(page);
      this.top?.hide();
      this.#open(page);
    });
  }

  /** In the place of the current one. */
  replace(address: PageAddress): Promise<void> {
    return this.#next(async () => {
      const page = await this.#made(address, false);
      this.#close(this.pages.pop());
      this.#open(page);
    });
  }

  /** In the place of all. */
  restart(address: PageAddress): Promise<void> {
    return this.#next(async () => {
      const page = await this.#made(address, this.isTab(address.path));
      for (const old of this.all.reverse()) this.#close(old);
      this.pages.length = 0;
      this.#open(page);
    });
  }

  /** So many pages back; at least the first one stays. @throws AskFailure on the first page */
  pop(delta: number): Promise<void> {
    return this.#next(async () => {
      if (this.pages.length <= 1)
        throw new AskFailure('already top of navigation', 'already top of navigation');
      const left = Math.max(1, this.pages.length - delta);
      while (this.pages.length > left) this.#close(this.pages.pop());
      this.top?.show();
      this.#changed();
    });
  }

  /** To a tab: pages over it are closed, other tabs stay. */
  switchTab(address: PageAddress): Promise<void> {
    return this.#next(async () => {
      const known = this.#tabs.get(address.path);
      const page = known ?? (await this.#made(address, true));
      for (const over of [...this.pages].reverse()) {
        if (over === page) continue;
        if (this.#tabs.has(over.path) && over.tab) over.hide();
        else this.#close(over);
      }
      this.pages.length = 0;
      if (!known) return this.#open(page);
      this.pages.push(page);
      page.show();
      this.#changed();
    });
  }

  /** The title bar or the stack is not what the host knows. */
  told(): void {
    const { top } = this;
    if (!top) return;
    const { homeHidden, ...bar } = top.bar;
    const [home] = this.#tools.config().pages;
    const body: PagesBody = {
      stack: this.pages.map(({ address }) => address.full),
      bar: {
        ...bar,
        back: this.pages.length > 1,
        home: this.pages.length === 1 && top.path !== home && !this.isTab(top.path) && !homeHidden,
      },
    };
    this.#tools.host.pages(body);
  }

  #made(address: PageAddress, tab: boolean): Promise<PageOwner> {
    return this.#tools.make(address, this.#tools.config().window, tab);
  }

  #open(page: PageOwner): void {
    this.pages.push(page);
    if (page.tab) this.#tabs.set(page.path, page);
    this.#changed();
    page.open();
  }

  #close(page: PageOwner | undefined): void {
    if (!page) return;
    page.close();
    if (this.#tabs.get(page.path) === page) this.#tabs.delete(page.path);
  }

  #changed(): void {
    this.told();
    if (this.top) this.#tools.changed(this.top);
  }

  /** One after the other: a page is loaded before the next call is looked at. */
  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#order.then(work);
    this.#order = done.catch(() => undefined);
    return done;
  }
}
