import LoaderCircle from 'lucide-react/icons/loader-circle';
import type { Run } from '../../host/simulator-api.ts';
import { useMessages, useSimulator } from '../context.ts';
import { lazily, WhileLoading } from '../lib/lazily.tsx';
import { reload } from '../lib/session.ts';
import { Button } from '../parts/button.tsx';
import { useUi } from '../store.ts';
import type { ShownState } from './frame-host.tsx';
import { Overlay } from './overlay.tsx';

const RecordingOnDevice = lazily(() =>
  import('../files/recording-on-device.tsx').then((module) => ({ default: module.RecordingOnDevice })),
);

/** What the device says when the program is not simply running. */
export function DeviceState({ run, frame }: { run: Run | undefined; frame: ShownState | undefined }) {
  const m = useMessages();
  const simulator = useSimulator('simulator', 'device');
  const startProblem = useUi((state) => state.startProblem);
  const { programs, choice, device } = simulator;
  const start = (label: string) => (
    <Button look="accent" onClick={() => reload(simulator)}>
      {label}
    </Button>
  );

  if (simulator.loaded)
    return (
      <WhileLoading>
        <RecordingOnDevice />
      </WhileLoading>
    );
  if (startProblem !== undefined && !run)
    return <Overlay title={m.device.notStarted} help={m.errors.choice(startProblem)} />;
  if (programs.length === 0) return <Overlay title={m.device.noProgram} help={m.device.noProgramHelp} />;
  if (!programs.some((program) => program.id === choice.program))
    return <Overlay title={m.device.notFound(choice.program)} help={m.device.notFoundHelp} />;
  if (!run)
    return (
      <Overlay title={m.device.ended} help={m.device.hints.ended}>
        {start(m.device.start)}
      </Overlay>
    );
  if (run.stopped)
    return (
      <Overlay title={m.device.ended} help={m.device.endings[run.stopped] ?? run.stopped}>
        {start(m.device.reload)}
      </Overlay>
    );
  if (typeof frame === 'object')
    return (
      <Overlay title={m.device.failed} help={m.device.failedHelp(frame.failed)}>
        {start(m.device.reload)}
      </Overlay>
    );
  if (!device.view.foreground)
    return (
      <Overlay title={m.device.inBackground}>
        <Button look="accent" onClick={() => run.setForeground(true)}>
          {m.device.foreground}
        </Button>
      </Overlay>
    );
  if (frame === 'unresponsive')
    return (
      <div
        role="alert"
        className="absolute inset-x-0 bottom-0 z-20 flex items-center gap-3 border-t border-line bg-failed-soft px-4 py-3"
      >
        <span className="min-w-0 flex-1">
          <strong className="block font-semibold text-failed">{m.device.hung}</strong>
          <span className="text-xs">{m.device.hungHelp}</span>
        </span>
        <Button look="danger" onClick={() => simulator.stop()}>
          {m.device.stop}
        </Button>
      </div>
    );
  if (frame === 'loading' || frame === undefined)
    return (
      <div
        role="status"
        className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center gap-2 text-muted"
      >
        <LoaderCircle aria-hidden className="size-6 animate-spin" />
        {m.device.loadingProgram}
      </div>
    );
  return null;
}
