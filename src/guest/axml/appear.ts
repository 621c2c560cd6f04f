import { fire } from './events.ts';

/** Visible to this part counts as there. */
const PART = 0.5;

interface Seen {
  visible: boolean;
  ever: boolean;
}

/** Makes what tells elements that they come into sight and leave it (`onAppear`, `onFirstAppear`, `onDisappear`). */
export function createAppear(window: Window & typeof globalThis): (element: Element, on: boolean) => void {
  const states = new WeakMap<Element, Seen>();
  let observer: IntersectionObserver | undefined;
  const seen = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting, intersectionRatio } of entries) {
      const state = states.get(target);
      const visible = isIntersecting && intersectionRatio >= PART;
      if (!state || visible === state.visible) continue;
      state.visible = visible;
      if (visible && !state.ever) fire(target, 'firstAppear', {});
      state.ever ||= visible;
      fire(target, visible ? 'appear' : 'disappear', {});
    }
  };
  return (element, on) => {
    if (!window.IntersectionObserver) return;
    observer ??= new window.IntersectionObserver(seen, { threshold: [PART] });
    if (!on) {
      observer.unobserve(element);
      states.delete(element);
    } else if (!states.has(element)) {
      states.set(element, { visible: false, ever: false });
      observer.observe(element);
    }
  };
}
