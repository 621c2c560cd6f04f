import type { ReactNode } from 'react';

/** Covers the program with a message of the device. */
export function Overlay({ title, help, children }: { title: string; help?: string; children?: ReactNode }) {
  return (
    <div
      role="status"
      className="absolute inset-0 z-10 flex flex-col items-center justify-center gap-1.5 bg-surface p-6 text-center"
    >
      <p className="text-[15px] font-semibold">{title}</p>
      {help && <p className="max-w-72 text-muted">{help}</p>}
      {children && <div className="mt-3 flex gap-2">{children}</div>}
    </div>
  );
}
