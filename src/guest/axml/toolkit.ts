import { type ComponentChildren, type ComponentType, Fragment } from 'preact';
import { jsx } from 'preact/jsx-runtime';
import { elementOf, TAGS } from '../../contract/axml/tags.ts';
import type { Attrs, Child, Slots, Templates, Toolkit } from '../../contract/axml/toolkit.ts';
import { labelledBox } from './box.ts';
import { ComponentView } from './component-view.ts';
import { BUILTINS, DRAWN } from './components/index.ts';
import { Each } from './each.ts';
import { elementProps } from './element.ts';
import type { TemplateOwner } from './template-owner.ts';

const NONE: Attrs = Object.freeze({});

/** What compiled templates of one owner are drawn with. */
export class OwnerToolkit implements Toolkit {
  readonly #owner: TemplateOwner;

  constructor(owner: TemplateOwner) {
    this.#owner = owner;
  }

  el(tag: string, given: Attrs | null, key: unknown, children: readonly Child[] | null): Child {
    const attrs = given ?? NONE;
    const owner = this.#owner;
    // A component of the program may have the name of a platform's, and is stronger.
    if (Object.hasOwn(owner.entry.using, tag))
      return this.comp(tag, given, key, children && { default: () => [...children] });
    const builtin = Object.hasOwn(BUILTINS, tag) ? BUILTINS[tag] : undefined;
    if (builtin) return node(builtin, { tag, attrs, owner, children }, key);
    const draw = Object.hasOwn(DRAWN, tag) ? DRAWN[tag] : undefined;
    if (draw) {
      if (TAGS[tag]?.placeholder) owner.runtime.once('axmlPlaceholder', { tag });
      const drawn = draw({ tag, attrs, owner, children: children as ComponentChildren });
      drawn.key = key as string;
      return drawn;
    }
    const props = elementProps(owner, attrs, undefined, tag);
    if (children) props.children = children;
    return node(elementOf(tag), props, key);
  }

  comp(tag: string, given: Attrs | null, key: unknown, slots: Slots | null): Child {
    const attrs = given ?? NONE;
    const owner = this.#owner;
    const path = Object.hasOwn(owner.entry.using, tag) ? owner.entry.using[tag] : undefined;
    if (path !== undefined && owner.runtime.components.has(path))
      return node(ComponentView, { tag, path, owner, attrs, slots }, key);
    // One of the platform's has no slots: all stands in it.
    if (path === undefined && Object.hasOwn(TAGS, tag))
      return this.el(tag, given, key, slots && Object.values(slots).flatMap((slot) => slot({})));
    owner.runtime.once('axmlUnknownTag', { tag, path: owner.path });
    return labelledBox('a-unknown', tag, owner, attrs, slots?.default?.({}) ?? null, key);
  }

  each(
    list: unknown,
    deps: readonly unknown[] | null,
    key: ((item: unknown, index: unknown) => unknown) | null,
    body: (item: unknown, index: unknown) => Child[],
  ): Child {
    return node(Each, { list, deps, keyOf: key, body, owner: this.#owner }, null);
  }

  slot(name: unknown, scope: Attrs | null, fallback: (() => Child[]) | null): Child {
    const slots = this.#owner.slots;
    const slot = name == null || name === '' ? 'default' : String(name);
    const given = slots && Object.hasOwn(slots, slot) ? slots[slot] : undefined;
    return given ? given(scope ?? NONE) : (fallback?.() ?? null);
  }

  template(templates: Templates, name: unknown, data: Readonly<Record<string, unknown>>): Child {
    const found = Object.hasOwn(templates, String(name)) ? templates[String(name)] : undefined;
    if (found) return found(data, this);
    if (name) this.#owner.runtime.once('axmlNoTemplate', { name: String(name), path: this.#owner.path });
    return null;
  }

  text(value: unknown): string {
    switch (typeof value) {
      case 'string':
        return value;
      case 'undefined':
      case 'function':
        return '';
      default:
        return value === null ? '' : String(value);
    }
  }
}

/** A node of Preact's. It is made without a copy of its properties: there are thousands. */
export function node(
  // biome-ignore lint/suspicious/noExplicitAny: components of every kind
  type: string | ComponentType<any>,
  props: Record<string, unknown>,
  key: unknown,
): object {
  return jsx(type as string, props as { children?: ComponentChildren }, key as string);
}

/** Several nodes as one, with a key. */
export const group = (children: readonly Child[], key: unknown): object => node(Fragment, { children }, key);
