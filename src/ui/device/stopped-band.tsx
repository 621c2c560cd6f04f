import OctagonPause from 'lucide-react/icons/octagon-pause';
import { isDoingAgain } from '../again/again.ts';
import { AgainProgress } from '../again/progress.tsx';
import { useMessages, useSimulator } from '../context.ts';
import { Button } from '../parts/button.tsx';

/** Says on the device that a call is stopped, and where, or that steps are done again. */
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
  return (
    <div className="absolute inset-x-0 top-0 z-20 flex items-center gap-2 border-b border-line bg-stopped-soft px-3 py-1.5 text-stopped">
      <OctagonPause aria-hidden className="size-4 shrink-0" strokeWidth={2.25} />
      <span role="status" className="min-w-0 flex-1 truncate text-xs">
        <strong className="font-semibold">{m.device.stoppedAt(first.step)}</strong>{' '}
        {more.length > 0 && m.device.moreStopped(more.length)}
      </span>
      <Button look="plain" className="h-6" onClick={() => stepper.step()}>
        {m.device.step}
      </Button>
      <Button look="plain" className="h-6" onClick={() => stepper.run()}>
        {m.device.run}
      </Button>
    </div>
  );
}
