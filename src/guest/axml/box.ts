import type { Attrs, Child } from '../../contract/axml/toolkit.ts';
import { elementProps } from './element.ts';
import type { TemplateOwner } from './template-owner.ts';
import { node } from './toolkit.ts';

/** What stands where a component cannot be shown: its name in a box of its own size, and what is inside of it. */
export function labelledBox(
  element: string,
  tag: string,
  owner: TemplateOwner,
  attrs: Attrs,
  children: readonly Child[] | null,
  key: unknown,
): object {
  const props = elementProps(owner, attrs, { class: 'axml-box' }, tag);
  const label = node('axml-label', { children: `<${tag}>` }, null);
  return node(element, { ...props, children: [label, ...(children ?? [])] }, key);
}
