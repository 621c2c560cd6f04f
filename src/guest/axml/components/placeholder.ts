import { h, type VNode } from 'preact';
import { elementOf } from '../../../contract/axml/tags.ts';
import type { BuiltinProps } from '../builtin.ts';
import { elementProps } from '../element.ts';

/** What only a phone has (`map`, `canvas`, `video` …): a box with its tag's name, and what stands inside. */
export const Placeholder = ({ tag, attrs, owner, children }: BuiltinProps): VNode =>
  h(
    elementOf(tag),
    elementProps(owner, attrs, { class: 'a-placeholder' }, tag),
    h('a-name', null, tag),
    children,
  );
