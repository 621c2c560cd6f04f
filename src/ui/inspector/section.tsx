import { type ReactNode, useId } from 'react';
import { cx } from '../parts/class-names.ts';

/**
 * A part of a view with its heading, and what can be done to all of it. `small`: one of few, in a view that has a heading
 * of its own.
 */
export function Section({
  title,
  help,
  action,
  small = false,
  children,
}: {
  title: string;
  help?: string;
  action?: ReactNode;
  small?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const Heading = small ? 'h4' : 'h3';
  return (
    // A landmark only where there are few: with every user and program shown, there are many of the same name.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it is a group or a region
    <div
      role={small ? 'region' : 'group'}
      aria-labelledby={id}
      className={small ? 'min-w-0' : 'border-b border-line px-3 py-3'}
    >
      <div className={cx('flex flex-wrap items-center justify-between gap-2', small && 'min-h-6')}>
        <Heading id={id} className={cx('font-semibold', small && 'text-xs')}>
          {title}
        </Heading>
        {action}
      </div>
      {help && <p className={cx('text-xs text-muted', small ? 'mb-1' : 'mb-2')}>{help}</p>}
      {children}
    </div>
  );
}

/** Says that a part is empty, and what would fill it. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="text-muted">{children}</p>;
}
