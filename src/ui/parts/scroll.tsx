import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

/** A part of the screen that scrolls: with a name, and in reach of the keys. */
export function Scroll({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a group of fields
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
      tabIndex={0}
      className={cx('overflow-y-auto focus-visible:-outline-offset-2', className)}
    >
      {children}
    </div>
  );
}
