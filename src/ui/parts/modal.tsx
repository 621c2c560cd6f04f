import { type ReactNode, useEffect, useRef } from 'react';

/** A modal dialog of the page. Escape and a click beside it close it. */
export function Modal({
  label,
  onClose,
  className,
  children,
}: {
  label: string;
  onClose(): void;
  className: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-label={label} onClose={onClose} closedby="any" className={className}>
      {children}
    </dialog>
  );
}
