import { nodeOf } from '../element.ts';
import { entry, flag, number, plain, text } from './attributes.ts';

/** The class that a tag has while it is held down, unless `hover-class` names another: of other tags, none. */
const CLASSES = { button: 'button-hover' };

/**
 * `hover-class` of any element, with `hover-start-time`, `hover-stay-time` and `hover-stop-propagation`: for all of the
 * document by one listener.
 */
export function installHover(document: Document): void {
  document.addEventListener('pointerdown', ({ target, isPrimary }) => {
    if (isPrimary) for (const hold of holds(target)) begin(document, hold);
  });
}

interface Hold {
  element: Element;
  classes: string[];
  start: number;
  stay: number;
}

function holds(target: EventTarget | null): Hold[] {
  const found: Hold[] = [];
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) {
    const node = nodeOf(at);
    if (!node || at.matches(':disabled')) continue;
    const a = plain(node.attrs);
    const named = text(a.hoverclass ?? entry(CLASSES, node.tag));
    if (named && named !== 'none')
      found.push({
        element: at,
        classes: named.split(/\s+/).filter(Boolean),
        start: number(a.hoverstarttime, node.tag === 'button' ? 20 : 50),
        stay: number(a.hoverstaytime, node.tag === 'button' ? 70 : 400),
      });
    if (flag(a.hoverstoppropagation)) break;
  }
  return found;
}

function begin(document: Document, { element, classes, start, stay }: Hold): void {
  const timer = setTimeout(() => element.classList.add(...classes), start);
  const stop = new AbortController();
  const end = () => {
    stop.abort();
    clearTimeout(timer);
    setTimeout(() => element.classList.remove(...classes), stay);
  };
  // A scroll takes the pointer away.
  for (const type of ['pointerup', 'pointercancel', 'dragstart'])
    document.addEventListener(type, end, { capture: true, signal: stop.signal });
}
