import type { Json } from '../contract/json.ts';
import type { Effect } from '../contract/rule.ts';
import type { StepName } from '../contract/steps.ts';
import type { AnswerOrigin, EventBody, EventOf, TraceEvent } from '../contract/trace.ts';
import type { Payloads } from './payloads.ts';
import type { OpenApiCall } from './simulator-api.ts';

/** What a recording knows of one hop. */
export interface RecordedHop {
  step: StepName;
  /** The request as it was made, as JSON text. */
  request: string;
  observed: boolean;
  /**
   * Answered as recorded: what the user, a service, a server or the wallet said. Otherwise the super app does its part
   * again, and the hops below it are answered.
   */
  answers: boolean;
  /** The request as a person edited it. */
  edited?: Json;
  /** What a rule (or, without `rule`, a person at a stop) made of it. */
  effect?: Effect;
  rule?: string;
  reply?: Json;
  origin?: AnswerOrigin;
  /** How often the answer was delivered. */
  copies: number;
  /** Stops of a hop that is done again, to be recorded again. */
  atRequest: EventBody[];
  atAnswer: EventBody[];
}

/** What came from outside, in the order of then. */
export type Stimulus = { at: number } & (
  | { kind: 'answer'; hop: string; reply: Json }
  | {
      kind: 'input';
      hop: string;
      document: string | undefined;
      input: { type: string; [member: string]: Json };
      /** Hops that the program had made by then in this document. */
      after: string[];
    }
  /** A server called the platform by itself. */
  | { kind: 'server'; hop: string; call: OpenApiCall }
  | { kind: 'foreground'; foreground: boolean }
  /** Something ran out. */
  | { kind: 'time' }
  | { kind: 'policies'; body: EventOf<'policies'> }
  /** Recorded again as it is; with a hop, when that has been made. */
  | { kind: 'event'; hop?: string; body: EventBody }
);

export interface ReplayPlan {
  run: EventOf<'run.started'>;
  hops: ReadonlyMap<string, RecordedHop>;
  stimuli: readonly Stimulus[];
  /** The hop that is live again; undefined: all that was recorded of the run is done again. */
  target: string | undefined;
  /** When the last of it happened: what runs out until then has run out. */
  until: number;
  /** How the clock went when the target was reached. */
  clock: { frozen: boolean; speed: number };
}

/** `my.*` calls that wait for the user in a sheet of the super app. */
const ASKS_THE_USER = new Set(
  [
    'alert',
    'confirm',
    'prompt',
    'showActionSheet',
    'openSetting',
    'chooseImage',
    'previewImage',
    'openDocument',
    'openLocation',
    'scan',
    'makePhoneCall',
    'addPhoneContact',
    'datePicker',
    'optionsSelect',
    'tradePay',
  ].map((name) => `jsapi.${name}`),
);
/** Events that belong to a hop, beside its request and answer. */
const EFFECTS = new Set([
  'wallet',
  'storage',
  'merchant.kept',
  'merchant.forgot',
  'notice',
  'hop.ignored',
  'hop.stopped',
  'hop.resumed',
  'hop.injected',
]);
/** Those that a person causes, too, with no hop: grants edited, the ledger written. */
const BY_HAND = new Set(['wallet', 'merchant.kept', 'merchant.forgot']);

/**
 * Works out how a recorded run is done again.
 * @param events of the session; the run's start must be among them
 * @param target the id of the hop that is live again
 * @throws RangeError when the hop is not there, or the start of its run has been folded away
 */
export function planReplay(
  events: readonly TraceEvent[],
  payloads: Payloads,
  target: { hop: string } | { run: string },
): ReplayPlan {
  const runId = 'run' in target ? target.run : target.hop.slice(0, target.hop.indexOf('/'));
  const start = events.findIndex((event) => event.type === 'run.started' && event.run === runId);
  const run = events[start];
  if (run?.type !== 'run.started')
    throw new RangeError(`${runId}: the beginning of this run is not in the recording any more`);
  const hop = 'hop' in target ? target.hop : undefined;
  let end = events.length;
  if (hop !== undefined) {
    end = events.findIndex((event) => event.type === 'hop.requested' && event.hop === hop);
    if (end < 0) throw new RangeError(`${hop}: there is no such step in the recording`);
  } else {
    const next = events.findIndex((event, i) => i > start && event.type === 'run.started');
    if (next >= 0) end = next;
  }
  const recorded = events.slice(start + 1, end);
  const hops = hopsOf(recorded, parentsIn(events), payloads);
  const stimuli = stimuliOf(recorded, hops, payloads);
  const request = events[end];
  if (hop !== undefined && request?.type === 'hop.requested') {
    hops.set(hop, newHop(request, payloads));
    stimuli.push(...serverCall(request, payloads));
  }
  return {
    run,
    hops,
    stimuli,
    target: hop,
    until: recorded.at(-1)?.at ?? run.at,
    clock: clockAt(events, end),
  };
}

function newHop(event: EventOf<'hop.requested'>, payloads: Payloads): RecordedHop {
  return {
    step: event.step,
    request: JSON.stringify(payloads.json(event.request)),
    observed: event.observed ?? false,
    answers: !event.step.startsWith('jsapi.') || ASKS_THE_USER.has(event.step),
    copies: 1,
    atRequest: [],
    atAnswer: [],
  };
}

