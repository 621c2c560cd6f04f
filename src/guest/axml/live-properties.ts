import { playAnimation } from './animation.ts';
import { createAppear } from './appear.ts';
import { ANIMATION, APPEAR } from './element.ts';

/** Attributes that do something when they change: Preact sets them as properties of the element. */
export function installLiveProperties(window: Window & typeof globalThis): void {
  const appear = createAppear(window);
  define(window, ANIMATION, (element, data) => playAnimation(window, element, data));
  define(window, APPEAR, (element, on) => appear(element, on === true));
}

function define(
  window: Window & typeof globalThis,
  name: string,
  set: (element: Element, value: unknown) => void,
) {
  Object.defineProperty(window.Element.prototype, name, {
    configurable: true,
    get: () => null,
    set(this: Element, value: unknown) {
      set(this, value);
    },
  });
}
