import { type NodeRecord, nodeOf } from './element.ts';

/** Types that go on to the elements around, in lower case (the platform's page on events). */
const BUBBLING: ReadonlySet<string> = new Set([
  'tap',
  'longtap',
  'longpress',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
]);

export interface FireOptions {
  /** Default: what the platform says of the type. */
  bubbles?: boolean;
  /** Properties of the event beside those that all have: `touches`, `changedTouches`. */
  more?: object;
}

/**
 * An event of the platform: calls what `onChange` or `catchChange` of the element names and, for bubbling types, of the elements
 * around it, until one catches it.
 * @param type `change`, `touchStart`
 * @returns whether anything listened
 */
export function fire(element: Element, type: string, detail: object, options: FireOptions = {}): boolean {
  const lower = type.toLowerCase();
  const bubbles = options.bubbles ?? BUBBLING.has(lower);
  const timeStamp = Date.now();
  const origin = nearest(element);
  if (!origin) return false;
  const source = targetOf(origin);
  let heard = false;
  for (let at: Element | null = origin; at; at = bubbles ? at.parentElement : null) {
    const node = nodeOf(at);
    const handler = node && handlerOf(node, lower);
    if (!node || !handler) continue;
    heard = true;
    const current = at === origin ? source : targetOf(at);
    const event = {
      type,
      timeStamp,
      // The platform's target names the element of the event, with the data of the one that listens.
      target: { ...source, dataset: current.dataset, targetDataset: source.dataset },
      currentTarget: { ...current, targetDataset: source.dataset },
      detail,
      ...options.more,
    };
    node.owner.call(handler.method, event);
    if (handler.catches) break;
  }
  return heard;
}

const details = new WeakMap<Event, object>();

/** Adds to the detail of the platform's event that a browser's event becomes. */
export const addDetail = (event: Event, detail: object): void => void details.set(event, detail);

export const detailOf = (event: Event): object | undefined => details.get(event);

/** Whether an element listens to a type. */
export function listens(element: Element, type: string): boolean {
  const node = nodeOf(element);
  return node !== null && handlerOf(node, type.toLowerCase()) !== undefined;
}

interface Handler {
  method: unknown;
  catches: boolean;
}

/** What `onTap`, `catchTap`, `ontap` … names. @param type in lower case */
function handlerOf({ attrs }: NodeRecord, type: string): Handler | undefined {
  let found: Handler | undefined;
  for (const name in attrs) {
    const catches = name.startsWith('catch');
    if (!catches && !name.startsWith('on')) continue;
    const rest = name.slice(catches ? 5 : 2);
    if (rest.length !== type.length || rest.toLowerCase() !== type) continue;
    const method = attrs[name];
    if (method == null || method === '' || method === false) continue;
    if (!found || catches) found = { method, catches };
  }
  return found;
}

/** The element itself, or the nearest around it that a template names. */
function nearest(element: Element): Element | null {
  let at: Element | null = element;
  while (at && !nodeOf(at)) at = at.parentElement;
  return at;
}

export interface EventTargetInfo {
  id: string;
  tagName: string;
  dataset: Record<string, unknown>;
  offsetLeft: number;
  offsetTop: number;
}

/** What events say of an element. */
export function targetOf(element: Element): EventTargetInfo {
  const { offsetLeft = 0, offsetTop = 0 } = element as Partial<HTMLElement>;
  const node = nodeOf(element);
  return {
    id: element.id,
    tagName: node?.tag || element.localName,
    dataset: node ? datasetOf(node.attrs) : {},
    offsetLeft,
    offsetTop,
  };
}

/**
 * The `data-*` of an element, types kept: `data-alpha-beta` is `alphaBeta`. A name in mixed case is there as it stands and in lower
 * case, as programs are written for either.
 */
export function datasetOf(attrs: NodeRecord['attrs']): Record<string, unknown> {
  const dataset: Record<string, unknown> = {};
  for (const name in attrs) {
    if (!name.startsWith('data-')) continue;
    const bare = name.slice(5);
    const camel = (text: string) =>
      text.replace(/-([a-z])/gi, (_all, letter: string) => letter.toUpperCase());
    dataset[camel(bare)] = attrs[name];
    const lower = camel(bare.toLowerCase());
    if (!(lower in dataset)) dataset[lower] = attrs[name];
  }
  return dataset;
}
