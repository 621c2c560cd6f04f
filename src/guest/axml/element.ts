import type { Attrs } from '../../contract/axml/toolkit.ts';
import type { Owner } from './builtin.ts';

/** What an element of the document was made of: events are delivered with it. */
export interface NodeRecord {
  /** As in the source. */
  tag: string;
  owner: Owner;
  attrs: Attrs;
}

/** A property, not an attribute: Preact sets what an element already has as a property. */
const NODE = 'axmlNode';
if (typeof Element === 'function' && !(NODE in Element.prototype))
  Object.defineProperty(Element.prototype, NODE, { value: null, writable: true, configurable: true });

/** Properties that do something when they are set (live-properties.ts). */
export const ANIMATION = 'axmlAnimation';
export const APPEAR = 'axmlAppear';

/** The record of an element; null for an element that no template names. */
export function nodeOf(element: Element): NodeRecord | null {
  return (element as unknown as Record<string, NodeRecord | null | undefined>)[NODE] ?? null;
}

/**
 * What every element has in common: class with the owner's scope, style with rpx as vw, id, `data-*`, `aria-*`, role, hidden,
 * and the record that events are delivered with.
 * @param own the element's own properties; they win, their class and style are added
 * @param tag as in the source; default: what `attrs` does not say is the element's own name
 */
export function elementProps(
  owner: Owner,
  attrs: Attrs,
  own?: Readonly<Record<string, unknown>>,
  tag = '',
): Record<string, unknown> {
  const props: Record<string, unknown> = { [NODE]: { tag, owner, attrs } };
  let classes = owner.scope;
  let style = '';
  for (const name in attrs) {
    const value = attrs[name];
    switch (name) {
      case 'class':
      case 'className':
        classes = joined(classes, ' ', value);
        continue;
      case 'style':
        style = joined(style, ';', styleText(value));
        continue;
      case 'id':
        if (value != null && value !== '') props.id = String(value);
        continue;
      case 'hidden':
        if (isOn(value)) props.hidden = true;
        continue;
      case 'role':
      case 'aria-role':
        if (typeof value === 'string') props.role = value;
        continue;
      case 'tabindex':
        props.tabIndex = value;
        continue;
      case 'animation':
        props[ANIMATION] = value;
        continue;
      case 'onAppear':
      case 'onFirstAppear':
      case 'onDisappear':
        props[APPEAR] = true;
        continue;
    }
    const kind = name.charCodeAt(4) === 45 ? name.slice(0, 4) : '';
    if (kind === 'data' || kind === 'aria') {
      const type = typeof value;
      if (type === 'string' || type === 'number' || type === 'boolean') props[name.toLowerCase()] = value;
    }
  }
  if (own) {
    classes = joined(classes, ' ', own.class);
    style = joined(style, ';', styleText(own.style));
    Object.assign(props, own);
  }
  if (classes) props.class = classes;
  if (style) props.style = style;
  return props;
}

const joined = (text: string, by: string, more: unknown): string =>
  more == null || more === '' || more === true || more === false
    ? text
    : text
      ? text + by + String(more)
      : String(more);

/** An attribute that is a switch: `hidden`, `hidden="{{on}}"`; the text `false` means no, as on the platform. */
export const isOn = (value: unknown): boolean => value !== 'false' && Boolean(value);

const RPX = /(-?(?:\d+\.?\d*|\.\d+))rpx\b/gi;

/** Lengths in rpx as vw: the screen is 750rpx wide. */
export function withoutRpx(text: string): string {
  return text.includes('rpx') ? text.replace(RPX, (_all, length: string) => `${+length / 7.5}vw`) : text;
}

/** The text of a `style`, be it a text or an object of properties. */
export function styleText(value: unknown): string {
  if (typeof value === 'string') return withoutRpx(value);
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([, part]) => part != null && part !== '' && part !== false)
    .map(([name, part]) => `${cssName(name)}:${withoutRpx(String(part))}`)
    .join(';');
}

const cssName = (name: string): string =>
  name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
