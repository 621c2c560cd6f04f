import { create } from 'zustand';
import type { Effect } from '../../contract/rule.ts';
import type { Hop } from '../../host/hops.ts';
import type { RunAgain, SimulatorApi } from '../../host/simulator-api.ts';
import { isMinor } from '../lib/trace-index.ts';
import type { Screen } from '../screen.ts';
import { setUi, useUi } from '../store.ts';

/** Why a run could not be done again, until it is tried once more or put away. */
export const useAgainProblem = create<{ problem: string | undefined }>()(() => ({ problem: undefined }));
export function setAgainProblem(problem: string | undefined): void {
  useAgainProblem.setState({ problem });
}

/** Whether the run of a hop can be done again up to it: its beginning must still be recorded. */
export function canRunAgain({ simulator, index }: Screen, hop: Hop): boolean {
  const run = index.run(hop.run);
  const first = simulator.trace.events[0]?.seq ?? 0;
  return run !== undefined && run.seq >= first;
}

/** The hop that the buttons are about: the selected one, else the oldest that is stopped, else the last. */
export function hopInHand({ simulator, index }: Screen): Hop | undefined {
  const { hops, stepper } = simulator;
  for (const id of [useUi.getState().selected, stepper.stops[0]?.hop, index.lastMain]) {
    const hop = id === undefined ? undefined : hops.get(id);
    if (hop) return hop;
  }
  return undefined;
}

/** The hop before another one in its run, as steps are numbered; undefined when there is none, or it cannot be gone to. */
export function hopBefore(screen: Screen, hop: Hop): Hop | undefined {
  const { rows } = screen.simulator.hops;
  for (let at = hop.index - 1; at >= 0; at--) {
    const before = rows[at];
    if (!before || before.run !== hop.run) return undefined;
    if (!isMinor(before)) return canRunAgain(screen, before) ? before : undefined;
  }
  return undefined;
}

export function isDoingAgain({ gate }: SimulatorApi): boolean {
  return gate.replay !== undefined && !gate.replay.over;
}

/** Does the run again up to the hop before the one in hand, and stops there. Nothing when there is none. */
export function goBack(screen: Screen): void {
  const hop = hopInHand(screen);
  const before = hop && hopBefore(screen, hop);
  if (before && !isDoingAgain(screen.simulator)) void runAgainTo(screen, before, 'pause');
}

/** Does the run again up to the hop in hand, then live. Nothing when that cannot be done. */
export function runAgainFromHere(screen: Screen): void {
  const hop = hopInHand(screen);
  if (hop && canRunAgain(screen, hop) && !isDoingAgain(screen.simulator)) void runAgainTo(screen, hop, 'run');
}

/** Does the run again up to a hop, and lets this happen to it. */
export function failAgain(screen: Screen, hop: Hop, then: { effect: Effect; title: string }): void {
  void runAgainTo(screen, hop, then);
}

async function runAgainTo(screen: Screen, { id }: Hop, then: RunAgain['then']): Promise<void> {
  const { simulator } = screen;
  setUi({ selected: undefined });
  setAgainProblem(undefined);
  try {
    simulator.runAgain({ to: { hop: id }, then });
  } catch (error) {
    // The beginning of its run is gone, or its program or persona is not here.
    setUi({ selected: id });
    return setAgainProblem(error instanceof Error ? error.message : String(error));
  }
  const before = document.activeElement;
  const end = await simulator.gate.replay?.finished;
  // What was done again in the program took the keyboard's focus there; whoever asked for it is still here.
  if (document.activeElement instanceof HTMLIFrameElement && before !== document.activeElement)
    if (before instanceof HTMLElement && before !== document.body) before.focus();
    else document.activeElement.blur();
  // Stopped there, it is the last step: what comes next is followed.
  if (end?.how === 'reached' && then !== 'pause') setUi({ selected: id });
}

/** Stops a run that is being done again where it is, before its next hop. */
export function cancelAgain(simulator: SimulatorApi): void {
  simulator.stepper.pause();
  simulator.gate.replay?.cancel();
}
