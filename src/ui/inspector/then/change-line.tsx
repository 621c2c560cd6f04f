import Minus from 'lucide-react/icons/minus';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import { useMessages } from '../../context.ts';
import { shortenMiddle } from '../../lib/shorten.ts';
import { cx } from '../../parts/class-names.ts';

/** A difference in words. Without `before` it was added, without `after` it is gone; '' says nothing more of it. */
export interface Change {
  name: string;
  before?: string;
  after?: string;
}

const LOOKS = {
  added: { Icon: Plus, look: 'text-ok' },
  removed: { Icon: Minus, look: 'text-failed' },
  changed: { Icon: Pencil, look: 'text-stopped' },
};
/** More of a value is not drawn. */
const SHOWN = 160;

/** One difference: a sign and a word for what kind it is, its name, and what it was and is. */
export function ChangeLine({ name, before, after }: Change) {
  const m = useMessages();
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const { Icon, look } = LOOKS[kind];
  return (
    <li className="flex items-baseline gap-2 border-b border-line py-1 last:border-b-0">
      <span className={cx('inline-flex w-20 shrink-0 items-center gap-1 text-xs', look)}>
        <Icon aria-hidden className="size-3.5" strokeWidth={2.25} />
        {m.then.kinds[kind]}
      </span>
      <span className="min-w-0 flex-1 wrap-anywhere">
        <span className="mr-2">{name}</span>
        {before !== undefined && before !== '' && (
          <Value text={before} className={cx(after !== undefined && 'text-muted line-through')} />
        )}
        {before && after !== undefined && <span className="mx-1 text-muted">→</span>}
        {after !== undefined && after !== '' && <Value text={after} />}
      </span>
    </li>
  );
}

function Value({ text, className }: { text: string; className?: string }) {
  const short = shortenMiddle(text, SHOWN);
  return (
    <code className={cx('text-xs wrap-anywhere', className)} title={short === text ? undefined : text}>
      {short}
    </code>
  );
}
