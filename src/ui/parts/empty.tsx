import type { ReactNode } from 'react';

/** Says what will be here and how to make it happen. */
export function Empty({ title, help, children }: { title: string; help: string; children?: ReactNode }) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-1 p-6 text-center">
      <p className="font-medium">{title}</p>
      <p className="max-w-80 text-muted">{help}</p>
      {children}
    </div>
  );
}
