import type { Attrs } from '../../../contract/axml/toolkit.ts';
import { plain, text } from './attributes.ts';
import { useDone } from './hooks.ts';

/** What a form asks of a component inside of it, be it in its own template or in a component's. */
export interface Field {
  /** Empty: it has no part in what is submitted. */
  name: string;
  value(): unknown;
  /** As it was at first. */
  reset(): void;
}

const fields = new WeakMap<Element, Field>();

/** Makes the element a field of the form around it. */
export function useField(
  element: { current: Element | null },
  attrs: Attrs,
  value: Field['value'],
  reset: Field['reset'],
): void {
  useDone(() => {
    if (element.current) fields.set(element.current, { name: text(plain(attrs).name), value, reset });
  });
}

/** The fields of a form, in the order of the document; those of a form inside of it are that one's. */
export function fieldsOf(form: Element): Field[] {
  return Array.from(form.querySelectorAll('*')).flatMap((element) => {
    const field = fields.get(element);
    return field && element.closest('form') === form ? field : [];
  });
}
