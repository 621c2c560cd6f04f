import type { NewBreakpoint } from '../../contract/rule.ts';
import type { SessionFile } from '../../contract/session-file.ts';
import type { LateCheck } from '../../host/damage.ts';
import { sessionOf } from '../../host/session/export.ts';
import type { SimulatorApi } from '../../host/simulator-api.ts';

/** Where a session stood: what its events do not say. */
export interface Place {
  /** Virtual time, and the real time at which it was so, both in ms since the epoch. */
  at: number;
  real: number;
  /** How fast virtual time went; 0: it stood still. */
  speed: number;
  /** It was a recording that was looked at. */
  loaded: boolean;
  paused: boolean;
  breakpoints: { breakpoint: NewBreakpoint; enabled: boolean }[];
  selected?: string | undefined;
}

/** A session that was left and can be gone on with. */
export interface KeptSession {
  session: SessionFile;
  place: Place;
}

/** The session as it is, with its secrets, to be taken up again in this browser. */
export function keepSession(simulator: SimulatorApi, real: number, selected?: string): KeptSession {
  return { session: sessionOf(simulator), place: placeOf(simulator, real, selected) };
}

export function placeOf(simulator: SimulatorApi, real: number, selected?: string): Place {
  const { clock, stepper, loaded } = simulator;
  return {
    at: clock.now(),
    real,
    speed: loaded || clock.frozen || clock.held ? 0 : clock.speed,
    loaded,
    paused: stepper.mode === 'pause',
    breakpoints: stepper.breakpoints.list.map(({ at, where, match, nth, enabled }) => ({
      breakpoint: {
        at,
        where,
        ...(match === undefined ? {} : { match }),
        ...(nth === undefined ? {} : { nth }),
      },
      enabled,
    })),
    ...(selected === undefined ? {} : { selected }),
  };
}

/**
 * Takes up a session that was left: real time has gone on meanwhile, a frozen clock has not. Nothing runs yet.
 * @param check what is left to be looked at in it
 * @returns whether a program shall be started in it; false: it is a recording that was looked at
 */
export function takeUp(
  simulator: SimulatorApi,
  { session, place }: KeptSession,
  real: number,
  check?: LateCheck,
): boolean {
  simulator.load(session, { at: place.at + Math.max(0, real - place.real) * place.speed, check });
  const { stepper } = simulator;
  for (const { breakpoint, enabled } of place.breakpoints)
    stepper.breakpoints.enable(simulator.addBreakpoint(breakpoint), enabled);
  if (place.loaded) return false;
  if (!place.paused) stepper.run();
  return true;
}
