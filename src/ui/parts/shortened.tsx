import { useScreen } from '../context.ts';
import { toCopy } from '../lib/copy-data.ts';
import { shortenMiddle } from '../lib/shorten.ts';
import { cx } from './class-names.ts';
import { CopyButton } from './copy-button.tsx';

/** A long value, shortened in the middle; whatever way it is copied, it is copied whole, without secrets. `label` names it. */
export function Shortened({
  value,
  label,
  max = 24,
  button = true,
  className,
}: {
  value: string;
  label: string;
  max?: number;
  /** Without it, only a selection of the text copies it. */
  button?: boolean;
  className?: string;
}) {
  const { simulator } = useScreen();
  const short = shortenMiddle(value, max);
  return (
    <span className={cx('inline-flex min-w-0 items-center gap-1', className)}>
      <span
        className="truncate font-mono text-xs"
        title={short === value ? undefined : value}
        onCopy={(event) => {
          event.clipboardData.setData('text/plain', toCopy(simulator, value, false).text);
          event.preventDefault();
        }}
      >
        {short}
      </span>
      {button && <CopyButton text={value} label={label} />}
    </span>
  );
}
