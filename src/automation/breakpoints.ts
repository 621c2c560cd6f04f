import type { NewBreakpoint } from '../contract/rule.ts';
import type { BreakpointInUse } from '../host/breakpoints.ts';
import type { SimulatorApi } from '../host/simulator-api.ts';

/** Places where hops stop. */
export interface AutomationBreakpoints {
  /** `add({at: 'spi.getAuthCode', where: 'answer', match: {scope: 'auth_user'}, nth: 2})`. Answers its id. */
  add(breakpoint: NewBreakpoint): string;
  /** Takes one back; an unknown id is a RangeError that lists the known ones. */
  remove(id: string): void;
  /** Switches one off, or on again; what is off still counts. */
  enable(id: string, enabled: boolean): void;
  /** Oldest first, each with how often it has stopped something. */
  list(): BreakpointInUse[];
  clear(): void;
}

export function breakpointsOf(simulator: SimulatorApi): AutomationBreakpoints {
  const { breakpoints } = simulator.stepper;
  const known = (id: string): string => {
    const ids = breakpoints.list.map((one) => one.id);
    if (!ids.includes(id))
      throw new RangeError(`breakpoint: expected one of ${ids.join(', ') || 'none'}, got "${id}"`);
    return id;
  };
  return {
    add: (breakpoint) => simulator.addBreakpoint(breakpoint),
    remove: (id) => breakpoints.remove(known(id)),
    enable: (id, enabled) => breakpoints.enable(known(id), enabled),
    list: () => [...breakpoints.list],
    clear: () => breakpoints.clear(),
  };
}
