import { isOn, nodeOf } from './element.ts';
import { detailOf, fire, listens } from './events.ts';

type Page = Window & typeof globalThis;

const NATIVE = ['transitionEnd', 'animationStart', 'animationIteration', 'animationEnd'] as const;
const TOUCHES = ['touchStart', 'touchMove', 'touchEnd', 'touchCancel'] as const;
/** Held so long is a long tap, ms. */
const LONG = 500;
/** A finger that moves no more than this stays where it is, px. */
const STILL = 10;

interface Point {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}

/** The browser's events become the platform's, by listeners on the document: however many elements there are. */
export function installNativeEvents(window: Page, signal?: AbortSignal): void {
  const { document } = window;
  const listen = <Type extends keyof DocumentEventMap>(
    type: Type,
    listener: (event: DocumentEventMap[Type], target: Element) => void,
    options?: AddEventListenerOptions,
  ) =>
    document.addEventListener(
      type,
      (event) => {
        if (event.target instanceof window.Element) listener(event, event.target);
      },
      { ...options, ...(signal && { signal }) },
    );

  for (const type of NATIVE)
    listen(type.toLowerCase() as 'transitionend', ({ pseudoElement }, target) => {
      // What moves inside of a component is its own affair.
      if (nodeOf(target) && !pseudoElement) fire(target, type, {});
    });
  installTouches(window, listen);
  installTaps(listen);
}

type Listen = <Type extends keyof DocumentEventMap>(
  type: Type,
  listener: (event: DocumentEventMap[Type], target: Element) => void,
  options?: AddEventListenerOptions,
) => void;

function installTaps(listen: Listen): void {
  let control: Element | null = null;
  const fresh = () => {
    control = null;
  };
  listen('pointerdown', fresh, { capture: true });
  listen('keydown', fresh, { capture: true });
  listen('click', (event, target) => {
    // A label clicks its control by itself: that is the same tap.
    if (target === control) return fresh();
    const label = target.closest('label');
    control = label?.control && label.control !== target ? label.control : null;
    if (held.delete(target)) return;
    const { clientX, clientY } = event;
    fire(target, 'tap', {
      ...{ x: clientX, y: clientY, clientX, clientY, pageX: clientX, pageY: clientY },
      ...detailOf(event),
    });
  });
  // What has the focus and is no control of the browser's is tapped by the keyboard all the same.
  listen('keydown', (event, target) => {
    const { key, repeat, defaultPrevented } = event;
    if (repeat || (key !== 'Enter' && key !== ' ') || !nodeOf(target) || defaultPrevented) return;
    if (/^(?:button|input|select|textarea|a|summary)$/.test(target.localName)) return;
    if (!(target instanceof HTMLElement) || target.isContentEditable || !listens(target, 'tap')) return;
    event.preventDefault();
    target.click();
  });
}

/** Elements whose next click is the end of a long tap. */
const held = new WeakSet<Element>();

function installTouches(window: Page, listen: Listen): void {
  let timer: number | undefined;
  let start: Point | undefined;
  const still = () => {
    window.clearTimeout(timer);
    timer = undefined;
  };
  const began = (target: Element, point: Point | undefined) => {
    still();
    start = point;
    if (!point) return;
    timer = window.setTimeout(() => {
      const more = { touches: [point], changedTouches: [point] };
      const detail = { x: point.clientX, y: point.clientY };
      const long = fire(target, 'longTap', detail, { more });
      const press = fire(target, 'longPress', detail, { more });
      if (long || press) held.add(target);
    }, LONG);
  };
  const moved = (point: Point | undefined) => {
    if (!start || !point) return;
    if (Math.hypot(point.clientX - start.clientX, point.clientY - start.clientY) > STILL) still();
  };

  for (const type of TOUCHES)
    listen(
      type.toLowerCase() as 'touchstart',
      (event, target) => {
        const touches = Array.from(event.touches, pointOf);
        const changedTouches = Array.from(event.changedTouches, pointOf);
        if (type === 'touchStart') began(target, touches.length === 1 ? touches[0] : undefined);
        else if (type === 'touchMove') moved(touches[0]);
        else still();
        fire(target, type, {}, { more: { touches, changedTouches } });
        if (type === 'touchMove' && event.cancelable && holdsScroll(target)) event.preventDefault();
      },
      { passive: false },
    );

  // A mouse is a finger here, as in the platform's own simulator.
  let target: Element | undefined;
  const byMouse = (type: (typeof TOUCHES)[number], event: PointerEvent) => {
    if (!target) return;
    const point = pointOf({ ...positionOf(event), identifier: 0 });
    fire(
      target,
      type,
      {},
      { more: { touches: type === 'touchEnd' ? [] : [point], changedTouches: [point] } },
    );
  };
  const isMouse = ({ pointerType }: PointerEvent) => pointerType === 'mouse' || pointerType === 'pen';
  listen('pointerdown', (event, on) => {
    if (!isMouse(event) || event.button !== 0) return;
    target = on;
    held.delete(on);
    began(on, pointOf({ ...positionOf(event), identifier: 0 }));
    byMouse('touchStart', event);
  });
  listen('pointermove', (event) => {
    if (!target || !isMouse(event)) return;
    moved(pointOf({ ...positionOf(event), identifier: 0 }));
    byMouse('touchMove', event);
  });
  for (const [native, type] of [
    ['pointerup', 'touchEnd'],
    ['pointercancel', 'touchCancel'],
  ] as const)
    listen(native, (event) => {
      if (!target || !isMouse(event)) return;
      still();
      byMouse(type, event);
      target = undefined;
    });
}

const positionOf = ({ pageX, pageY, clientX, clientY }: PointerEvent) => ({ pageX, pageY, clientX, clientY });

function pointOf({ identifier, pageX, pageY, clientX, clientY }: Point): Point {
  return { identifier, pageX, pageY, clientX, clientY };
}

/** `disable-scroll` and `catchTouchMove`: what is inside does not scroll the page. */
function holdsScroll(target: Element): boolean {
  for (let at: Element | null = target; at; at = at.parentElement) {
    const attrs = nodeOf(at)?.attrs;
    if (attrs && (isOn(attrs['disable-scroll'] ?? attrs.disableScroll) || attrs.catchTouchMove)) return true;
  }
  return false;
}
