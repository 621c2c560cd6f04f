import Ban from 'lucide-react/icons/ban';
import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import OctagonPause from 'lucide-react/icons/octagon-pause';
import X from 'lucide-react/icons/x';
import Zap from 'lucide-react/icons/zap';
import { type Hop, type HopStatus, hopStatus } from '../../host/hops.ts';
import { useMessages, useScreen } from '../context.ts';
import { cx } from './class-names.ts';

const MARKS = { ok: Check, failed: X, waiting: CircleDashed, stopped: OctagonPause, gone: Ban } as const;
const COLORS: Record<HopStatus, string> = {
  ok: 'text-ok',
  failed: 'text-failed',
  waiting: 'text-muted',
  stopped: 'text-stopped',
  gone: 'text-muted',
};

/** How a hop stands: a shape, a word and a colour, each of which is enough. */
export function StatusMark({ hop, word = true }: { hop: Hop; word?: boolean }) {
  const m = useMessages();
  const status = hopStatus(hop);
  const Mark = MARKS[status];
  const text =
    status === 'failed' && hop.origin === 'timeout'
      ? m.status.timeout
      : status === 'stopped' && hop.stopped === 'answer'
        ? m.stops.atAnswer
        : m.status[status];
  return (
    <span className={cx('inline-flex items-center gap-1 whitespace-nowrap', COLORS[status])}>
      <Mark aria-hidden className="size-3.5 shrink-0" strokeWidth={2.5} />
      <span className={word ? undefined : 'sr-only'}>{text}</span>
      <OriginMark hop={hop} />
    </span>
  );
}

/** A mark for a hop that did not go its own way: a rule or a person acted on it. */
export function OriginMark({ hop }: { hop: Hop }) {
  const m = useMessages();
  const { index } = useScreen();
  const word = originWord(hop, index.wasEdited(hop.id));
  if (!word) return null;
  return (
    <span className="inline-flex items-center gap-0.5 rounded bg-injected-soft px-1 text-2xs leading-4 text-injected">
      <Zap aria-hidden className="size-2.5" strokeWidth={2.5} />
      {m.status[word]}
    </span>
  );
}

function originWord(hop: Hop, edited: boolean): 'injected' | 'edited' | 'replayed' | undefined {
  if (hop.injected !== undefined || hop.origin === 'injected') return 'injected';
  if (edited || hop.origin === 'edited') return 'edited';
  return hop.origin === 'replayed' ? 'replayed' : undefined;
}
