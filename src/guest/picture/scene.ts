import type { PictureBody } from '../../contract/wire.ts';
import type { Scene } from './camera.ts';
import { outlineHtml, pageHtml } from './page-html.ts';

const WATCHED = { subtree: true, childList: true, attributes: true, characterData: true };

/**
 * The frame's own page, before the camera. Made before the program's first script: what watches and waits is the
 * browser's own.
 */
export function sceneOf(window: Window & typeof globalThis, soon: (task: () => void) => void): Scene {
  const { document, MutationObserver } = window;
  let tell = () => {};
  const scrolled = new WeakSet<Element>();
  const { scrollingElement } = document;
  const scroll = ({ target }: Event) => {
    if (target instanceof window.Element && target !== scrollingElement) scrolled.add(target);
  };
  window.addEventListener('scroll', scroll, { capture: true, passive: true });
  const observer = new MutationObserver(() => {
    // One change is enough to know; watching on would cost the program something at each of them.
    disconnect();
    tell();
  });
  const observe = observer.observe.bind(observer);
  const disconnect = observer.disconnect.bind(observer);
  const takeRecords = observer.takeRecords.bind(observer);
  return {
    get ready() {
      return document.readyState !== 'loading' && window.innerWidth > 0;
    },
    take(outline) {
      const page = outline ? undefined : pageHtml(document, undefined, scrolled);
      for (const root of page?.roots ?? []) observe(root, WATCHED);
      return picture(window, page?.html ?? outlineHtml(document));
    },
    watch(changed) {
      tell = changed;
      disconnect();
      observe(document, WATCHED);
    },
    takeChange: () => takeRecords().length > 0,
    soon,
  };
}

function picture(window: Window, html: string): PictureBody {
  return {
    html,
    title: window.document.title.slice(0, 500),
    width: Math.round(window.innerWidth),
    height: Math.round(window.innerHeight),
    scrollX: Math.round(window.scrollX),
    scrollY: Math.round(window.scrollY),
  };
}
