import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from './class-names.ts';
import { placeTip } from './tip.ts';

/** Characters of a hint that leave the label its room. */
const LONGEST_HINT = 12;

export interface MenuItem {
  id: string;
  label: string;
  help?: string | undefined;
  /** Below its help, smaller. */
  details?: string | undefined;
  /** At the end of the line: a code, a key. */
  hint?: string | undefined;
  icon?: ReactNode;
  disabled?: boolean;
  onSelect(): void;
}
export interface MenuGroup {
  id: string;
  /** Said above its items; a menu of one group needs none. */
  label?: string;
  items: readonly MenuItem[];
}

/** A button that opens a list of things to do. `children` is given what the button needs. */
export function Menu({
  label,
  groups,
  footer,
  className,
  children,
}: {
  label: string;
  groups: readonly MenuGroup[];
  /** Below the items: settings of the menu, not things to do. */
  footer?: ReactNode;
  className?: string;
  children(button: {
    ref: (element: HTMLButtonElement | null) => void;
    'aria-haspopup': 'menu';
    'aria-expanded': boolean;
    'aria-controls': string;
    onClick(): void;
  }): ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const [menu, target] = [popup.current, button.current];
    if (!open || !menu || !target) return;
    // The top layer, with the browser's own ways to leave: Escape, and a click anywhere else.
    menu.showPopover();
    const place = placeTip(
      target.getBoundingClientRect(),
      { width: menu.offsetWidth, height: menu.offsetHeight },
      { width: window.innerWidth, height: window.innerHeight },
    );
    menu.style.left = `${place.left}px`;
    menu.style.top = `${place.top}px`;
    itemsOf(menu)[0]?.focus();
  }, [open]);

  const close = (refocus: boolean) => {
    popup.current?.hidePopover();
    if (refocus) button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = itemsOf(event.currentTarget);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = nextItem(event.key, at, items.length);
    event.stopPropagation();
    if (event.key === 'Tab') return close(true);
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };

  return (
    <>
      {children({
        ref: (element) => {
          button.current = element;
        },
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': id,
        onClick: () => setOpen((was) => !was),
      })}
      {open && (
        <div
          ref={popup}
          id={id}
          popover="auto"
          onToggle={(event) => event.newState === 'closed' && setOpen(false)}
          className={cx(
            'fixed m-0 max-h-[min(30rem,80vh)] overflow-y-auto rounded-card border border-line bg-raised p-1 text-text shadow-pop',
            className ?? 'w-60',
          )}
        >
          <div role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
            {groups.map((group) => (
              <MenuGroupView key={group.id} group={group} onSelect={() => close(true)} />
            ))}
          </div>
          {footer && (
            <div className="sticky -bottom-1 -mx-1 mt-1 border-t border-line bg-raised px-3 py-2">
              {footer}
            </div>
          )}
        </div>
      )}
    </>
  );
}

function MenuGroupView({ group, onSelect }: { group: MenuGroup; onSelect(): void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menu items, not of fields
    <div role="group" aria-label={group.label}>
      {group.label && (
        <div aria-hidden className="px-2 pt-2 pb-1 text-2xs font-medium text-muted">
          {group.label}
        </div>
      )}
      {group.items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={item.disabled}
          onClick={() => {
            onSelect();
            item.onSelect();
          }}
          className="flex w-full items-start gap-2 rounded-control px-2 py-1.5 text-left hover:bg-hover focus:bg-hover focus:outline-none disabled:opacity-50 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
        >
          {item.icon}
          <span className="min-w-0 flex-1">
            {item.label}
            {item.hint && isLong(item) && (
              <span className="block font-mono text-xs break-words text-muted">{item.hint}</span>
            )}
            {item.help && <span className="block text-xs text-muted">{item.help}</span>}
            {item.details && <span className="tabular block text-2xs text-muted">{item.details}</span>}
          </span>
          {item.hint && item.hint.length <= LONGEST_HINT && (
            <span className="tabular font-mono text-xs leading-5 text-muted">{item.hint}</span>
          )}
        </button>
      ))}
    </div>
  );
}

/** Beside the label it would leave it no room; what the label says already is not said again. */
function isLong({ label, hint = '' }: MenuItem): boolean {
  return hint.length > LONGEST_HINT && !label.includes(hint);
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)')];
}

/** Which item a key goes to; undefined when the key is not for moving. */
export function nextItem(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (Math.max(at, 0) - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
