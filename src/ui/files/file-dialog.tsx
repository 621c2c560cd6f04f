import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { useMessages } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Modal } from '../parts/modal.tsx';
import { setFiles } from './files-store.ts';

/** A dialog about files: its head, and what it is about. */
export function FileDialog({ title, children }: { title: string; children: ReactNode }) {
  const m = useMessages();
  const close = () => setFiles({ dialog: undefined, failure: undefined });
  return (
    <Modal
      label={title}
      onClose={close}
      className="m-auto max-h-[88vh] w-lg max-w-[94vw] animate-rise overflow-y-auto rounded-card border border-line bg-raised p-0 text-text shadow-pop backdrop:bg-black/40"
    >
      <div className="flex flex-col gap-3 p-5">
        <div className="flex items-center justify-between">
          <h2 className="text-[15px] font-semibold">{title}</h2>
          <Button aria-label={m.close} icon={<X aria-hidden />} onClick={close} />
        </div>
        {children}
      </div>
    </Modal>
  );
}
