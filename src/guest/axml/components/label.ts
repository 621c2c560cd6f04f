import { h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { plain, text } from './attributes.ts';
import { useDone, useRef } from './hooks.ts';

const CONTROLS = 'input, textarea, button';
let names = 0;

/**
 * `label`: a real one. `for` names a component, whose control is inside of its element for some; without it, the first
 * control inside of the label is meant.
 */
export const Label: Builtin = ({ tag, attrs, owner, children }) => {
  const label = useRef<HTMLLabelElement>(null);
  const id = text(plain(attrs).for);

  const named = (): HTMLElement | null => {
    // Pages behind this one may have the same ids.
    const page = label.current?.closest('page') ?? document;
    const element = id ? page.querySelector<HTMLElement>(`[id=${JSON.stringify(id)}]`) : null;
    return element?.matches(CONTROLS) ? element : (element?.querySelector<HTMLElement>(CONTROLS) ?? null);
  };
  useDone(() => {
    const control = named();
    if (!label.current || !control) return;
    control.id ||= `a-control-${++names}`;
    label.current.htmlFor = control.id;
  });
  return h(
    'label',
    elementProps(
      owner,
      attrs,
      {
        ref: label,
        onClick(event: Event) {
          const control = named();
          if (!control || label.current?.control === control) return;
          event.preventDefault();
          control.click();
          control.focus();
        },
      },
      tag,
    ),
    children,
  );
};
