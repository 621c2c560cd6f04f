import { h, type VNode } from 'preact';
import type { BuiltinProps } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { flag, plain, text } from './attributes.ts';
import { useField } from './fields.ts';
import { useAgain, useRef, useSetting } from './hooks.ts';

interface Kind {
  /** Its element in the document. */
  element: string;
  type: 'checkbox' | 'radio';
  role?: string;
  /** Of the control: radios of one name exclude each other. */
  name?: string | undefined;
  /** The user has changed it. */
  changed(element: Element, checked: boolean): void;
}

/** `checkbox`, `radio` and `switch`: an element around the browser's own control, which the base style sheet draws. */
export function useCheckable({ tag, attrs, owner }: BuiltinProps, kind: Kind): VNode {
  const element = useRef<HTMLElement>(null);
  const control = useRef<HTMLInputElement>(null);
  const a = plain(attrs);
  const checked = flag(a.checked);
  const controlled = flag(a.controlled);
  const initial = useRef(checked);
  const again = useAgain();
  useSetting(control, checked, controlled, (input) => {
    input.checked = checked;
  });
  useField(
    element,
    attrs,
    () => control.current?.checked === true,
    () => {
      if (control.current) control.current.checked = controlled ? checked : initial.current;
    },
  );
  // What names the control belongs to the control.
  const {
    role,
    'aria-label': label,
    'aria-labelledby': labelled,
    ...props
  } = elementProps(
    owner,
    attrs,
    { ref: element, style: a.color ? { '--a-accent': a.color } : undefined },
    tag,
  );
  return h(
    kind.element,
    props,
    h('input', {
      ref: control,
      class: 'a-control',
      type: kind.type,
      role: role ?? kind.role,
      name: kind.name,
      value: text(a.value),
      disabled: flag(a.disabled),
      'aria-label': label,
      'aria-labelledby': labelled,
      onChange() {
        if (element.current) kind.changed(element.current, control.current?.checked === true);
        if (controlled) again();
      },
    }),
  );
}
