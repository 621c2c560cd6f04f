/** `my.createAnimation`: steps of styles, which an element's `animation` attribute goes through one after the other. */

interface Timing {
  duration: number;
  timeFunction: string;
  delay: number;
  transformOrigin: string;
}

interface Step extends Timing {
  styles: Record<string, string>;
}

/** What `export()` gives. */
export interface AnimationData {
  actions: Step[];
}

const LENGTHS = ['width', 'height', 'top', 'left', 'bottom', 'right'] as const;
const length = (value: unknown): string => (typeof value === 'number' ? `${value}px` : String(value));
const degrees = (value: unknown): string => `${Number(value) || 0}deg`;
const bare = (value: unknown): string => String(Number(value) || 0);

/** How each function of `transform` writes what it is given. */
const TRANSFORMS: Readonly<Record<string, (...given: unknown[]) => string>> = {
  rotate: degrees,
  rotateX: degrees,
  rotateY: degrees,
  rotateZ: degrees,
  rotate3d: (x, y, z, deg) => `${bare(x)},${bare(y)},${bare(z)},${degrees(deg)}`,
  scale: (x, y = x) => `${bare(x)},${bare(y)}`,
  scaleX: bare,
  scaleY: bare,
  scaleZ: bare,
  scale3d: (x, y, z) => `${bare(x)},${bare(y)},${bare(z)}`,
  translate: (x, y = 0) => `${length(x)},${length(y)}`,
  translateX: length,
  translateY: length,
  translateZ: length,
  translate3d: (x, y, z) => `${length(x)},${length(y)},${length(z)}`,
  skew: (x, y = 0) => `${degrees(x)},${degrees(y)}`,
  skewX: degrees,
  skewY: degrees,
  matrix: (...given) => given.map(bare).join(','),
  matrix3d: (...given) => given.map(bare).join(','),
};

/** `my.createAnimation(options)`: every method answers the animation itself; `export()` empties it. */
export function createAnimation(options: unknown): object {
  const defaults: Timing = {
    duration: 400,
    timeFunction: 'linear',
    delay: 0,
    transformOrigin: '50% 50% 0',
    ...(options as Partial<Timing> | undefined),
  };
  let actions: Step[] = [];
  let styles: Record<string, string> = {};
  let transforms: string[] = [];
  const animation: Record<string, (...given: unknown[]) => unknown> = {
    opacity: (value) => style('opacity', bare(value)),
    backgroundColor: (color) => style('background-color', String(color)),
    step(timing) {
      if (transforms.length > 0) styles.transform = transforms.join(' ');
      actions.push({ ...defaults, ...(timing as Partial<Timing> | undefined), styles });
      styles = {};
      transforms = [];
      return animation;
    },
    export() {
      const data: AnimationData = { actions };
      actions = [];
      return data;
    },
  };
  const style = (name: string, value: string) => {
    styles[name] = value;
    return animation;
  };
  for (const name of LENGTHS) animation[name] = (value) => style(name, length(value));
  for (const [name, write] of Object.entries(TRANSFORMS))
    animation[name] = (...given) => {
      transforms.push(`${name}(${write(...given)})`);
      return animation;
    };
  return animation;
}

const running = new WeakMap<Element, object>();

/** Lets an element go through the steps; what it was going through before is given up where it is. */
export function playAnimation(window: Window & typeof globalThis, element: Element, data: unknown): void {
  const actions = (data as Partial<AnimationData> | null | undefined)?.actions;
  const steps = Array.isArray(actions) ? [...actions] : [];
  const turn = {};
  running.set(element, turn);
  const { style } = element as HTMLElement;
  const next = () => {
    const step = steps.shift();
    if (!step || running.get(element) !== turn || !element.isConnected) return;
    const { duration, timeFunction, delay, transformOrigin, styles } = step;
    // The browser must have seen where it begins, or nothing moves.
    element.getBoundingClientRect();
    style.transition = `all ${duration}ms ${timeFunction} ${delay}ms`;
    style.transformOrigin = transformOrigin;
    for (const [name, value] of Object.entries(styles)) style.setProperty(name, value);
    if (steps.length > 0) window.setTimeout(next, duration + delay);
  };
  // An element that is new has to be in the document first.
  if (steps.length > 0) window.queueMicrotask(next);
}
