import { useEffect, useEffectEvent, useRef } from 'react';
import { createFrame, type FrameState } from '../../frame/create-frame.ts';
import type { Run } from '../../host/simulator-api.ts';
import { useProgramUrl } from '../context.ts';

/** `failed` is ours: the frame could not be made at all. */
export type ShownState = FrameState | { failed: string };

/**
 * The program itself: one sandboxed frame a run. React never draws anything in here; the frame floor does what is to
 * be done.
 */
export function FrameHost({ run, onState }: { run: Run; onState(run: Run, state: ShownState): void }) {
  const container = useRef<HTMLDivElement>(null);
  const programUrl = useProgramUrl();
  const tell = useEffectEvent(onState);
  const urlOf = useEffectEvent(programUrl);
  useEffect(() => {
    const element = container.current;
    if (!element || run.stopped) return;
    try {
      const frame = createFrame({
        run,
        url: urlOf(run),
        container: element,
        time: {
          setInterval: (task, ms) => setInterval(task, ms),
          clearInterval: (handle) => clearInterval(handle as number),
          now: () => performance.now(),
        },
        onState: (state) => tell(run, state),
      });
      tell(run, frame.state);
      return () => frame.stop();
    } catch (error) {
      tell(run, { failed: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  }, [run]);
  return (
    <div
      ref={container}
      className="absolute inset-0 bg-white [&>iframe]:block [&>iframe]:size-full [&>iframe]:border-0"
      data-frame
    />
  );
}
