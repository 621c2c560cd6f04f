import Clock from 'lucide-react/icons/clock';
import OctagonPause from 'lucide-react/icons/octagon-pause';
import Snowflake from 'lucide-react/icons/snowflake';
import { useMessages, useSimulator } from '../../context.ts';
import { KEYS } from '../../keys.ts';
import { timeOfDay } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../parts/button.tsx';
import { Popover } from '../../parts/popover.tsx';
import { setUi, useUi } from '../../store.ts';
import { ClockPanel } from './clock-panel.tsx';

/** Virtual time and whether it runs; opens what sets it. */
export function ClockButton() {
  const m = useMessages();
  const { clock } = useSimulator('clock', 'stepper');
  const open = useUi((state) => state.clockOpen);
  const state = clock.held ? 'held' : clock.frozen ? 'frozen' : 'running';
  const Icon = { held: OctagonPause, frozen: Snowflake, running: Clock }[state];
  const word = m.inspector.clockState[state];
  const speed = clock.speed === 1 || state !== 'running' ? '' : m.inspector.speed(clock.speed);
  return (
    <Popover
      label={m.timePanel.title}
      open={open}
      onOpen={(clockOpen) => setUi({ clockOpen })}
      className="w-96"
      button={(props) => (
        <Button
          look={clock.frozen ? 'on' : 'ghost'}
          icon={<Icon role="img" aria-label={`${m.inspector.clock}, ${word}`} />}
          tip={`${m.inspector.clock}: ${word} ${speed}`.trimEnd()}
          shortcut={KEYS.jump}
          className="px-1.5 text-xs"
          {...props}
        >
          <span className="tabular">
            <Time /> {speed}
          </span>
        </Button>
      )}
    >
      <ClockPanel />
    </Popover>
  );
}

function Time() {
  return timeOfDay(useNow());
}
