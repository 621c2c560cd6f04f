import Clock from 'lucide-react/icons/clock';
import OctagonPause from 'lucide-react/icons/octagon-pause';
import Snowflake from 'lucide-react/icons/snowflake';
import { useMessages, useSimulator } from '../context.ts';
import { timeOfDay } from '../lib/time.ts';
import { useNow } from '../lib/use-now.ts';
import { tipProps } from '../parts/tip.ts';

/** Virtual time, and whether it runs. */
export function ClockView() {
  const m = useMessages();
  const { clock } = useSimulator('clock', 'stepper');
  const now = useNow();
  const state = clock.held ? 'held' : clock.frozen ? 'frozen' : 'running';
  const Icon = { held: OctagonPause, frozen: Snowflake, running: Clock }[state];
  const word = m.inspector.clockState[state];
  const speed = clock.speed === 1 || state !== 'running' ? '' : ` ${m.inspector.speed(clock.speed)}`;
  return (
    <span
      className="inline-flex items-center gap-1.5 px-1 text-xs text-muted"
      {...tipProps(`${m.inspector.clock}: ${word}${speed}`)}
    >
      <Icon role="img" aria-label={`${m.inspector.clock}, ${word}`} className="size-3.5" />
      <span className="tabular hidden @sm:inline">
        {timeOfDay(now)}
        {speed}
      </span>
    </span>
  );
}
