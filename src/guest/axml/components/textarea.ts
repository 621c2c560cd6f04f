import { h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { flag, number, plain, text } from './attributes.ts';
import { useRef } from './hooks.ts';
import { useTextField } from './text-field.ts';

/** `textarea`: the box with the field and, unless `show-count` is off, how much has been written. */
export const Textarea: Builtin = ({ tag, attrs, owner }) => {
  const element = useRef<HTMLElement>(null);
  const control = useRef<HTMLTextAreaElement>(null);
  const a = plain(attrs);
  const confirms = /^(done|go|next|search|send)$/.test(text(a.confirmtype));
  const own = useTextField(owner, attrs, element, control, confirms);
  const maximum = number(a.maxlength, 140);
  const length = (control.current?.value ?? text(a.value)).length;
  const {
    role,
    'aria-label': label,
    'aria-labelledby': labelled,
    ...props
  } = elementProps(owner, attrs, { ref: element, class: flag(a.autoheight) ? 'a-grows' : undefined }, tag);
  return h(
    'a-textarea',
    props,
    h('textarea', { ...own, class: 'a-control', 'aria-label': label, 'aria-labelledby': labelled, role }),
    flag(a.showcount, true) &&
      h('a-count', { 'aria-hidden': true }, maximum < 0 ? length : `${length}/${maximum}`),
  );
};
