import Hand from 'lucide-react/icons/hand';
import { useMessages, useScreen, useSimulator } from '../context.ts';
import { cx } from '../parts/class-names.ts';

/** One line under the device: what to do next. */
export function HintLine({ wide }: { wide: boolean }) {
  const m = useMessages();
  const screen = useScreen();
  const simulator = useSimulator('simulator', 'device', 'stepper', 'trace');
  const { run, device, stepper } = simulator;
  const { hints } = m.device;
  const sheet = device.view.sheets.at(-1);
  const started = run !== undefined && simulator.hops.get(screen.index.lastMain ?? '')?.run === run.id;
  const text = simulator.loaded
    ? hints.recording
    : !run
      ? hints.nothing
      : run.stopped
        ? hints.ended
        : sheet?.kind === 'consent'
          ? hints.consent
          : sheet
            ? hints.sheet
            : stepper.stops.length > 0
              ? hints.stopped
              : !device.view.foreground
                ? hints.background
                : !started && run.program.hint
                  ? run.program.hint
                  : hints.idle;
  return (
    <p
      className={cx(
        'flex shrink-0 items-center justify-center gap-1.5 px-4 text-xs text-muted',
        wide ? 'h-10' : 'h-8',
      )}
      data-hint
    >
      <Hand aria-hidden className="size-3.5 shrink-0" />
      <span className={cx('min-w-0', wide ? 'line-clamp-2 text-center' : 'truncate')}>{text}</span>
    </p>
  );
}
