import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import RotateCw from 'lucide-react/icons/rotate-cw';
import Square from 'lucide-react/icons/square';
import StepForward from 'lucide-react/icons/step-forward';
import Trash2 from 'lucide-react/icons/trash-2';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { selectBy } from '../../files/recording.ts';
import { useFilesTexts } from '../../files/use-files-texts.ts';
import { KEYS } from '../../keys.ts';
import { reload, resetAll, toggleRun } from '../../lib/session.ts';
import type { BarAction } from '../../parts/action-bar.tsx';

/** Run or pause, and one step. */
export function useStepActions(): BarAction[] {
  const { inspector } = useMessages();
  const files = useFilesTexts();
  const simulator = useSimulator('stepper', 'simulator');
  const screen = useScreen();
  const { stepper } = simulator;
  const paused = stepper.mode === 'pause';
  return [
    {
      id: 'run',
      label: paused ? inspector.run : inspector.pause,
      icon: paused ? <Play aria-hidden /> : <Pause aria-hidden />,
      tip: paused ? inspector.tips.run : inspector.tips.pause,
      shortcut: KEYS.runPause,
      look: paused ? 'accent' : 'plain',
      text: 'always',
      className: 'w-20',
      onSelect: () => toggleRun(simulator),
    },
    {
      id: 'step',
      label: inspector.step,
      icon: <StepForward aria-hidden />,
      tip: simulator.loaded ? files.recording.next : inspector.tips.step,
      shortcut: KEYS.step,
      look: 'plain',
      text: 'roomy',
      rank: -2,
      disabled: stepper.stops.length === 0 && !simulator.loaded,
      onSelect: () => (simulator.loaded ? selectBy(screen, 1) : void stepper.step()),
    },
  ];
}

/** Stop, start again, and a new session. */
export function useProgramActions(): BarAction[] {
  const { inspector } = useMessages();
  const simulator = useSimulator('simulator');
  const { run } = simulator;
  return [
    {
      id: 'stop',
      label: inspector.stop,
      icon: <Square aria-hidden />,
      tip: inspector.tips.stop,
      shortcut: KEYS.stop,
      disabled: run === undefined || run.stopped !== undefined,
      rank: 1,
      onSelect: () => simulator.stop(),
    },
    {
      id: 'reload',
      label: inspector.reload,
      icon: <RotateCw aria-hidden />,
      tip: inspector.tips.reload,
      shortcut: KEYS.reload,
      rank: 2,
      onSelect: () => reload(simulator),
    },
    {
      id: 'reset',
      label: inspector.reset,
      icon: <Trash2 aria-hidden />,
      tip: inspector.tips.reset,
      shortcut: KEYS.reset,
      rank: 3,
      onSelect: () => resetAll(simulator),
    },
  ];
}
