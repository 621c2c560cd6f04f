import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { useMessages, useScreen } from '../context.ts';
import { useFilesTexts } from '../files/use-files-texts.ts';
import { copyText } from '../lib/clipboard.ts';
import { type Copied, toCopy } from '../lib/copy-data.ts';
import { cx } from './class-names.ts';
import { tipProps } from './tip.ts';

/**
 * Copies a text of the session whole, with placeholders for its secrets; with Shift held, as it is. `label` names what is
 * copied.
 */
export function CopyButton({ text, label, className }: { text: string; label: string; className?: string }) {
  const m = useMessages();
  const files = useFilesTexts();
  const { simulator } = useScreen();
  const [copied, setCopied] = useState<Copied>();
  const name = copied ? { same: m.copied, ...files.copy }[copied] : m.copyWhole(label);
  return (
    <button
      type="button"
      aria-label={name}
      {...tipProps(name)}
      onClick={(event) => {
        event.stopPropagation();
        const copy = toCopy(simulator, text, event.shiftKey);
        copyText(copy.text).then(() => setCopied(copy.how));
      }}
      onPointerLeave={() => setCopied(undefined)}
      onBlur={() => setCopied(undefined)}
      className={cx(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-text [&_svg]:size-3.5',
        className,
      )}
    >
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
    </button>
  );
}
