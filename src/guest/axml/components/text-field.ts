import type { Attrs } from '../../../contract/axml/toolkit.ts';
import type { Owner } from '../builtin.ts';
import { fire } from '../events.ts';
import { flag, number, plain, text } from './attributes.ts';
import { useField } from './fields.ts';
import { useAgain, useDone, useRef, useSetting } from './hooks.ts';
import { usePlaceholder } from './placeholder-look.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;
type Ref<E> = { current: E | null };

/**
 * What `input` and `textarea` have in common. The value is the initial one, and set anew when the attribute changes; a
 * controlled field shows nothing but the attribute.
 * @param element the component's element, of which events are
 * @param control the field that the user writes into
 * @param confirms whether Enter confirms, and makes no new line
 * @returns the control's properties
 */
export function useTextField<C extends Control>(
  owner: Owner,
  attrs: Attrs,
  element: Ref<Element>,
  control: Ref<C>,
  confirms: boolean,
): Record<string, unknown> {
  const a = plain(attrs);
  const value = text(a.value);
  const controlled = flag(a.controlled);
  const focus = flag(a.focus);
  const maximum = number(a.maxlength, 140);
  const again = useAgain();
  const initial = useRef(value);
  const focused = useRef(false);

  useSetting(control, value, controlled, (field) => {
    if (field.value !== value) field.value = value;
  });
  useDone(() => {
    const field = control.current;
    if (!field || focus === focused.current) return;
    focused.current = focus;
    if (focus) field.focus({ preventScroll: true });
    else field.blur();
  }, [focus]);
  useField(
    element,
    attrs,
    () => control.current?.value ?? '',
    () => {
      if (control.current) control.current.value = controlled ? value : initial.current;
      again();
    },
  );
  usePlaceholder(owner, control, text(a.placeholderclass), a.placeholderstyle, a.style);

  const tell = (type: string, more?: object) => {
    if (element.current && control.current)
      fire(element.current, type, { value: control.current.value, ...more });
  };
  return {
    ref: control,
    name: text(a.name) || undefined,
    disabled: flag(a.disabled),
    placeholder: text(a.placeholder),
    // The property does not take what stands for no limit.
    maxlength: maximum < 0 ? undefined : maximum,
    enterkeyhint: text(a.confirmtype) || undefined,
    autocomplete: 'off',
    onInput() {
      const field = control.current;
      tell('input', { cursor: field?.selectionStart ?? field?.value.length ?? 0 });
      again();
    },
    onFocus() {
      const field = control.current;
      const start = number(a.selectionstart, -1);
      const end = number(a.selectionend, -1);
      const cursor = number(a.cursor, -1);
      if (start >= 0 && end >= 0) field?.setSelectionRange(start, end);
      else if (cursor >= 0) field?.setSelectionRange(cursor, cursor);
      tell('focus');
    },
    onBlur: () => tell('blur'),
    onKeyDown(event: KeyboardEvent) {
      if (!confirms || event.key !== 'Enter' || event.isComposing) return;
      // A browser would submit the form; on a phone only its button does.
      event.preventDefault();
      tell('confirm');
      if (!flag(a.confirmhold)) control.current?.blur();
    },
  };
}
