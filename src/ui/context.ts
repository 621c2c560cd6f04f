import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Run, SimulatorApi } from '../host/simulator-api.ts';
import type { Messages } from '../messages/index.ts';
import type { Screen, Topic } from './screen.ts';

export const ScreenContext = createContext<Screen | undefined>(undefined);
/** Where the first page of a run is. Throws when it is not inside the program. */
export type RunUrl = (run: Pick<Run, 'program' | 'start'>) => string;
export const ProgramUrlContext = createContext<RunUrl | undefined>(undefined);
export const MessagesContext = createContext<Messages | undefined>(undefined);

function provided<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not provided: render inside <App>`);
  return value;
}

export function useScreen(): Screen {
  return provided(useContext(ScreenContext), 'Screen');
}

/** The texts of the chosen language. */
export function useMessages(): Messages {
  return provided(useContext(MessagesContext), 'Messages');
}

/**
 * The simulator, for a component that shows what these topics are about: it is drawn again when one of them moves,
 * at most once a frame.
 */
export function useSimulator(...topics: Topic[]): SimulatorApi {
  const screen = useScreen();
  const seen = () => topics.reduce((sum, topic) => sum + screen.version(topic), 0);
  useSyncExternalStore(screen.subscribe, seen);
  return screen.simulator;
}

export function useProgramUrl(): RunUrl {
  return provided(useContext(ProgramUrlContext), 'ProgramUrl');
}
