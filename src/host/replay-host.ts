import { recordView } from './recorder.ts';
import type { ReplayEnd, ReplayHost } from './replay.ts';
import type { ReplayPlan } from './replay-plan.ts';
import type { ProgramRun } from './run.ts';
import type { Simulator } from './simulator.ts';

/** Nothing has moved for this long, in ms of real time: the program does something else than it did. */
const PATIENCE = 10_000;

/** The simulator, as a replay needs it. `run` is the run that is being done again. */
export function replayHost(parts: {
  simulator: Simulator;
  run: () => ProgramRun | undefined;
  /** How the clock goes on afterwards. */
  clock: ReplayPlan['clock'];
  /** Every step stops afterwards. */
  pauses: boolean;
}): ReplayHost {
  const { simulator, run, clock, pauses } = parts;
  return {
    now: () => simulator.clock.now(),
    clockTo: async (at) => {
      const ms = at - simulator.clock.now();
      if (ms > 0) await simulator.clock.jump(ms);
    },
    append: (body) => {
      if (body.type === 'device') recordView(simulator.trace, body.view);
      else simulator.trace.append(body);
    },
    isOpen: (document) => run()?.document?.id === document,
    play: (input, done) => {
      const open = run()?.document;
      if (open) open.play(input, done);
      else done();
    },
    setForeground: (foreground) => run()?.setForeground(foreground),
    callOpenApi: (call) => void simulator.callOpenApi(call),
    setPolicies: ({ policies }) => simulator.setPolicies(policies),
    whenStuck: (task) => simulator.clock.source.after(PATIENCE, task),
    over: (end) => {
      run()?.document?.playNoMore();
      run()?.tellInstant();
      if (!clock.frozen) simulator.clock.run(clock.speed);
      if (end.how === 'cancelled') return;
      if (end.how === 'diverged') tellDivergence(simulator, run(), end);
      if (pauses || end.how === 'diverged') simulator.stepper.pause();
      else simulator.stepper.run();
    },
  };
}

function tellDivergence(
  simulator: Simulator,
  run: ProgramRun | undefined,
  end: Extract<ReplayEnd, { how: 'diverged' }>,
): void {
  const { hop, expected, found } = end;
  const known = simulator.hops.get(hop);
  run?.notice('diverged', { hop, expected, found }, known?.id);
}
