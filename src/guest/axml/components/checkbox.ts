import type { Builtin } from '../builtin.ts';
import { fire } from '../events.ts';
import { useCheckable } from './checkable.ts';

/** `checkbox`. Its value goes to the group around it (group.ts). */
export const Checkbox: Builtin = (props) =>
  useCheckable(props, {
    element: 'checkbox',
    type: 'checkbox',
    changed: (element, value) => fire(element, 'change', { value }),
  });
