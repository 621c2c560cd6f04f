import { h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { entry, flag, plain } from './attributes.ts';
import { useRef } from './hooks.ts';
import { useTextField } from './text-field.ts';

/** The keyboard of each type; all of them are texts to the program. */
const KEYBOARDS: Readonly<Record<string, string>> = {
  number: 'numeric',
  numberpad: 'numeric',
  digit: 'decimal',
  digitpad: 'decimal',
};

/** `input`. A real text field: its element is the component's. */
export const Input: Builtin = ({ tag, attrs, owner }) => {
  const control = useRef<HTMLInputElement>(null);
  const a = plain(attrs);
  const own = useTextField(owner, attrs, control, control, true);
  return h(
    'input',
    elementProps(
      owner,
      attrs,
      {
        ...own,
        type: flag(a.password) || a.type === 'password' ? 'password' : 'text',
        inputmode: entry(KEYBOARDS, a.type),
      },
      tag,
    ),
  );
};
