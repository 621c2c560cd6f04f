import type { Hop } from '../../host/hops.ts';
import { useScreen, useSimulator } from '../context.ts';
import type { Screen } from '../screen.ts';
import { setUi, useUi } from '../store.ts';

/** The hop in the detail panel: the one that the user chose, else the one that is stopped, else the last one. */
export function useSelectedHop(): Hop | undefined {
  const screen = useScreen();
  useSimulator('trace', 'stepper');
  return hopOf(
    screen,
    useUi((state) => state.selected),
  );
}

/** The same, for what is no component. */
export function selectedHop(screen: Screen): Hop | undefined {
  return hopOf(screen, useUi.getState().selected);
}

function hopOf({ simulator, index }: Screen, chosen: string | undefined): Hop | undefined {
  const own = chosen === undefined ? undefined : simulator.hops.get(chosen);
  // What was chosen may be gone with its session.
  return own ?? simulator.hops.get(simulator.stepper.stops[0]?.hop ?? index.lastMain ?? '');
}

export function select(hop: string | undefined): void {
  setUi({ selected: hop });
}
