import { useEffect, useReducer, useState } from 'react';
import type { ScenarioLibrary } from '../../automation/scenarios/library.ts';
import { useScreen } from '../context.ts';
import { FrameSource } from '../lib/frame-source.ts';

/** The library once it is there, and again whenever it has changed; the message when it cannot be fetched. */
export function useLibrary(): { library?: ScenarioLibrary; failure?: string } {
  const { scenarios } = useScreen();
  const [state, setState] = useState<{ library?: ScenarioLibrary; failure?: string }>({});
  useEffect(() => {
    let undo: (() => void) | undefined;
    let wanted = true;
    scenarios.library().then(
      (library) => {
        if (!wanted) return;
        setState({ library });
        undo = library.onChange(() => setState({ library }));
      },
      (error: unknown) =>
        wanted && setState({ failure: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
      undo?.();
    };
  }, [scenarios]);
  return state;
}

/** Draws again, at most once a frame, when a scenario was played. Answers a number that moves with it. */
export function useResults(): number {
  const { scenarios } = useScreen();
  const [version, moved] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const frames = new FrameSource(moved);
    const undo = scenarios.onResult(() => frames.ask());
    return () => {
      undo();
      frames.stop();
    };
  }, [scenarios]);
  return version;
}
