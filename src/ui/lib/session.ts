import type { SimulatorApi } from '../../host/simulator-api.ts';
import { setUi } from '../store.ts';

/** What the buttons and keys do to the program as a whole. */

/** Starts the program again, whatever it is doing; what is selected follows the new run. */
export function reload(simulator: SimulatorApi): void {
  setUi({ selected: undefined });
  simulator.open();
}

/** Forgets the session and starts again. */
export function resetAll(simulator: SimulatorApi): void {
  setUi({ selected: undefined });
  simulator.reset();
  simulator.open();
}

export function toggleRun(simulator: SimulatorApi): void {
  if (simulator.stepper.mode === 'run') simulator.stepper.pause();
  else simulator.stepper.run();
}
