import { isObserved } from '../../contract/instant.ts';
import type { StepName } from '../../contract/steps.ts';
import type { BreakpointInUse } from '../../host/breakpoints.ts';
import type { Hop } from '../../host/hops.ts';
import type { Stepper } from '../../host/stepper.ts';

/** Where steps have a breakpoint that is on: `spi.getAuthCode request`. */
export function breakpointPlaces(list: readonly BreakpointInUse[]): ReadonlySet<string> {
  return new Set(list.filter((one) => one.enabled).map((one) => placeOf(one.at, one.where)));
}

export function placeOf(step: string, where: 'request' | 'answer'): string {
  return `${step} ${where}`;
}

/** The breakpoint without conditions before the work of a step: the one that a press sets and takes back. */
export function plainBreakpoint(stepper: Stepper, step: StepName): BreakpointInUse | undefined {
  return stepper.breakpoints.list.find(
    (one) => one.at === step && one.where === 'request' && one.match === undefined && one.nth === undefined,
  );
}

/** Whether a breakpoint can stand at a step: not where it is recorded after the fact. */
export function canStop({ step }: Hop): boolean {
  return !isObserved(step);
}

/** Sets the plain breakpoint of a step, or takes it back; one that was switched off is switched on. */
export function toggleBreakpoint(stepper: Stepper, step: StepName): void {
  const { breakpoints } = stepper;
  const standing = plainBreakpoint(stepper, step);
  if (!standing) breakpoints.add({ at: step, where: 'request' });
  else if (standing.enabled) breakpoints.remove(standing.id);
  else breakpoints.enable(standing.id, true);
}
