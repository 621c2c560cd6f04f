import type { Effect } from '../contract/rule.ts';
import type { ReplayEnd } from '../host/replay.ts';
import type { SimulatorApi } from '../host/simulator-api.ts';

/**
 * Does a recorded run again, answered as it was recorded, up to a hop (or all of it); then it goes on, stops, or this
 * happens to that hop. Resolves when it is there (`reached`) or where the program went another way (`diverged`); rejects
 * when the hop is not in the trace, or the program was started anew meanwhile.
 */
export type AutomationRunAgain = (options: {
  to: { hop: string } | { run: string };
  then?: 'run' | 'pause' | { effect: Effect; title: string };
}) => Promise<Exclude<ReplayEnd, { how: 'cancelled' }>>;

export function runAgainOf(simulator: SimulatorApi): AutomationRunAgain {
  return async ({ to, then = 'run' }) => {
    simulator.runAgain({ to, then });
    const end = await simulator.gate.replay?.finished;
    if (!end || end.how === 'cancelled') throw new Error('the run that was done again has ended before');
    return end;
  };
}
