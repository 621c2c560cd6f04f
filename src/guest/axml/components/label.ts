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

  const meant = (): HTMLElement | null => {
    if (!label.current) return null;
    if (!id) return label.current.querySelector<HTMLElement>(CONTROLS);
    // Pages below this one may have the same ids.
    const page = label.current.closest('page') ?? document;
    const named = page.querySelector<HTMLElement>(`[id=${JSON.stringify(id)}]`);
    return named?.matches(CONTROLS) ? named : (named?.querySelector<HTMLElement>(CONTROLS) ?? null);
  };
  useDone(() => {
    const control = meant();
    if (!label.current || !control || !id) return;
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
          const hit = event.target as Element;
          const control = meant();
          if (!control || control.contains(hit) || hit.closest(`${CONTROLS}, [role=button]`)) return;
          // A browser clicks the control, and that click would be a second tap for the elements around.
          event.preventDefault();
          if (control.matches('button, [type=checkbox], [type=radio]'))
            control.dispatchEvent(new MouseEvent('click', { cancelable: true }));
          else control.focus();
        },
      },
      tag,
    ),
    children,
  );
};
