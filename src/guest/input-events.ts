import type { InputLog, UserEvent } from './input.ts';
import { actedOn, fieldValue, labelOf, pathOf } from './input-target.ts';

/** Keys that do something by themselves; what is typed into a field comes as `input`. */
const KEYS: ReadonlySet<string> = new Set(['Enter', 'Escape', ' ']);
const TYPES = ['click', 'keydown', 'input', 'change', 'submit'] as const;

/** Records what the user does in the page, before any listener of the program sees it. */
export function installInput(window: Window, log: InputLog): void {
  for (const type of TYPES)
    window.addEventListener(
      type,
      (event) => {
        const made = read(event);
        if (made) log.add(made);
      },
      { capture: true, passive: true },
    );
}

function read(event: Event): UserEvent | undefined {
  if (!event.isTrusted) return undefined;
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return undefined;
  if (event instanceof KeyboardEvent) {
    if (!KEYS.has(event.key) || event.repeat || event.isComposing) return undefined;
    return {
      type: event.type,
      element: target,
      body: { target: pathOf(target), label: labelOf(target), key: event.key === ' ' ? 'Space' : event.key },
    };
  }
  const element = event.type === 'click' ? actedOn(target) : target;
  const value = event.type === 'submit' ? undefined : fieldValue(element);
  return {
    type: event.type,
    element,
    body: { target: pathOf(element), label: labelOf(element), ...(value === undefined ? {} : { value }) },
  };
}
