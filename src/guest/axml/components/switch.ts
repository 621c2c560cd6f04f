import type { Builtin } from '../builtin.ts';
import { fire } from '../events.ts';
import { useCheckable } from './checkable.ts';

/** `switch`. */
export const Switch: Builtin = (props) =>
  useCheckable(props, {
    element: 'a-switch',
    type: 'checkbox',
    role: 'switch',
    changed: (element, value) => fire(element, 'change', { value }),
  });
