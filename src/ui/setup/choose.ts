import type { Choice, SimulatorApi } from '../../host/simulator-api.ts';
import { setUi } from '../store.ts';

/** Chooses and starts; what is selected follows the new run. */
export function choose(simulator: SimulatorApi, choice: Partial<Choice>): void {
  setUi({ selected: undefined });
  simulator.open(choice);
}
