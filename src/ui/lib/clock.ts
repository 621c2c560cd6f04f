import type { SimulatorApi } from '../../host/simulator-api.ts';
import { isDoingAgain } from '../again/again.ts';
import { reload } from './session.ts';

/** Speeds to choose from; 1 is real time. */
export const SPEEDS = [0.1, 0.5, 1, 2, 10, 100] as const;

/** Why the clock cannot be set now: a recording leads it, or is looked at. */
export function clockLedBy(simulator: SimulatorApi): 'loaded' | 'busy' | undefined {
  if (simulator.loaded) return 'loaded';
  return isDoingAgain(simulator) ? 'busy' : undefined;
}

/** Freezes the clock, or lets it go on at the speed that it had. */
export function toggleFreeze(simulator: SimulatorApi): void {
  const { clock } = simulator;
  if (clockLedBy(simulator)) return;
  if (clock.frozen) clock.run(clock.speed);
  else clock.freeze();
}

/** Moves virtual time on to a moment (virtual ms); one that has passed changes nothing. */
export function jumpTo({ clock }: SimulatorApi, moment: number): void {
  const ms = moment - clock.now();
  if (ms > 0) void clock.jump(ms);
}

/** A new session whose clock stands still at a moment, be it past or to come. */
export function beginFrozen(simulator: SimulatorApi, at: number): void {
  simulator.reset({ clock: { at, frozen: true } });
  reload(simulator);
}
