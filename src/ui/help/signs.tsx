import Ban from 'lucide-react/icons/ban';
import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import OctagonPause from 'lucide-react/icons/octagon-pause';
import X from 'lucide-react/icons/x';
import Zap from 'lucide-react/icons/zap';
import { useMessages } from '../context.ts';
import { BreakpointDot } from '../parts/breakpoint-dot.tsx';

const SIGNS = [
  ['ok', Check, 'text-ok'],
  ['failed', X, 'text-failed'],
  ['waiting', CircleDashed, 'text-muted'],
  ['stopped', OctagonPause, 'text-stopped'],
  ['gone', Ban, 'text-muted'],
  ['injected', Zap, 'text-injected'],
] as const;

/** The signs of the diagram and the table, with their words. */
export function Signs() {
  const m = useMessages();
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {SIGNS.map(([name, Icon, color]) => (
        <li key={name} className={`flex items-center gap-1.5 ${color}`}>
          <Icon aria-hidden className="size-4" strokeWidth={2.25} />
          {m.status[name]}
        </li>
      ))}
      <li className="flex items-center gap-1.5 text-stopped">
        <BreakpointDot />
        {m.stops.breakpoint}
      </li>
    </ul>
  );
}
