/** What the components' tests share: elements made as the runtime makes them, and what the program hears. */
import { type ComponentChildren, h, render, type VNode } from 'preact';
import { afterEach } from 'vitest';
import { elementOf } from '../../../contract/axml/tags.ts';
import type { Attrs } from '../../../contract/axml/toolkit.ts';
import type { Owner } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { addMore } from '../more.ts';
import { TabBar } from '../tab-bar.ts';
import { BUILTINS, DRAWN } from './index.ts';
import { MORE, MORE_DRAWN } from './more.ts';

addMore({ builtins: MORE, drawn: MORE_DRAWN, TabBar });

/** An event as the program's handler gets it. */
export interface Heard {
  method: unknown;
  type: string;
  detail: Record<string, unknown>;
  target: { dataset: Record<string, unknown>; tagName: string };
}

/** A page of a program: what its handlers were called with, and its `my`. */
export function program(my: Record<string, unknown> = {}) {
  const heard: Heard[] = [];
  const owner = {
    my,
    path: 'pages/index/index',
    scope: '',
    host: {},
    asset: (src: unknown) => (String(src).startsWith('http') ? String(src) : `/files/${src}`),
    call: (method: unknown, event: object) => void heard.push({ method, ...event } as Heard),
  } as unknown as Owner;
  const root = document.createElement('page');
  document.body.append(root);
  pages.push(root);

  /** An element as it stands in a template. */
  const el = (tag: string, attrs: Attrs = {}, ...children: ComponentChildren[]): VNode => {
    const builtin = BUILTINS[tag];
    if (builtin) return h(builtin, { tag, attrs, owner }, children) as unknown as VNode;
    const draw = DRAWN[tag];
    if (draw) return draw({ tag, attrs, owner, children });
    return h(elementOf(tag), elementProps(owner, attrs, {}, tag), children) as unknown as VNode;
  };
  return {
    el,
    heard,
    root,
    show: (node: ComponentChildren) => render(node, root),
    get: <E extends HTMLElement = HTMLElement>(selector: string): E => {
      const found = root.querySelector<E>(selector);
      if (!found) throw new Error(`There is no ${selector} in ${root.innerHTML}`);
      return found;
    },
    /** What was heard since this was last asked, as `type detail`. */
    told: () => heard.splice(0).map(({ type, detail }) => [type, detail]),
  };
}

const pages: Element[] = [];
afterEach(() => {
  for (const page of pages.splice(0)) {
    render(null, page);
    page.remove();
  }
});

/** Lets everything that is queued be rendered. */
export async function rendered(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

/** Types as a browser tells it: the value is there, then the event. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

export function press(element: Element, key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  element.dispatchEvent(event);
  return event;
}
