import { cx } from './class-names.ts';

/** The sign of a breakpoint: a dot, or a ring where it is off. */
export function BreakpointDot({ off = false, className }: { off?: boolean; className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-block size-2.5 shrink-0 rounded-full border-2 border-stopped',
        !off && 'bg-stopped',
        className,
      )}
    />
  );
}
