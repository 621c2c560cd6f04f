import CircleAlert from 'lucide-react/icons/circle-alert';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { EventOf, NoticeLevel } from '../../../contract/trace.ts';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { noticeText } from '../../lib/notice-text.ts';
import { timeOfDay } from '../../lib/time.ts';
import { select } from '../../lib/use-selected.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Scroll } from '../../parts/scroll.tsx';

const LOOK: Record<NoticeLevel, { Icon: typeof Info; color: string }> = {
  info: { Icon: Info, color: 'text-accent' },
  warning: { Icon: TriangleAlert, color: 'text-stopped' },
  error: { Icon: CircleAlert, color: 'text-failed' },
};
/** More are not drawn: the newest are what one looks for. */
const MOST = 300;

/** Everything that the simulator tells a developer without being asked, newest first. */
export function NoticesView() {
  const m = useMessages();
  const { index } = useScreen();
  useSimulator('trace');
  const { notices } = index;
  if (notices.length === 0) return <Empty title={m.notices.empty} help={m.notices.emptyHelp} />;
  return (
    <Scroll label={m.notices.list} className="h-full">
      <ul className="divide-y divide-line">
        {notices
          .slice(-MOST)
          .reverse()
          .map((notice) => (
            <Notice key={notice.seq} notice={notice} />
          ))}
      </ul>
    </Scroll>
  );
}

function Notice({ notice }: { notice: EventOf<'notice'> & { seq: number; at: number } }) {
  const m = useMessages();
  const { simulator } = useScreen();
  const { what, next } = noticeText(m, notice.code, notice.params);
  const { Icon, color } = LOOK[notice.level];
  const hop = notice.hop === undefined ? undefined : simulator.hops.get(notice.hop);
  return (
    <li className="flex gap-2.5 px-3 py-2.5">
      <Icon role="img" aria-label={m.levels[notice.level]} className={`mt-0.5 size-4 shrink-0 ${color}`} />
      <div className="min-w-0 flex-1">
        <p className="break-words">{what}</p>
        <p className="mt-0.5 break-words text-muted">{next}</p>
        {hop && (
          <Button className="-ml-2.5 h-6 text-xs text-accent" onClick={() => select(hop.id)}>
            {m.notices.goTo(hop.step)}
          </Button>
        )}
      </div>
      <span className="tabular shrink-0 text-xs text-muted">{timeOfDay(notice.at)}</span>
    </li>
  );
}
