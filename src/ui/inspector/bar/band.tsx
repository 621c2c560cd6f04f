import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { useMessages } from '../../context.ts';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/class-names.ts';

const LOOKS = {
  plain: 'bg-accent-soft [&>svg]:text-accent',
  failed: 'bg-failed-soft [&>svg]:text-failed',
};

/** One line below the control bar, of as much text as there must be; with `onClose` it can be put away. */
export function Band({
  look,
  icon,
  onClose,
  children,
}: {
  look: keyof typeof LOOKS;
  icon?: ReactNode;
  onClose?(): void;
  children: ReactNode;
}) {
  const m = useMessages();
  return (
    <div
      className={cx(
        'flex max-h-40 shrink-0 items-start gap-2 overflow-y-auto border-b border-line px-3 py-1.5 text-xs [&>svg]:mt-px [&>svg]:size-4 [&>svg]:shrink-0',
        LOOKS[look],
      )}
    >
      {icon}
      {children}
      {onClose && (
        <Button aria-label={m.close} className="-my-1" icon={<X aria-hidden />} onClick={onClose} />
      )}
    </div>
  );
}
