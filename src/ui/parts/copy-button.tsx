import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { useMessages } from '../context.ts';
import { copyText } from '../lib/clipboard.ts';
import { cx } from './class-names.ts';
import { tipProps } from './tip.ts';

/** Copies a text whole. `label` names what is copied. */
export function CopyButton({ text, label, className }: { text: string; label: string; className?: string }) {
  const m = useMessages();
  const [copied, setCopied] = useState(false);
  const name = copied ? m.copied : m.copyWhole(label);
  return (
    <button
      type="button"
      aria-label={name}
      {...tipProps(name)}
      onClick={(event) => {
        event.stopPropagation();
        copyText(text).then(() => setCopied(true));
      }}
      onPointerLeave={() => setCopied(false)}
      onBlur={() => setCopied(false)}
      className={cx(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-text [&_svg]:size-3.5',
        className,
      )}
    >
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
    </button>
  );
}
