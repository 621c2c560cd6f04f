import type { WindowConfig } from '../../contract/axml/config.ts';
import { PullRefresh } from './pull-refresh.ts';

export interface PageFrameEvents {
  scrolled(at: { scrollTop: number; scrollHeight: number }): void;
  reachedBottom(): void;
  /** The user has pulled the page down and let go. */
  pulled(): void;
}

/** So near to the bottom counts as reached, px, where the program does not say. */
const NEAR = 50;

/**
 * The elements around a page: a screen, which `position: fixed` keeps to, what scrolls in it, and the root that templates are drawn
 * into. A page that is behind another one keeps them, with all that was scrolled.
 */
export class PageFrame {
  readonly screen: HTMLElement;
  readonly scroller: HTMLElement;
  readonly root: HTMLElement;
  /** Of the program's own tab bar, over what scrolls. */
  readonly bar: HTMLElement;
  readonly refresh: PullRefresh;
  #near = false;

  constructor(
    window: Window & typeof globalThis,
    scope: string,
    config: WindowConfig,
    events: PageFrameEvents,
  ) {
    const { document } = window;
    const element = (name: string, className: string) => {
      const made = document.createElement(name);
      made.className = className;
      return made;
    };
    this.screen = element('axml-screen', '');
    this.scroller = element('axml-scroll', '');
    this.root = element('page', scope);
    this.refresh = new PullRefresh(window, this.scroller, config, () => events.pulled());
    this.scroller.append(this.refresh.element, this.root);
    this.bar = element('axml-own-tabs', '');
    this.screen.append(this.scroller, this.bar);
    if (config.backgroundColor !== undefined) this.screen.style.backgroundColor = config.backgroundColor;
    const distance = config.onReachBottomDistance ?? NEAR;
    this.scroller.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = this.scroller;
      events.scrolled({ scrollTop, scrollHeight });
      const near = scrollTop + clientHeight >= scrollHeight - distance;
      if (near && !this.#near) events.reachedBottom();
      this.#near = near;
    });
    document.body.append(this.screen);
  }

  show(): void {
    this.screen.removeAttribute('data-behind');
    this.screen.inert = false;
  }

  hide(): void {
    this.screen.setAttribute('data-behind', '');
    this.screen.inert = true;
  }

  remove(): void {
    this.screen.remove();
  }
}
