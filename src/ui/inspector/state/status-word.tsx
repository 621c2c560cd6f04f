import { cx } from '../../parts/class-names.ts';

/** A word for how a code or token stands: filled while it is alive, an outline after. */
export function StatusWord({ live, children }: { live: boolean; children: string }) {
  return (
    <span
      className={cx(
        'rounded px-1.5 text-2xs leading-4 font-medium whitespace-nowrap',
        live ? 'bg-ok-soft text-ok' : 'border border-line text-muted',
      )}
    >
      {children}
    </span>
  );
}
