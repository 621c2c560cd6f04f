import Play from 'lucide-react/icons/play';
import Snowflake from 'lucide-react/icons/snowflake';
import { useMessages, useSimulator } from '../../context.ts';
import { KEYS } from '../../keys.ts';
import { clockLedBy, toggleFreeze } from '../../lib/clock.ts';
import { dateAndTime } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../parts/button.tsx';
import { DueList } from './due-list.tsx';
import { JumpBy } from './jump-by.tsx';
import { JumpTo } from './jump-to.tsx';
import { Pace } from './pace.tsx';

/** What sets virtual time: how it goes, jumps, and what waits for it. */
export function ClockPanel() {
  const m = useMessages();
  const simulator = useSimulator('clock', 'stepper', 'simulator');
  const now = useNow();
  const { clock } = simulator;
  const lead = clockLedBy(simulator);
  const note = lead ? m.timePanel[lead] : clock.held ? m.timePanel.held : m.timePanel.help;
  return (
    <>
      <header className="flex items-center gap-3 px-3 pt-2.5 pb-1.5">
        <div className="min-w-0 flex-1">
          <h2 className="tabular font-semibold">{dateAndTime(now)}</h2>
          <p className="text-xs text-muted">{note}</p>
        </div>
        {!lead && (
          <Button
            look="plain"
            icon={clock.frozen ? <Play aria-hidden /> : <Snowflake aria-hidden />}
            tip={clock.frozen ? m.timePanel.resume : m.timePanel.freeze}
            shortcut={KEYS.freeze}
            onClick={() => toggleFreeze(simulator)}
          >
            {clock.frozen ? m.timePanel.goOn : m.timePanel.stand}
          </Button>
        )}
      </header>
      {!lead && (
        <>
          <Pace />
          <JumpBy />
          <JumpTo />
        </>
      )}
      <DueList disabled={lead !== undefined} />
    </>
  );
}
