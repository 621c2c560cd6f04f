import type { InputBody } from '../../contract/wire.ts';
import { isField } from '../input-target.ts';
import { keyInit } from './keys.ts';

type Page = Window & typeof globalThis;

/** How an input is done again, with the browser's own means, captured before the program's first script. */
export function createActor(window: Page): (element: Element, type: string, body: InputBody) => void {
  const { MouseEvent, PointerEvent, KeyboardEvent, InputEvent, Event, HTMLElement, HTMLFormElement } = window;
  const { dispatchEvent } = window.EventTarget.prototype;
  const { click, focus } = HTMLElement.prototype;
  const { requestSubmit } = HTMLFormElement.prototype;
  const { apply } = Reflect;
  const setters = [
    [window.HTMLInputElement, setterOf(window.HTMLInputElement, 'value')],
    [window.HTMLTextAreaElement, setterOf(window.HTMLTextAreaElement, 'value')],
    [window.HTMLSelectElement, setterOf(window.HTMLSelectElement, 'value')],
  ] as const;
  const setChecked = setterOf(window.HTMLInputElement, 'checked');

  /** @returns false when the program has taken the event for itself */
  const dispatch = (element: Element, event: Event): boolean => apply(dispatchEvent, element, [event]);
  const focusOn = (element: Element) => {
    if (element instanceof HTMLElement && element.ownerDocument.activeElement !== element)
      apply(focus, element, [{ preventScroll: true }]);
  };

  const tap = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = {
      bubbles: true,
      cancelable: true,
      composed: true,
      view: window,
      clientX: left + width / 2,
      clientY: top + height / 2,
      detail: 1,
    };
    const pointer = { ...at, pointerId: 1, pointerType: 'mouse', isPrimary: true };
    dispatch(element, new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
    if (dispatch(element, new MouseEvent('mousedown', { ...at, buttons: 1 }))) focusOn(element);
    dispatch(element, new PointerEvent('pointerup', pointer));
    dispatch(element, new MouseEvent('mouseup', at));
    if (element instanceof HTMLElement) apply(click, element, []);
    else dispatch(element, new MouseEvent('click', at));
  };

  /** The way around what a framework has put over the element's own property: it hears of it by the event. */
  const enter = (element: Element, value: string) => {
    if (element instanceof window.HTMLInputElement && /^(?:checkbox|radio)$/.test(element.type)) {
      if (element.checked !== (value === 'on')) setChecked?.call(element, value === 'on');
      return;
    }
    if (element instanceof window.HTMLInputElement && element.type === 'file') return;
    if (element instanceof window.HTMLSelectElement && element.multiple) {
      const chosen = value.split('\n');
      for (const option of element.options) option.selected = chosen.includes(option.value);
      return;
    }
    if (!isField(element)) {
      if (element.textContent !== value) element.textContent = value;
      return;
    }
    if (element.value === value) return;
    for (const [kind, set] of setters) if (element instanceof kind) set?.call(element, value);
  };

  const press = (element: Element, key: string) => {
    focusOn(element);
    const init = { ...keyInit(key), bubbles: true, cancelable: true, composed: true, view: window };
    const free = dispatch(element, new KeyboardEvent('keydown', init));
    if (free && (init.key === 'Enter' || init.key.length === 1))
      dispatch(element, new KeyboardEvent('keypress', init));
    dispatch(element, new KeyboardEvent('keyup', init));
    if (free && key === 'Escape') closeDialog(element.ownerDocument);
  };

  /** What a browser does about Escape; what it does about other keys comes as a click, a submit or an input of its own. */
  const closeDialog = (document: Document) => {
    const dialog = Array.from(document.querySelectorAll('dialog:modal')).at(-1) as
      | HTMLDialogElement
      | undefined;
    if (dialog && dispatch(dialog, new Event('cancel', { cancelable: true }))) dialog.close();
  };

  return (element, type, { value, key }) => {
    switch (type) {
      case 'click':
        return tap(element);
      case 'keydown':
        return press(element, key ?? '');
      case 'submit':
        if (element instanceof HTMLFormElement) apply(requestSubmit, element, []);
        return;
      case 'input':
        focusOn(element);
        if (value !== undefined) enter(element, value);
        dispatch(
          element,
          new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }),
        );
        return;
      case 'change':
        if (value !== undefined) enter(element, value);
        dispatch(element, new Event('change', { bubbles: true }));
    }
  };
}

function setterOf(of: { prototype: object }, name: string): ((value: unknown) => void) | undefined {
  return Object.getOwnPropertyDescriptor(of.prototype, name)?.set;
}
