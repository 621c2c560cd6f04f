import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from './class-names.ts';
import { placeTip } from './tip.ts';

/**
 * A button that opens a small panel. `button` is given what the button needs; `label` names the panel. What is marked
 * `data-autofocus` gets the keyboard, else the first thing in it.
 */
export function Popover({
  label,
  open,
  onOpen,
  button,
  className,
  children,
}: {
  label: string;
  open: boolean;
  onOpen(open: boolean): void;
  button(props: {
    ref: (element: HTMLButtonElement | null) => void;
    'aria-haspopup': 'dialog';
    'aria-expanded': boolean;
    'aria-controls': string | undefined;
    onClick(): void;
  }): ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const [panel, target] = [popup.current, anchor.current];
    if (!open || !panel || !target) return;
    // The top layer, with the browser's own ways to leave: Escape, and a click anywhere else.
    panel.showPopover();
    const place = placeTip(
      target.getBoundingClientRect(),
      { width: panel.offsetWidth, height: panel.offsetHeight },
      { width: window.innerWidth, height: window.innerHeight },
    );
    panel.style.left = `${place.left}px`;
    panel.style.top = `${place.top}px`;
    const first =
      panel.querySelector<HTMLElement>('[data-autofocus]') ??
      panel.querySelector<HTMLElement>('input, button, select');
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }, [open]);

  return (
    <>
      {button({
        ref: (element) => {
          anchor.current = element;
        },
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: () => onOpen(!open),
      })}
      {open && (
        <div
          ref={popup}
          id={id}
          role="dialog"
          aria-label={label}
          popover="auto"
          onToggle={(event) => event.newState === 'closed' && onOpen(false)}
          className={cx(
            'fixed m-0 max-h-[min(36rem,86vh)] max-w-[calc(100vw-16px)] overflow-y-auto rounded-card border border-line bg-raised text-text shadow-pop',
            className ?? 'w-80',
          )}
        >
          {children}
        </div>
      )}
    </>
  );
}
