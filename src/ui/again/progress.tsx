import History from 'lucide-react/icons/history';
import { useMessages, useScreen, useSimulator } from '../context.ts';
import { isMinor } from '../lib/trace-index.ts';
import { Button } from '../parts/button.tsx';
import { cancelAgain, isDoingAgain } from './again.ts';

/** Which steps are being done again, how far that is, and the way to stop it. Nothing when none are. */
export function AgainProgress() {
  const m = useMessages();
  const { index } = useScreen();
  const simulator = useSimulator('simulator', 'stepper', 'trace');
  const { replay } = simulator.gate;
  if (!replay || !isDoingAgain(simulator)) return null;
  const { progress, target } = replay;
  const steps = [...replay.hops].filter(([id, hop]) => id !== target && !isMinor(hop)).map(([id]) => id);
  // Before the first of them is there, the last step is one of an earlier run.
  const first = index.numberOf(steps[0] ?? '') ?? (index.numberOf(index.lastMain ?? '') ?? 0) + 1;
  return (
    <div className="flex items-center gap-2 text-stopped">
      <History aria-hidden className="size-4 shrink-0" strokeWidth={2.25} />
      <span role="status" className="min-w-0 flex-1 truncate text-xs font-semibold">
        {steps.length === 0 ? m.again.starting : m.again.doing(first, first + steps.length - 1)}
      </span>
      <progress
        aria-label={m.again.progress}
        value={progress.done}
        max={Math.max(1, progress.of)}
        className="h-1 w-16 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-stopped [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-stopped"
      />
      <Button look="plain" className="h-6" tip={m.again.cancelTip} onClick={() => cancelAgain(simulator)}>
        {m.again.cancel}
      </Button>
    </div>
  );
}
