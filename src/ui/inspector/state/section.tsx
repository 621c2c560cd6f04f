import { type ReactNode, useId } from 'react';

/** A part of the state with its heading, and what can be done to all of it. */
export function Section({
  title,
  help,
  action,
  children,
}: {
  title: string;
  help?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    // No landmark: with every user and program shown, there are many of the same name.
    // biome-ignore lint/a11y/useSemanticElements: not a group of fields
    <div role="group" aria-labelledby={id} className="border-b border-line px-3 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        {action}
      </div>
      {help && <p className="mb-2 text-xs text-muted">{help}</p>}
      {children}
    </div>
  );
}

/** Says that a part is empty, and what would fill it. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="text-muted">{children}</p>;
}
