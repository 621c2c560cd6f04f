import { stepInfo } from '../../../contract/steps.ts';
import type { TraceEvent } from '../../../contract/trace.ts';
import type { Hop } from '../../../host/hops.ts';
import { upTo } from '../../../host/up-to.ts';

/** Moments of a step, each as the `seq` of the last event that belongs to what was before or at it. */
export interface Moments {
  /** The step before had been asked or answered, and nothing of this one had happened. */
  before: number;
  /** It was asked, and what the phone shows for it (a sheet, a toast) was there. */
  asked: number;
  /** It was answered, with all that came with the answer; the last event so far while it waits. */
  after: number;
  /** The program had shown what it made of it: for steps that reach the program; else as {@link after}. */
  shown: number;
}

/**
 * The moments of a step in a recording.
 * @param events in the order of their `seq`
 */
export function momentsOf(events: readonly TraceEvent[], hop: Hop): Moments {
  const last = events.at(-1)?.seq ?? hop.seq;
  const after = hop.endSeq ?? last;
  const { from, to } = stepInfo(hop.step);
  const reaches = from === 'program' || to === 'program';
  return {
    before: before(events, hop.seq),
    asked: shownFor(events, hop.seq),
    after,
    shown: reaches ? shown(events, after) : after,
  };
}

/** The last event of a hop before `seq`. What was changed by hand since then belongs to the step that came next. */
function before(events: readonly TraceEvent[], seq: number): number {
  for (let i = upTo(events, seq - 1) - 1; i >= 0; i--) {
    const event = events[i];
    if (event && ENDS.has(event.type)) return endOf(events, i);
  }
  return (events[0]?.seq ?? 0) - 1;
}
const ENDS: ReadonlySet<string> = new Set(['hop.requested', 'hop.answered', 'hop.abandoned', 'run.started']);

/** Changes of state that come with an answer stand right after it, and name its hop. */
function endOf(events: readonly TraceEvent[], at: number): number {
  const ended = events[at];
  let end = at;
  if (ended && 'hop' in ended && ended.type !== 'hop.requested')
    for (let next = events[end + 1]; next && 'hop' in next && next.hop === ended.hop; next = events[end + 1])
      end++;
  return events[end]?.seq ?? 0;
}

/** The sheet or toast that a step puts on the phone comes right after its request. */
function shownFor(events: readonly TraceEvent[], seq: number): number {
  for (let i = upTo(events, seq - 1) + 1; i < events.length; i++) {
    const event = events[i];
    if (event?.type === 'device') return event.seq;
    if (!event || ENDS.has(event.type)) break;
  }
  return seq;
}

/** Just before the next thing that the program or its user does: a page is pictured before that. */
function shown(events: readonly TraceEvent[], seq: number): number {
  for (let i = upTo(events, seq - 1) + 1; i < events.length; i++) {
    const event = events[i];
    if (event?.type === 'run.started' || (event?.type === 'hop.requested' && event.parent === undefined))
      return event.seq - 1;
  }
  return events.at(-1)?.seq ?? seq;
}
