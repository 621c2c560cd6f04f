import { createPortal, h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { fire } from '../events.ts';
import { flag, plain, text } from './attributes.ts';
import { useField } from './fields.ts';
import { useAgain, useDone, useRef } from './hooks.ts';
import { columnsOf } from './picker-columns.ts';
import { word } from './words.ts';

/**
 * `picker`: what is inside opens a dialog with a list for each column. The lists are the browser's own, so that keyboard,
 * assistive technology and a run that is done again find what they know.
 */
export const Picker: Builtin = ({ tag, attrs, owner, children }) => {
  const element = useRef<HTMLElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const a = plain(attrs);
  const columns = columnsOf(a);
  const key = JSON.stringify(a.value);
  const initial = useRef(a.value);
  const value = useRef<{ key: string | undefined; is: unknown }>({ key, is: a.value });
  if (value.current.key !== key) value.current = { key, is: a.value };
  /** While the dialog is open: indices by column. */
  const draft = useRef<number[] | undefined>(undefined);
  const again = useAgain();
  const disabled = flag(a.disabled);

  useField(
    element,
    attrs,
    () => value.current.is,
    () => {
      value.current.is = initial.current;
    },
  );
  const open = () => {
    if (disabled || draft.current) return;
    draft.current = columns.read(value.current.is);
    again();
  };
  /** @param chosen undefined: nothing has been */
  const close = (chosen?: readonly number[]) => {
    if (!draft.current || !element.current) return;
    draft.current = undefined;
    // As long as it is open, nothing else can have the focus.
    dialog.current?.close?.();
    element.current.focus({ preventScroll: true });
    again();
    if (!chosen) {
      fire(element.current, 'cancel', {});
      return;
    }
    value.current.is = columns.write(chosen);
    fire(element.current, 'change', { value: value.current.is });
  };
  const isOpen = draft.current !== undefined;
  useDone(() => {
    if (!isOpen || !dialog.current) return;
    if (typeof dialog.current.showModal === 'function') dialog.current.showModal();
    else dialog.current.open = true;
  }, [isOpen]);

  const options = draft.current ? columns.options(draft.current) : [];
  return h(
    'picker',
    elementProps(
      owner,
      attrs,
      {
        ref: element,
        role: attrs.role ?? 'button',
        tabIndex: disabled ? undefined : 0,
        'aria-haspopup': 'dialog',
        'aria-disabled': disabled || undefined,
        onClick: open,
        onKeyDown(event: KeyboardEvent) {
          if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
          event.preventDefault();
          open();
        },
      },
      tag,
    ),
    children,
    draft.current &&
      createPortal(
        h(
          'dialog',
          {
            ref: dialog,
            class: 'a-picker',
            'aria-label': text(a.title) || word('choose'),
            onCancel(event: Event) {
              event.preventDefault();
              close();
            },
            onClick(event: Event) {
              // The dialog itself is hit only beside its content.
              if (event.target === event.currentTarget) close();
            },
          },
          h(
            'a-sheet',
            null,
            h(
              'a-head',
              null,
              h('button', { type: 'button', class: 'a-control', onClick: () => close() }, word('cancel')),
              h('a-title', null, text(a.title)),
              h(
                'button',
                { type: 'button', class: 'a-control', onClick: () => close(draft.current) },
                word('ok'),
              ),
            ),
            h(
              'a-columns',
              null,
              options.map((texts, column) =>
                h(
                  'select',
                  {
                    key: column,
                    class: 'a-control',
                    size: 7,
                    'aria-label': columns.names[column],
                    value: String(Math.min(draft.current?.[column] ?? 0, texts.length - 1)),
                    onChange({ currentTarget }: Event) {
                      if (!draft.current) return;
                      draft.current[column] = Number((currentTarget as HTMLSelectElement).value);
                      again();
                    },
                  },
                  texts.map((shown, index) => h('option', { key: index, value: String(index) }, shown)),
                ),
              ),
            ),
          ),
        ),
        document.body,
      ),
  );
};
