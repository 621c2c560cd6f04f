import X from 'lucide-react/icons/x';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../context.ts';
import { usePoints } from '../../lib/use-points.ts';
import { Button } from '../../parts/button.tsx';
import { Modal } from '../../parts/modal.tsx';
import { edit } from './editing.ts';

/**
 * A form in a dialog. `onSave` is told to take what the form says, and answers false when it cannot; what it throws is
 * shown. Nothing that was typed is lost by either.
 */
export function FormDialog({
  title,
  onSave,
  children,
}: {
  title: string;
  onSave(): boolean;
  children: ReactNode;
}) {
  const m = useMessages();
  const p = usePoints();
  const [problem, setProblem] = useState<string>();
  const close = () => edit(undefined);
  return (
    <Modal
      label={title}
      onClose={close}
      className="m-auto max-h-[88dvh] w-lg max-w-[94vw] animate-rise flex-col rounded-card border border-line bg-raised p-0 text-text shadow-pop backdrop:bg-black/40 open:flex"
    >
      <form
        noValidate
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          try {
            if (onSave()) close();
          } catch (error) {
            setProblem(error instanceof Error ? error.message : String(error));
          }
        }}
      >
        <div className="flex shrink-0 items-center justify-between border-b border-line py-2 pr-2 pl-4">
          <h2 className="text-[15px] font-semibold">{title}</h2>
          <Button aria-label={m.close} icon={<X aria-hidden />} onClick={close} />
        </div>
        <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 py-3">{children}</div>
        <div className="flex shrink-0 items-center justify-end gap-2 border-t border-line px-4 py-2.5">
          {problem !== undefined && (
            <p role="alert" className="min-w-0 flex-1 text-xs break-words text-failed">
              {problem}
            </p>
          )}
          <Button onClick={close}>{p.cancel}</Button>
          <button
            type="submit"
            className="h-7 rounded-control bg-accent px-3 text-sm text-on-accent hover:brightness-110"
          >
            {p.save}
          </button>
        </div>
      </form>
    </Modal>
  );
}
