import { type ReactNode, useId } from 'react';

/** A part of the state with its heading. */
export function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-b border-line px-3 py-3">
      <h3 id={id} className="font-semibold">
        {title}
      </h3>
      {help && <p className="mb-2 text-xs text-muted">{help}</p>}
      {children}
    </section>
  );
}

/** Says that a part is empty, and what would fill it. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="text-muted">{children}</p>;
}