/** The hops that others were made on behalf of, at any time. */
function parentsIn(events: readonly TraceEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) =>
      event.type === 'hop.requested' && event.parent !== undefined ? [event.parent] : [],
    ),
  );
}

function hopsOf(
  recorded: readonly TraceEvent[],
  parents: ReadonlySet<string>,
  payloads: Payloads,
): Map<string, RecordedHop> {
  const hops = new Map<string, RecordedHop>();
  const stoppedAt = new Map<string, 'request' | 'answer'>();
  for (const event of recorded) {
    if (event.type === 'hop.requested') {
      hops.set(event.hop, newHop(event, payloads));
      continue;
    }
    const hop = 'hop' in event && event.hop !== undefined ? hops.get(event.hop) : undefined;
    if (!hop || !('hop' in event) || event.hop === undefined) continue;
    switch (event.type) {
      case 'hop.stopped':
        stoppedAt.set(event.hop, event.where);
        (event.where === 'request' ? hop.atRequest : hop.atAnswer).push(bodyOf(event));
        break;
      case 'hop.resumed': {
        const where = stoppedAt.get(event.hop) ?? 'request';
        (where === 'request' ? hop.atRequest : hop.atAnswer).push(bodyOf(event));
        if (event.how === 'edit' && where === 'request' && event.edited)
          hop.edited = payloads.json(event.edited);
        if (event.how === 'twice') hop.effect = { twice: true };
        if (event.how === 'late') hop.effect = { late: event.late ?? 0 };
        break;
      }
      case 'hop.injected':
        hop.effect = event.outcome;
        hop.rule = event.rule;
        break;
      case 'hop.answered':
        hop.reply = payloads.json(event.reply);
        hop.origin = event.origin;
        break;
    }
  }
  for (const [id, hop] of hops) {
    if (parents.has(id)) hop.answers = false;
    else if (hop.origin === 'edited' || (hop.effect && 'reply' in hop.effect)) hop.answers = true;
    if (hop.effect && 'twice' in hop.effect) hop.copies = 2;
  }
  return hops;
}

function stimuliOf(
  recorded: readonly TraceEvent[],
  hops: ReadonlyMap<string, RecordedHop>,
  payloads: Payloads,
): Stimulus[] {
  const stimuli: Stimulus[] = [];
  const madeIn = new Map<string, string[]>();
  for (const event of recorded) {
    const { at } = event;
    switch (event.type) {
      case 'hop.requested': {
        const made = madeIn.get(event.document ?? '') ?? [];
        madeIn.set(event.document ?? '', made);
        if (event.step === 'user.input') {
          const input = payloads.json(event.request) as { type: string; [member: string]: Json };
          stimuli.push({
            kind: 'input',
            at,
            hop: event.hop,
            document: event.document,
            input,
            after: [...made],
          });
        } else {
          stimuli.push(...serverCall(event, payloads));
          if (event.parent === undefined) made.push(event.hop);
        }
        break;
      }
      case 'hop.answered': {
        const hop = hops.get(event.hop);
        if (event.origin === 'timeout') stimuli.push({ kind: 'time', at });
        else if (hop?.answers && !hop.observed && hop.reply !== undefined)
          stimuli.push({ kind: 'answer', at, hop: event.hop, reply: hop.reply });
        break;
      }
      case 'foreground':
        stimuli.push({ kind: 'foreground', at, foreground: event.foreground });
        break;
      case 'policies':
        stimuli.push({ kind: 'policies', at, body: event });
        break;
      case 'clock':
      case 'device':
        stimuli.push({ kind: 'event', at, body: bodyOf(event) });
        break;
      default: {
        if (!EFFECTS.has(event.type)) break;
        const hop = 'hop' in event ? event.hop : undefined;
        // What the super app's own part leads to comes of itself.
        if (hop === undefined ? BY_HAND.has(event.type) : hops.get(hop)?.answers && !hops.get(hop)?.observed)
          stimuli.push({ kind: 'event', at, ...(hop === undefined ? {} : { hop }), body: bodyOf(event) });
      }
    }
  }
  return stimuli;
}

/** What nobody but a server asked for: no document, and no hop that it would be on behalf of. */
function serverCall(event: EventOf<'hop.requested'>, payloads: Payloads): Stimulus[] {
  const { step, parent, document, hop, at } = event;
  if (!step.startsWith('openapi.') || parent !== undefined || document !== undefined) return [];
  return [{ kind: 'server', at, hop, call: payloads.value(event.request) as OpenApiCall }];
}

/** An event without its place in the recording. */
function bodyOf(event: TraceEvent): EventBody {
  const { seq: _seq, at: _at, ...body } = event;
  return body as EventBody;
}

function clockAt(events: readonly TraceEvent[], end: number): ReplayPlan['clock'] {
  const last = events.slice(0, end).findLast((event) => event.type === 'clock');
  return last?.type === 'clock'
    ? { frozen: last.mode === 'frozen', speed: last.speed }
    : { frozen: false, speed: 1 };
}
