import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useMessages, useSimulator } from '../../context.ts';
import { usePoints } from '../../lib/use-points.ts';
import { AnswersToo } from '../../parts/answers-too.tsx';
import { BreakpointDot } from '../../parts/breakpoint-dot.tsx';
import { Button } from '../../parts/button.tsx';
import { Switch } from '../../parts/switch.tsx';
import { Heading } from '../heading.tsx';
import { edit } from './editing.ts';
import { matchWords } from './match-words.ts';

/** The places where steps stop. */
export function BreakpointList() {
  const m = useMessages();
  const p = usePoints();
  const simulator = useSimulator('stepper', 'simulator');
  const { breakpoints } = simulator.stepper;
  const { list } = breakpoints;
  return (
    <section aria-label={p.breakpoints}>
      <Heading
        end={
          <Button
            small
            className="-mb-1"
            aria-label={p.addBreakpoint}
            icon={<Plus aria-hidden />}
            onClick={() => edit({ kind: 'breakpoint', start: {} })}
          >
            {p.add}
          </Button>
        }
      >
        {p.breakpoints}
      </Heading>
      {list.length === 0 ? (
        <p className="px-2 text-xs text-muted">{p.noBreakpoints}</p>
      ) : (
        <ul>
          {list.map((one) => {
            const name = p.nameOf(one.at, m.stops.places[one.where]);
            const words = [
              m.stops.places[one.where],
              ...matchWords(m, simulator, one.match),
              ...(one.nth === undefined ? [] : [p.oftenNth(one.nth)]),
              p.hits(one.hits),
            ];
            return (
              <li key={one.id} className="grid grid-cols-[auto_1fr_auto] items-center gap-x-1.5 px-2 py-1">
                <BreakpointDot off={!one.enabled} />
                <code className="min-w-0 text-xs break-words">{one.at}</code>
                <span className="flex items-center justify-self-end pr-1">
                  <Switch
                    label={p.enableOne(name)}
                    checked={one.enabled}
                    onChange={(on) => breakpoints.enable(one.id, on)}
                  />
                </span>
                <span className="col-start-2 min-w-0 self-start pt-0.5 text-xs break-words text-muted">
                  {words.join(' · ')}
                </span>
                <span className="flex self-start">
                  <Button
                    aria-label={p.editOne(name)}
                    icon={<Pencil aria-hidden />}
                    onClick={() => edit({ kind: 'breakpoint', id: one.id, start: one })}
                  />
                  <Button
                    aria-label={p.removeOne(name)}
                    icon={<Trash2 aria-hidden />}
                    onClick={() => breakpoints.remove(one.id)}
                  />
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <div className="mt-1 px-2">
        <AnswersToo />
      </div>
    </section>
  );
}
