import type { SessionFile } from '../src/contract/session-file.ts';
import type { EventBody, TraceEvent } from '../src/contract/trace.ts';
import { Clock } from '../src/host/clock.ts';
import { PayloadSizes, Payloads } from '../src/host/payloads.ts';
import { stillTime } from '../src/host/scenario/still-time.ts';
import { Trace } from '../src/host/trace.ts';
import { recording, type Stage, stage } from './recording.ts';
import { medianWithBound, ratios } from './stats.ts';
import { against, median } from './targets.ts';
import type { BenchRow } from './tools.ts';

const EVENTS = 100_000;
const ROUNDS = 21;
/** The more, the closer is the bound to the median: a tenth of the visits is spent on collecting garbage, in lumps. */
const VISIT_ROUNDS = 61;
const VISITS = 120;
/** Events of one measurement of appending. */
const SLICE = 1_000;

/** The engine without a page: what payloads cost, what one more event costs, what looking back costs. */
export default async function engine(): Promise<BenchRow[]> {
  const session = await recording(EVENTS);
  return [await payloads(), append(session), lookBack(session)];
}

/** The same visits, once with payloads kept and once with their sizes alone, in turn. */
async function payloads(): Promise<BenchRow> {
  const took = { kept: [] as number[], sizes: [] as number[] };
  for (let round = -2; round < VISIT_ROUNDS; round++) {
    for (const name of round % 2 ? (['kept', 'sizes'] as const) : (['sizes', 'kept'] as const)) {
      const on = stage({ payloads: name === 'kept' ? new Payloads() : new PayloadSizes() });
      const time = await timed(on);
      if (round >= 0) took[name].push(time);
    }
  }
  const { median: ratio, upper } = medianWithBound(ratios(took.kept, took.sizes));
  const each = (values: number[]) => `${((median(values) / VISITS) * 1000).toFixed(0)} µs`;
  return {
    name: 'a visit with its payloads kept',
    value: each(took.kept),
    reference: `only sizes kept ${each(took.sizes)}`,
    ratio,
    upper,
    target: 1.3,
  };
}

async function timed({ visit, close }: Stage): Promise<number> {
  const took = cpuTime();
  for (let n = 0; n < VISITS; n++) await visit(n);
  close();
  return took();
}

/** What this process works from now on, in ms: what other processes do meanwhile does not count. */
function cpuTime(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}

/** One event more when there are few and when there are 100,000: the same events. */
function append({ events, payloads }: SessionFile): BenchRow {
  const time = stillTime(0);
  const bodies = events.slice(-SLICE).map(bodyOf);
  const cost = (before: readonly TraceEvent[]) => {
    const trace = new Trace(new Clock(time));
    trace.load(before, payloads);
    const took = cpuTime();
    for (const body of bodies) trace.append(body);
    return took() / bodies.length;
  };
  const took = { few: [] as number[], many: [] as number[] };
  for (let round = -1; round < ROUNDS; round++) {
    const [few, many] = [cost(events.slice(0, 1_000)), cost(events)];
    if (round < 0) continue;
    took.few.push(few);
    took.many.push(many);
  }
  time.close();
  const { median: ratio, upper } = medianWithBound(ratios(took.many, took.few));
  const each = (values: number[]) => `${(median(values) * 1000).toFixed(2)} µs`;
  return {
    name: `appending to ${EVENTS} events`,
    value: each(took.many),
    reference: `to 1000 ${each(took.few)}`,
    ratio,
    upper,
    target: 2,
  };
}

function bodyOf({ seq: _seq, at: _at, ...body }: TraceEvent): EventBody {
  return body as EventBody;
}

/** The state at any step: the worst of many. */
function lookBack({ events, payloads }: SessionFile): BenchRow {
  const time = stillTime(0);
  const trace = new Trace(new Clock(time));
  trace.load(events, payloads);
  let worst = 0;
  for (let n = 0; n < 2_000; n++) {
    const seq = (n * 7_919) % trace.length;
    const took = cpuTime();
    trace.stateAt(seq);
    worst = Math.max(worst, took());
  }
  time.close();
  return against('the state at any step, worst of 2000', worst, 50, 'ms');
}
