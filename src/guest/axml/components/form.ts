import { h, type VNode } from 'preact';
import type { BuiltinProps } from '../builtin.ts';
import { elementProps, nodeOf } from '../element.ts';
import { datasetOf, fire } from '../events.ts';
import { flag, plain } from './attributes.ts';
import { fieldsOf } from './fields.ts';

/** What the platform's own tools give where no phone is. */
const FORM_ID = 'the formId is a mock one';

/** `form`: a real form, whose fields are those of all components inside of it, in custom components too. */
export const Form = ({ tag, attrs, owner, children }: BuiltinProps): VNode =>
  h(
    'form',
    elementProps(
      owner,
      attrs,
      {
        novalidate: true,
        onSubmit(event: SubmitEvent) {
          event.preventDefault();
          const form = event.currentTarget as Element;
          // A form inside of it has its own.
          if (event.target !== form) return;
          const button = event.submitter && nodeOf(event.submitter);
          fire(form, 'submit', {
            value: Object.fromEntries(
              fieldsOf(form).flatMap(({ name, value }) => (name ? [[name, value()]] : [])),
            ),
            buttonTarget: { dataset: button ? datasetOf(button.attrs) : {} },
            ...(flag(plain(attrs).reportsubmit) ? { formId: FORM_ID } : {}),
          });
        },
        onReset(event: Event) {
          event.preventDefault();
          const form = event.currentTarget as Element;
          if (event.target !== form) return;
          for (const field of fieldsOf(form)) field.reset();
          fire(form, 'reset', {});
        },
      },
      tag,
    ),
    children,
  );
