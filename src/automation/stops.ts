import { outcomeNamed, outcomesFor } from '../contract/outcomes/index.ts';
import { type Resume, resumeSchema } from '../contract/resume.ts';
import { expectShape } from '../contract/shape.ts';
import type { SimulatorApi } from '../host/simulator-api.ts';
import type { Stop } from '../host/stepper.ts';

/** What is stopped, as plain JSON. `reply` is the answer that waits; absent at a request. */
export type StopInfo = Omit<Stop, 'resume'>;

/** How a stopped hop goes on: as {@link Resume}, or `fail` with a documented outcome by its id or code. */
export type Decision = Resume | { how: 'fail'; outcome: string };

export interface AutomationStops {
  /** What is stopped now, oldest first. */
  stops(): StopInfo[];
  /**
   * Lets the oldest stopped hop go on. False when nothing is stopped. `answers`: from now on the walk stops at answers,
   * too, or no more.
   */
  step(options?: { answers?: boolean }): boolean;
  /** Lets one stopped hop go on: `resume(hop, {how: 'late', ms: 20_000})`, `resume(hop, {how: 'fail', outcome: '1003'})`. */
  resume(hop: string, decision?: Decision): void;
}

export function stopsOf(simulator: SimulatorApi): AutomationStops {
  const { stepper } = simulator;
  return {
    stops: () => stepper.stops.map(({ resume: _resume, ...info }) => info),
    step: ({ answers } = {}) => {
      if (answers !== undefined) stepper.answers = answers;
      return stepper.step();
    },
    resume: (hop, decision = { how: 'continue' }) => {
      const stop = stepper.stops.find((one) => one.hop === hop);
      if (!stop) {
        const stopped = stepper.stops.map((one) => one.hop).join(', ') || 'nothing';
        throw new RangeError(`hop: "${hop}" is not stopped; stopped now: ${stopped}`);
      }
      stop.resume(decision.how === 'fail' ? failure(simulator, stop, decision.outcome) : checked(decision));
    },
  };
}

const checked = (decision: Resume): Resume => expectShape('decision', resumeSchema, decision);

function failure(simulator: SimulatorApi, { hop, step }: Stop, name: string): Resume {
  const run = simulator.state.runs[simulator.hops.get(hop)?.run ?? ''];
  const id = run?.dialect ?? simulator.choice.dialect;
  const dialect = simulator.dialects.find((one) => one.id === id);
  const outcome = dialect && outcomeNamed(step, dialect, name);
  if (outcome) return { how: 'inject', effect: outcome.effect, title: outcome.title };
  const known = dialect ? outcomesFor(step, dialect).map((one) => one.id) : [];
  throw new RangeError(
    `outcome: expected one of ${known.join(', ') || 'none'}, or a code that ${step} answers, got "${name}"`,
  );
}
