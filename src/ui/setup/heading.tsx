import type { ReactNode } from 'react';

/** The heading of a part of the setup panel. */
export function Heading({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="flex h-9 items-end justify-between px-2 pb-1">
      <h2 className="text-xs font-semibold text-muted">{children}</h2>
      {end}
    </div>
  );
}
