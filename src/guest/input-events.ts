import type { InputBody } from '../contract/wire.ts';
import type { InputLog, UserEvent } from './input.ts';
import { actedOn, fieldValue, isField, labelOf, pathOf, roleOf } from './input-target.ts';
import { keyName } from './play/keys.ts';
import type { Player } from './play/player.ts';

/** Keys that do something by themselves, or choose; what is typed into a field comes as `input`. */
const KEYS: ReadonlySet<string> = new Set(['Enter', 'Escape', ' ', 'ArrowUp', 'ArrowDown']);
const TYPES = ['click', 'keydown', 'input', 'change', 'submit'] as const;

/**
 * Records what the user does in the page, before any listener of the program sees it.
 * @param player whose events are the user's, too
 */
export function installInput(window: Window, log: InputLog, player: Pick<Player, 'claim' | 'makes'>): void {
  for (const type of TYPES)
    window.addEventListener(
      type,
      (event) => {
        const seen = { type, target: event.composedPath()[0] };
        const made = player.claim(seen) ?? (event.isTrusted || player.makes(seen) ? read(event) : undefined);
        if (made) log.add(made);
      },
      { capture: true, passive: true },
    );
}

function read(event: Event): UserEvent | undefined {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return undefined;
  if (event instanceof KeyboardEvent) {
    if (!isAction(event, target)) return undefined;
    return {
      type: event.type,
      element: target,
      body: { ...named(target), key: keyName(event.key) },
    };
  }
  const element = event.type === 'click' ? actedOn(target) : target;
  const value = event.type === 'submit' ? undefined : fieldValue(element);
  return {
    type: event.type,
    element,
    body: { ...named(element), ...(value === undefined ? {} : { value }) },
  };
}

function named(element: Element): Pick<InputBody, 'target' | 'label' | 'role'> {
  const role = roleOf(element);
  return { target: pathOf(element), label: labelOf(element), ...(role === undefined ? {} : { role }) };
}

/** Whether a key does more than to write: outside of a field, a page may listen to any. */
function isAction(event: KeyboardEvent, target: Element): boolean {
  const { key, repeat, isComposing, ctrlKey, metaKey, altKey } = event;
  if (repeat || isComposing) return false;
  if (key.startsWith('Arrow') && target instanceof HTMLTextAreaElement) return false;
  if (KEYS.has(key)) return true;
  if (ctrlKey || metaKey || altKey || isField(target)) return false;
  if (target instanceof HTMLElement && target.isContentEditable) return false;
  return key.length === 1 || key === 'ArrowLeft' || key === 'ArrowRight';
}
