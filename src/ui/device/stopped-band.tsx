import OctagonPause from 'lucide-react/icons/octagon-pause';
import PanelRight from 'lucide-react/icons/panel-right';
import { isDoingAgain } from '../again/again.ts';
import { AgainProgress } from '../again/progress.tsx';
import { useMessages, useSimulator } from '../context.ts';
import { select } from '../lib/use-selected.ts';
import { Button } from '../parts/button.tsx';
import { showInspector } from '../store.ts';

/** Says on the device that a call is stopped, where, and leads to it; or that steps are done again. */
export function StoppedBand() {
  const m = useMessages();
  const simulator = useSimulator('stepper', 'simulator', 'clock');
  const { stepper } = simulator;
  const [first, ...more] = stepper.stops;
  if (isDoingAgain(simulator))
    return (
      <div className="absolute inset-x-0 top-0 z-20 border-b border-line bg-stopped-soft px-3 py-1.5">
        <AgainProgress />
      </div>
    );
  if (!first) return null;
  const show = () => {
    // What is followed is what is stopped.
    select(undefined);
    showInspector();
  };
  return (
    <div className="absolute inset-x-0 top-0 z-20 flex items-center gap-1.5 border-b border-line bg-stopped-soft px-2.5 py-1.5 text-stopped">
      <OctagonPause aria-hidden className="size-4 shrink-0" strokeWidth={2.25} />
      <span role="status" className="line-clamp-3 min-w-0 flex-1 text-xs break-words">
        <strong className="font-semibold">{m.stops.at(first.step, m.stops.places[first.where])}</strong>{' '}
        {more.length > 0 && m.device.moreStopped(more.length)}
      </span>
      <Button
        className="h-6 w-6 text-stopped"
        aria-label={m.stops.show}
        icon={<PanelRight aria-hidden />}
        onClick={show}
      />
      <Button look="plain" className="h-6" onClick={() => stepper.step()}>
        {m.device.step}
      </Button>
      <Button look="plain" className="h-6" onClick={() => stepper.run()}>
        {m.device.run}
      </Button>
    </div>
  );
}
