import { programOf } from '../../../contract/program.ts';
import type { SimulatorApi } from '../../../host/simulator-api.ts';
import { useMessages, useSimulator } from '../../context.ts';
import { type Due, dueOf } from '../../lib/due.ts';
import { shortenMiddle } from '../../lib/shorten.ts';
import { timeLeft } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../parts/button.tsx';
import { Expiry } from '../state/expiry.tsx';

/** More are not listed. */
const MOST = 8;

/** What waits for virtual time, what comes first at the front, and the way there. */
export function DueList({ disabled }: { disabled: boolean }) {
  const m = useMessages();
  const simulator = useSimulator('trace', 'clock', 'stepper', 'simulator', 'device');
  const now = useNow();
  const { untilNext } = simulator.clock;
  const due = dueHere(simulator, now);
  return (
    <section aria-label={m.timePanel.due} className="border-t border-line px-3 py-2">
      <h3 className="text-xs font-semibold">{m.timePanel.due}</h3>
      {due.length === 0 && untilNext === undefined ? (
        <p className="text-xs text-muted">{m.timePanel.nothingDue}</p>
      ) : (
        <ul>
          {untilNext !== undefined && (
            <li className="flex items-center gap-2 py-0.5">
              <span className="min-w-0 flex-1 truncate text-xs">{m.timePanel.timer}</span>
              <span className="tabular text-xs whitespace-nowrap">
                {timeLeft(now + untilNext, now, m.units)}
              </span>
              {!disabled && (
                <Button
                  look="plain"
                  small
                  aria-label={m.timePanel.timerGo}
                  tip={m.timePanel.timerGo}
                  onClick={() => void simulator.clock.jump(simulator.clock.untilNext ?? 0)}
                >
                  {m.timePanel.goTo}
                </Button>
              )}
            </li>
          )}
          {due.slice(0, MOST).map((one) => (
            <DueRow key={`${one.kind} ${one.name}`} due={one} now={now} disabled={disabled} />
          ))}
        </ul>
      )}
      {due.length > MOST && <p className="text-xs text-muted">{m.timePanel.more(due.length - MOST)}</p>}
    </section>
  );
}

function DueRow({ due, now, disabled }: { due: Due; now: number; disabled: boolean }) {
  const m = useMessages();
  const kind = m.timePanel.kinds[due.kind];
  const name = shortenMiddle(due.name, 14);
  return (
    <li className="flex items-center gap-2 py-0.5">
      <span className="min-w-0 flex-1 truncate text-xs">
        {kind} <code>{name}</code>
      </span>
      <Expiry expiresAt={due.at} now={now} what={`${kind} ${name}`} disabled={disabled} />
    </li>
  );
}

/** Of the chosen user with the chosen program. */
function dueHere(simulator: SimulatorApi, now: number): Due[] {
  const { choice } = simulator;
  const listing = simulator.programs.find((one) => one.id === choice.program);
  if (!listing) return [];
  const { id, clientId } = programOf(listing);
  return dueOf(simulator.state, { persona: choice.persona, program: id, clientId }, now);
}
