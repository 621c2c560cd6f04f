import type { EventOf, TraceEvent } from '../../../contract/trace.ts';
import type { SimulatorApi } from '../../simulator-api.ts';
import type { SimulatorState } from '../../state.ts';
import type { Notes } from './notes.ts';

type RunStarted = EventOf<'run.started'>;

/** The part of a session that becomes a scenario. */
export interface SessionPart {
  /** The run that it begins with. */
  start: RunStarted;
  /** What happened after that, in its order. */
  events: readonly TraceEvent[];
  /** What was true when it began. */
  before: SimulatorState;
  after: SimulatorState;
  /** What is expected happened at this `seq` or later. */
  from: number;
}

const CHOICE = ['program', 'dialect', 'persona', 'service', 'silentPolicy', 'failureShape'] as const;
const sameChoice = (a: RunStarted, b: RunStarted): boolean => CHOICE.every((name) => a[name] === b[name]);

/**
 * Finds the part: with `from`, from the start of the run that was there then, for a program cannot begin in the middle;
 * else the last runs that have one choice.
 * @param from the `seq` of the first event that matters
 * @throws RangeError when no program was started, or its start is not in the recording any more
 */
export function partOf(
  { trace }: Pick<SimulatorApi, 'trace'>,
  from: number | undefined,
  notes: Notes,
): SessionPart {
  const starts = trace.events.filter((event): event is RunStarted => event.type === 'run.started');
  const start =
    from === undefined ? beginningOfLast(starts) : (starts.findLast(({ seq }) => seq <= from) ?? starts[0]);
  if (!start)
    throw new RangeError(
      trace.dropped > 0
        ? 'the beginning of this run is not in the recording any more'
        : 'no program was started in this session, so there is nothing to save',
    );
  const earlier = starts.filter((one) => one.seq < start.seq && !sameChoice(one, start)).length;
  if (from === undefined && earlier > 0) notes.add('earlierRuns', { n: earlier });
  const other = starts.find((one) => one.seq > start.seq && !sameChoice(one, start));
  if (other) notes.add('otherChoice', { program: other.program });
  const end = other?.seq ?? Number.POSITIVE_INFINITY;
  const events = trace.events.filter(({ seq }) => seq > start.seq && seq < end);
  return {
    start,
    events,
    before: trace.stateAt(start.seq - 1),
    after: trace.stateAt(events.at(-1)?.seq ?? start.seq),
    from: from ?? start.seq,
  };
}

function beginningOfLast(starts: readonly RunStarted[]): RunStarted | undefined {
  const last = starts.at(-1);
  if (!last) return undefined;
  const other = starts.findLastIndex((one) => !sameChoice(one, last));
  return starts[other + 1];
}
