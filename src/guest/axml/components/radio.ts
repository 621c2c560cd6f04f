import { useContext } from 'preact/hooks';
import type { Builtin } from '../builtin.ts';
import { fire } from '../events.ts';
import { useCheckable } from './checkable.ts';
import { GroupName } from './group.ts';

/** `radio`: one of those in its group. */
export const Radio: Builtin = (props) =>
  useCheckable(props, {
    element: 'radio',
    type: 'radio',
    name: useContext(GroupName),
    changed: (element, value) => fire(element, 'change', { value }),
  });
