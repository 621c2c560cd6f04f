import { createContext, h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { fire } from '../events.ts';
import { useField } from './fields.ts';
import { useRef } from './hooks.ts';

/** The name that the controls of a radio-group share. */
export const GroupName = createContext<string | undefined>(undefined);

let groups = 0;

/** `checkbox-group` (the values that are ticked, in the order of the document) and `radio-group` (the one). */
export const Group: Builtin = ({ tag, attrs, owner, children }) => {
  const element = useRef<HTMLElement>(null);
  const name = useRef('');
  name.current ||= `a-group-${++groups}`;
  const radio = tag === 'radio-group';

  const controls = () =>
    Array.from(
      element.current?.querySelectorAll<HTMLInputElement>(radio ? 'radio > input' : 'checkbox > input') ?? [],
    ).filter((control) => control.closest(tag) === element.current);
  const value = () => {
    const ticked = controls().flatMap((control) => (control.checked ? control.value : []));
    return radio ? (ticked[0] ?? '') : ticked;
  };
  // Its controls go back by themselves, each being a field without a name.
  useField(element, attrs, value, () => undefined);

  return h(
    tag,
    elementProps(
      owner,
      attrs,
      {
        ref: element,
        role: radio ? 'radiogroup' : 'group',
        onChange(event: Event) {
          if (element.current && controls().includes(event.target as HTMLInputElement))
            fire(element.current, 'change', { value: value() });
        },
      },
      tag,
    ),
    h(GroupName.Provider, { value: radio ? name.current : undefined, children }),
  );
};
