import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import RotateCw from 'lucide-react/icons/rotate-cw';
import Square from 'lucide-react/icons/square';
import StepForward from 'lucide-react/icons/step-forward';
import Trash2 from 'lucide-react/icons/trash-2';
import { useMessages, useSimulator } from '../context.ts';
import { KEYS } from '../keys.ts';
import { reload, resetAll, toggleRun } from '../lib/session.ts';
import { Button } from '../parts/button.tsx';
import { ClockView } from './clock-view.tsx';

/** What acts on the program and its calls. */
export function ControlBar() {
  const m = useMessages();
  const simulator = useSimulator('simulator', 'stepper');
  const { stepper, run } = simulator;
  const paused = stepper.mode === 'pause';
  const alive = run !== undefined && run.stopped === undefined;
  const { inspector } = m;
  return (
    <div
      role="toolbar"
      aria-label={inspector.controls}
      className="@container flex h-10 shrink-0 items-center gap-1 border-b border-line px-2"
    >
      <Button
        look={paused ? 'accent' : 'plain'}
        icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
        tip={paused ? inspector.tips.run : inspector.tips.pause}
        shortcut={KEYS.runPause}
        onClick={() => toggleRun(simulator)}
        className="w-20"
      >
        {paused ? inspector.run : inspector.pause}
      </Button>
      <Button
        look="plain"
        icon={<StepForward aria-hidden />}
        tip={inspector.tips.step}
        shortcut={KEYS.step}
        disabled={stepper.stops.length === 0}
        onClick={() => stepper.step()}
      >
        {inspector.step}
      </Button>
      <span aria-hidden className="mx-1 h-5 w-px bg-line" />
      <Button
        icon={<Square aria-hidden />}
        aria-label={inspector.stop}
        tip={`${inspector.stop}: ${inspector.tips.stop}`}
        shortcut={KEYS.stop}
        disabled={!alive}
        onClick={() => simulator.stop()}
      />
      <Button
        icon={<RotateCw aria-hidden />}
        aria-label={inspector.reload}
        tip={`${inspector.reload}: ${inspector.tips.reload}`}
        shortcut={KEYS.reload}
        onClick={() => reload(simulator)}
      />
      <Button
        icon={<Trash2 aria-hidden />}
        aria-label={inspector.reset}
        tip={`${inspector.reset}: ${inspector.tips.reset}`}
        shortcut={KEYS.reset}
        onClick={() => resetAll(simulator)}
      />
      <span className="flex-1" />
      <ClockView />
    </div>
  );
}
