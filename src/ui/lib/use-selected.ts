import type { Hop } from '../../host/hops.ts';
import { useScreen, useSimulator } from '../context.ts';
import { setUi, useUi } from '../store.ts';

/** The hop in the detail panel: the one that the user chose, else the last one. */
export function useSelectedHop(): Hop | undefined {
  const screen = useScreen();
  const simulator = useSimulator('trace');
  const chosen = useUi((state) => state.selected);
  const own = chosen === undefined ? undefined : simulator.hops.get(chosen);
  // What was chosen may be gone with its session.
  return own ?? simulator.hops.get(screen.index.lastMain ?? '');
}

export function select(hop: string | undefined): void {
  setUi({ selected: hop });
}
