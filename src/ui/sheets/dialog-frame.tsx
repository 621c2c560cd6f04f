import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../parts/class-names.ts';

/**
 * A dialog of the super app over the program: alert, confirm and the like. It is not modal for the page, so that the
 * inspector stays in reach; the program under it is covered. Escape means `onEscape`.
 */
export function DialogFrame({
  label,
  describedBy,
  top,
  bottom = false,
  onEscape,
  children,
}: {
  label: string;
  describedBy?: string;
  /** It is the one on top; those below take no input. */
  top: boolean;
  /** It rises from the bottom edge instead of lying in the middle. */
  bottom?: boolean;
  onEscape(): void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const own = ref.current;
    (own?.querySelector<HTMLElement>('[data-autofocus]') ?? own)?.focus();
    return () => {
      // Focus goes back to where it was, unless the user has gone elsewhere.
      if (
        before instanceof HTMLElement &&
        (document.activeElement === document.body || !document.activeElement)
      )
        before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onEscape();
  };
  return (
    <div
      className={cx(
        'absolute inset-0 z-30 flex justify-center bg-black/45',
        bottom ? 'items-end' : 'items-center p-8',
      )}
      inert={!top}
    >
      <div
        ref={ref}
        role="alertdialog"
        aria-label={label}
        aria-describedby={describedBy}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className={cx(
          'flex max-h-full animate-rise flex-col overflow-hidden bg-raised text-text shadow-pop outline-none',
          bottom ? 'w-full rounded-t-2xl' : 'w-full max-w-80 rounded-2xl',
        )}
      >
        {children}
      </div>
    </div>
  );
}

/** The line of buttons of a dialog of the super app. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className="flex shrink-0 divide-x divide-line border-t border-line">{children}</div>;
}

export function DialogButton({
  primary = false,
  onClick,
  children,
}: {
  primary?: boolean;
  onClick(): void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      data-autofocus={primary || undefined}
      onClick={onClick}
      className={cx(
        'h-12 flex-1 truncate px-3 text-[15px] hover:bg-hover focus-visible:-outline-offset-2',
        primary ? 'font-semibold text-accent' : 'text-text',
      )}
    >
      {children}
    </button>
  );
}
