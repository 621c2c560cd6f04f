import type { Dialect } from '../../../contract/dialects/schema.ts';
import { PAY_RESULTS } from '../../../contract/jsapi/results.ts';
import type { Json, JsonObject } from '../../../contract/json.ts';
import { outcomesFor } from '../../../contract/outcomes/index.ts';
import type { Effect, NewRule, Rule } from '../../../contract/rule.ts';
import type { StepName } from '../../../contract/steps.ts';
import type { EventOf } from '../../../contract/trace.ts';
import type { Payloads } from '../../payloads.ts';
import type { Notes } from './notes.ts';
import type { SessionPart } from './part.ts';
import { stepCounter } from './step-counter.ts';

interface Fault {
  step: StepName;
  /** Which hop of its step, from 1. */
  n: number;
  outcome: string | Effect;
  title?: string;
  /** The rule behind it applies to every hop. */
  always: boolean;
}

/** Sheets that a headless user answers at once; what a person answered otherwise must be said. */
const AT_ONCE: Readonly<Record<string, JsonObject | undefined>> = {
  'jsapi.confirm': { confirm: true },
  'jsapi.prompt': { ok: true, inputValue: '' },
  'jsapi.showActionSheet': { index: 0 },
  'jsapi.tradePay': { resultCode: PAY_RESULTS.paid },
};

/** Where the person chose or typed something, no headless user knows it. */
const SAID = new Set<StepName>(
  ['chooseImage', 'scan', 'datePicker', 'optionsSelect', 'addPhoneContact'].map(
    (name) => `jsapi.${name}` as const,
  ),
);

/**
 * The rules that make happen what rules, and people at stops and sheets, made of the hops: by the step's count, so that
 * it does not matter when a rule was added.
 */
export function rulesOf(
  { events }: SessionPart,
  dialect: Dialect,
  payloads: Payloads,
  notes: Notes,
): NewRule[] {
  const count = stepCounter();
  const places = new Map<string, { step: StepName; n: number; request: Json }>();
  const faults: Fault[] = [];
  const rules = new Map<string, Rule>();
  const stoppedAt = new Map<string, EventOf<'hop.stopped'>['where']>();
  const fault = (hop: string, effect: Effect, title?: string, always = false) => {
    const place = places.get(hop);
    if (!place) return;
    const known = outcomesFor(place.step, dialect).find((one) => isSame(one.effect, effect));
    faults.push({
      ...place,
      always,
      ...(known ? { outcome: known.id } : { outcome: effect, ...(title ? { title } : {}) }),
    });
  };
  for (const event of events) {
    switch (event.type) {
      case 'rules':
        for (const rule of event.rules) rules.set(rule.title ?? rule.id, rule);
        break;
      case 'hop.requested': {
        if (event.observed) break;
        const n = count(event);
        places.set(event.hop, { step: event.step, n, request: payloads.json(event.request) });
        break;
      }
      case 'hop.injected': {
        const rule = rules.get(event.rule);
        const title = event.rule === rule?.id ? undefined : event.rule;
        fault(event.hop, event.outcome, title, rule?.times === 'always');
        break;
      }
      case 'hop.stopped':
        stoppedAt.set(event.hop, event.where);
        break;
      case 'hop.resumed':
        resumed(event, stoppedAt.get(event.hop) ?? 'request');
        break;
      case 'hop.answered':
        answered(event);
        break;
    }
  }
  return merged(faults);

  function resumed(
    { hop, how, edited, late, title }: EventOf<'hop.resumed'>,
    where: 'request' | 'answer',
  ): void {
    const step = places.get(hop)?.step ?? '';
    const value = edited ? payloads.json(edited) : undefined;
    if (how === 'edit' && where === 'request') {
      // What the program asks with is in the play.
      if (!step.startsWith('jsapi.')) notes.add('editedRequest', { step });
    } else if ((how === 'edit' || how === 'answer') && value !== undefined) {
      if (where === 'answer') notes.add('editedAnswer', { step });
      fault(hop, { reply: value }, title);
    } else if (how === 'drop') fault(hop, where === 'request' ? { never: true } : { drop: true }, title);
    else if (how === 'twice') fault(hop, { twice: true }, title);
    else if (how === 'late') fault(hop, { late: late ?? 0 }, title);
  }

  function answered({ hop, reply, origin, code }: EventOf<'hop.answered'>): void {
    const place = places.get(hop);
    if (!place || (origin !== 'performed' && origin !== 'replayed')) return;
    const value = payloads.json(reply);
    if (place.step === 'user.authorize' && code === 'failed') return fault(hop, { reply: value });
    if (SAID.has(place.step)) return fault(hop, { reply: value }, 'The user’s answer');
    const usual = AT_ONCE[place.step];
    const success = ((value as JsonObject).value as JsonObject | undefined)?.success;
    if (usual === undefined || success === undefined) return;
    if (!isSame(success, usual)) fault(hop, { reply: value }, 'The user’s answer');
  }
}

/** Neighbours that are alike are one rule. */
function merged(faults: readonly Fault[]): NewRule[] {
  const rules: (NewRule & { from: number; times: number | 'always' })[] = [];
  const sorted = [...faults].sort((a, b) => a.n - b.n);
  for (const { step, n, outcome, title, always } of sorted) {
    const last = rules.findLast((rule) => rule.at === step);
    const follows = last && last.from + (last.times === 'always' ? n - last.from : last.times) === n;
    if (follows && isSame(last.outcome as Json, outcome as Json)) {
      if (last.times !== 'always') last.times++;
    } else
      rules.push({
        at: step,
        from: n,
        times: always ? 'always' : 1,
        outcome,
        ...(title ? { title } : {}),
      });
  }
  return rules.map(({ from, times, ...rule }) => ({
    ...rule,
    ...(from > 1 ? { from } : {}),
    ...(times === 1 ? {} : { times }),
  }));
}

const isSame = (a: Json | Effect, b: Json | Effect): boolean => sorted(a) === sorted(b);

/** JSON text that does not depend on the order of members. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
