import type { WindowConfig } from '../../contract/axml/config.ts';

/** Pulled so far, letting go refreshes, px. */
const ENOUGH = 50;
/** The finger goes further than the page. */
const DRAG = 0.5;

/** Pulling a page down at its top: by finger or by mouse. */
export class PullRefresh {
  readonly element: HTMLElement;
  #from: number | undefined;
  #pulled = 0;

  constructor(
    window: Window & typeof globalThis,
    scroller: HTMLElement,
    config: WindowConfig,
    pulled: () => void,
  ) {
    this.element = window.document.createElement('axml-refresh');
    this.element.setAttribute('aria-hidden', 'true');
    this.element.dataset.dark = String(config.backgroundTextStyle !== 'light');
    if (!config.pullRefresh || config.allowsBounceVertical === false) return;

    const down = (y: number) => {
      this.#from = scroller.scrollTop <= 0 && !this.on ? y : undefined;
      this.#pulled = 0;
    };
    const move = (y: number, event: Event) => {
      if (this.#from === undefined) return;
      const by = (y - this.#from) * DRAG;
      if (by <= 0 && this.#pulled === 0) return;
      this.#pulled = Math.max(0, by);
      this.element.style.height = `${this.#pulled}px`;
      if (event.cancelable && this.#pulled > 0) event.preventDefault();
    };
    const up = () => {
      if (this.#from === undefined) return;
      const enough = this.#pulled >= ENOUGH;
      this.#from = undefined;
      this.#pulled = 0;
      this.element.style.height = '';
      if (!enough) return;
      this.start();
      pulled();
    };
    scroller.addEventListener('touchstart', ({ touches }) => down(touches[0]?.clientY ?? 0), {
      passive: true,
    });
    scroller.addEventListener('touchmove', (event) => move(event.touches[0]?.clientY ?? 0, event), {
      passive: false,
    });
    scroller.addEventListener('touchend', up);
    scroller.addEventListener('touchcancel', up);
    scroller.addEventListener('mousedown', (event) => {
      if (event.button !== 0) return;
      down(event.clientY);
      if (this.#from === undefined) return;
      const moved = (next: MouseEvent) => move(next.clientY, next);
      const released = () => {
        window.removeEventListener('mousemove', moved);
        up();
      };
      window.addEventListener('mousemove', moved);
      window.addEventListener('mouseup', released, { once: true });
    });
  }

  /** The program is at it. */
  get on(): boolean {
    return this.element.hasAttribute('data-on');
  }

  start(): void {
    this.element.setAttribute('data-on', '');
  }

  stop(): void {
    this.element.removeAttribute('data-on');
  }
}
