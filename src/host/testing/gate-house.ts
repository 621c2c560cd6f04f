import { DIALECTS } from '../../contract/dialects/index.ts';
import type { Caller, EventOf, TraceEvent } from '../../contract/trace.ts';
import { Clock } from '../clock.ts';
import { Gate } from '../gate.ts';
import { Rules } from '../rules.ts';
import { Stepper } from '../stepper.ts';
import { Trace } from '../trace.ts';
import { type ManualTime, manualTime } from './manual-time.ts';

/** A gate with all its parts, on a time that the test moves by hand. The run `run-1` is of the program `shop`. */
export interface GateHouse {
  time: ManualTime;
  clock: Clock;
  trace: Trace;
  stepper: Stepper;
  rules: Rules;
  gate: Gate;
  /** The recorded events of these types, in order. */
  events<T extends TraceEvent['type']>(...types: T[]): EventOf<T>[];
}

export const HOUSE_START = 1_000_000;
export const CALLER: Caller = { run: 'run-1', document: 'd1' };

const [dialect] = DIALECTS;

export function gateHouse(): GateHouse {
  const time = manualTime(HOUSE_START);
  const clock = new Clock(time);
  const trace = new Trace(clock);
  const stepper = new Stepper(trace, clock);
  const rules = new Rules();
  const gate = new Gate({
    trace,
    clock,
    stepper,
    rules,
    subjectOf: (run) =>
      run === 'run-1' && dialect ? { program: 'shop', persona: 'lena', dialect } : undefined,
    seed: () => 'seed',
  });
  return {
    time,
    clock,
    trace,
    stepper,
    rules,
    gate,
    events: <T extends TraceEvent['type']>(...types: T[]) =>
      trace.events.filter((event): event is EventOf<T> => (types as string[]).includes(event.type)),
  };
}
