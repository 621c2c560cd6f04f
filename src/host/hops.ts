import type { StepName } from '../contract/steps.ts';
import type { AnswerOrigin, EventOf, Payload, TraceEvent, Verdict } from '../contract/trace.ts';

/** One hop as the timeline and the sequence diagram show it: a fold of its events. */
export interface Hop {
  id: string;
  /** Position in the list, from 0. */
  index: number;
  seq: number;
  step: StepName;
  run: string;
  document: string | undefined;
  call: string | undefined;
  parent: string | undefined;
  observed: boolean;
  request: Payload;
  reply: Payload | undefined;
  requestedAt: number;
  answeredAt: number | undefined;
  /** The last event that is its own doing: its answer, and the changes of state that came with it. */
  endSeq: number | undefined;
  verdict: Verdict | undefined;
  code: string | undefined;
  origin: AnswerOrigin | undefined;
  /** The rule that acted on it. */
  injected: string | undefined;
  stopped: 'request' | 'answer' | undefined;
  /** The answer that waits to be delivered, while it is stopped there. */
  held: Payload | undefined;
  abandoned: EventOf<'hop.abandoned'>['reason'] | undefined;
  /** The engine's own words for the end of a `my.getAuthCode`. */
  outcome: Payload | undefined;
  ignored: { reply: Payload; reason: EventOf<'hop.ignored'>['reason'] }[];
}

/** `waiting` has no answer yet; `gone` will never have one. */
export type HopStatus = 'waiting' | 'stopped' | 'ok' | 'failed' | 'gone';

export function hopStatus(hop: Hop): HopStatus {
  if (hop.verdict) return hop.verdict;
  if (hop.abandoned) return 'gone';
  return hop.stopped ? 'stopped' : 'waiting';
}

/**
 * The hops of a trace, in order of their requests. Fed one event at a time in O(1); `version` moves with each change,
 * so a view can be redrawn once a frame and never once an event.
 */
export class HopList {
  readonly rows: Hop[] = [];
  readonly #byId = new Map<string, Hop>();
  version = 0;

  get(id: string): Hop | undefined {
    return this.#byId.get(id);
  }

  /** Starts over from these events. */
  rebuild(events: Iterable<TraceEvent>): void {
    this.clear();
    for (const event of events) this.apply(event);
  }

  clear(): void {
    this.rows.length = 0;
    this.#byId.clear();
    this.version++;
  }

  /** Forgets the settled hops that were requested before `firstSeq`: the trace has folded them away. */
  trim(firstSeq: number): void {
    const kept: Hop[] = [];
    let old = 0;
    for (const hop of this.rows) {
      if (hop.seq >= firstSeq) break;
      old++;
      const status = hopStatus(hop);
      if (status === 'waiting' || status === 'stopped') kept.push(hop);
      else this.#byId.delete(hop.id);
    }
    if (kept.length === old) return;
    this.rows.splice(0, old, ...kept);
    this.rows.forEach((hop, index) => {
      hop.index = index;
    });
    this.version++;
  }

  apply(event: TraceEvent): void {
    if (event.type === 'hop.requested') {
      const hop: Hop = {
        id: event.hop,
        index: this.rows.length,
        seq: event.seq,
        step: event.step,
        run: event.run,
        document: event.document,
        call: event.call,
        parent: event.parent,
        observed: event.observed ?? false,
        request: event.request,
        reply: undefined,
        requestedAt: event.at,
        answeredAt: undefined,
        endSeq: undefined,
        verdict: undefined,
        code: undefined,
        origin: undefined,
        injected: undefined,
        stopped: undefined,
        held: undefined,
        abandoned: undefined,
        outcome: undefined,
        ignored: [],
      };
      this.rows.push(hop);
      this.#byId.set(hop.id, hop);
      this.version++;
      return;
    }
    if (!('hop' in event) || event.hop === undefined) return;
    const hop = this.#byId.get(event.hop);
    if (!hop) return;
    if (event.seq === (hop.endSeq ?? Number.NaN) + 1) hop.endSeq = event.seq;
    if (!event.type.startsWith('hop.')) return;
    this.version++;
    switch (event.type) {
      case 'hop.stopped':
        hop.stopped = event.where;
        hop.held = event.reply;
        break;
      case 'hop.resumed':
        // What is edited at an answer is the answer.
        if (event.how === 'edit' && event.edited && hop.stopped !== 'answer') hop.request = event.edited;
        hop.stopped = hop.held = undefined;
        hop.injected = event.title ?? hop.injected;
        break;
      case 'hop.injected':
        hop.injected = event.rule;
        break;
      case 'hop.answered':
        hop.reply = event.reply;
        hop.answeredAt = event.at;
        hop.endSeq = event.seq;
        hop.verdict = event.verdict;
        hop.code = event.code;
        hop.origin = event.origin;
        hop.stopped = hop.held = undefined;
        break;
      case 'hop.outcome':
        hop.outcome = event.outcome;
        break;
      case 'hop.ignored':
        hop.ignored.push({ reply: event.reply, reason: event.reason });
        break;
      case 'hop.abandoned':
        hop.abandoned = event.reason;
        hop.endSeq ??= event.seq;
        hop.stopped = hop.held = undefined;
        break;
    }
  }
}
