import { render, type VNode } from 'preact';
import type { WindowConfig } from '../../contract/axml/config.ts';
import type { PageEntry } from '../../contract/axml/unit.ts';
import type { NavigationBar } from '../../contract/wire.ts';
import type { PageAddress } from './address.ts';
import type { ComponentOwner } from './component-owner.ts';
import { ComponentView } from './component-view.ts';
import { initialData, record } from './definition.ts';
import type { EventChannel } from './event-channel.ts';
import { PageFrame } from './page-frame.ts';
import { pagePrototype } from './page-prototype.ts';
import { PageView } from './page-view.ts';
import type { Runtime } from './runtime.ts';
import { own, TemplateOwner, type View } from './template-owner.ts';
import { node } from './toolkit.ts';

/** The title bar over a page, as far as the page decides it. */
export type PageBar = Pick<NavigationBar, 'title' | 'image' | 'background' | 'loading'> & {
  homeHidden?: boolean;
  unshared?: boolean;
};

/** A page of the stack: the platform's page on the life of pages. */
export class PageOwner extends TemplateOwner {
  readonly address: PageAddress;
  readonly frame: PageFrame;
  readonly config: WindowConfig;
  readonly bar: PageBar;
  /** It was opened as a tab: the tab bar is shown under it. */
  readonly tab: boolean;
  /** Why it cannot be run, in the place of what its template would show. */
  failure: HTMLElement | undefined;
  /** Of the page that has opened it. */
  channel: EventChannel | undefined;
  #visible = false;
  #mounted = false;
  readonly #components = new Set<ComponentOwner>();

  constructor(runtime: Runtime, entry: PageEntry, address: PageAddress, config: WindowConfig, tab: boolean) {
    const definition = runtime.registry.definitionOf(entry);
    super(runtime, entry, definition, Object.create(pagePrototype) as object);
    this.address = address;
    this.config = config;
    this.tab = tab;
    this.bar = initialBar(config);
    this.frame = new PageFrame(runtime.window, entry.scope, config, {
      scrolled: (at) => this.tell('onPageScroll', at),
      reachedBottom: () => this.tell('onReachBottom'),
      pulled: () => this.tell('onPullDownRefresh', { from: 'manual' }),
    });
    const { target } = this;
    Object.assign(
      target,
      definition.methods,
      own(definition.options, ['data', 'mixins', 'options', 'observers']),
    );
    target.data = initialData(definition.data, (part) =>
      typeof part === 'function' ? this.run(() => part.call(target)) : part,
    );
    Object.defineProperty(target, 'route', { value: entry.path, enumerable: true });
  }

  override get page(): PageOwner {
    return this;
  }

  override get entry(): PageEntry {
    return this.runtime.pages.get(this.path) as PageEntry;
  }

  /** Path of the component that is the tab bar under it. A page whose part could not be had has none. */
  get ownTabBar(): string | undefined {
    return this.tab ? this.runtime.pages.get(this.path)?.tabBar : undefined;
  }

  override get scope(): string {
    return '';
  }

  override get reference(): unknown {
    return this.target;
  }

  /** Opens it: `onLoad`, `onShow`, the first drawing, `onReady`. */
  open(): void {
    const tabBar = this.ownTabBar;
    // It is there before the page is: onShow tells it which tab that is.
    if (tabBar !== undefined && this.runtime.components.has(tabBar)) {
      const bar = { tag: 'tab-bar', path: tabBar, owner: this, attrs: {}, slots: null };
      this.run(() => render(node(ComponentView, bar, null) as VNode, this.frame.bar));
    }
    this.tell('onLoad', this.address.query);
    this.#visible = true;
    this.frame.show();
    this.tell('onShow');
    this.observe();
    this.showAll();
    this.before = undefined;
    if (this.failure) {
      this.phase = 'shown';
      this.frame.root.append(this.failure);
      return;
    }
    const view = (made: View) => {
      this.view = made;
    };
    this.run(() => render(node(PageView, { owner: this, view }, null) as VNode, this.frame.root));
    this.tell('onReady');
  }

  /** It comes to the front. */
  show(): void {
    if (this.#visible || this.phase === 'gone') return;
    this.#visible = true;
    this.frame.show();
    this.tell('onShow');
  }

  /** Another page is in front of it. */
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.tell('onHide');
    this.frame.hide();
  }

  /** The super app goes to the background, or comes back; the page stays where it is. */
  foreground(on: boolean): void {
    if (on === this.#visible || this.phase === 'gone') return;
    this.#visible = on;
    this.tell(on ? 'onShow' : 'onHide');
  }

  close(): void {
    if (this.phase === 'gone') return;
    this.tell('onUnload');
    this.#visible = false;
    render(null, this.frame.root);
    render(null, this.frame.bar);
    this.phase = 'gone';
    this.frame.remove();
  }

  /** The template has been drawn. */
  done(): void {
    if (!this.#mounted) {
      this.#mounted = true;
      this.phase = 'shown';
    } else {
      this.observe();
      this.before = undefined;
    }
    this.drawn();
  }

  mounted(component: ComponentOwner): void {
    this.#components.add(component);
  }

  unmounted(component: ComponentOwner): void {
    this.#components.delete(component);
  }

  /**
   * A lifecycle or an event of the page: its own function, those of `events`, of mixins and of components (`rootEvents`).
   * @returns what the page's own function has answered
   */
  tell(name: string, ...given: unknown[]): unknown {
    let answer: unknown;
    const { target } = this;
    const direct = target[name];
    if (typeof direct === 'function') answer = this.run(() => direct.apply(target, given));
    const event = record(target.events)[name];
    if (typeof event === 'function') {
      const said = this.run(() => event.apply(target, given));
      answer ??= said;
    }
    this.hooks(this.definition.rootEvents[name], ...given);
    for (const component of this.#components)
      component.hooks(component.definition.rootEvents[name], ...given);
    return answer;
  }

  protected override scopeData(): Record<string, unknown> {
    return this.viewData;
  }
}

export const initialBar = (config: WindowConfig): PageBar => ({
  title: config.defaultTitle ?? '',
  ...(config.titleImage === undefined ? {} : { image: config.titleImage }),
  ...(config.titleBarColor === undefined ? {} : { background: config.titleBarColor }),
  loading: config.showTitleLoading ?? false,
});
