import type { Hop } from '../../host/hops.ts';
import { hopInHand } from '../again/again.ts';
import { useScreen, useSimulator } from '../context.ts';
import { setUi, useUi } from '../store.ts';

/** The hop in the detail panel: the one that the user chose, else the one that is stopped, else the last one. */
export function useSelectedHop(): Hop | undefined {
  const screen = useScreen();
  useSimulator('trace', 'stepper');
  useUi((state) => state.selected);
  return hopInHand(screen);
}

export function select(hop: string | undefined): void {
  setUi({ selected: hop });
}
