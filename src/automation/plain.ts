import type { Json, JsonObject } from '../contract/json.ts';
import { stepOfHop } from '../contract/steps.ts';
import type { TraceEvent } from '../contract/trace.ts';
import type { Payloads } from '../host/payloads.ts';
import { plain } from '../host/plain-payloads.ts';

/** A trace event as plain JSON: payloads in place, and the step that it belongs to (null: to none). */
export type PlainEvent = {
  seq: number;
  at: number;
  type: TraceEvent['type'];
  step: string | null;
} & JsonObject;

/** Makes an event readable on its own. Maps and bytes stay in the codec's tagged form. */
export function plainEvent(event: TraceEvent, payloads: Payloads): PlainEvent {
  const hop = 'hop' in event ? event.hop : undefined;
  const body = plain(event as unknown as Json, payloads) as JsonObject;
  const { seq, at, type } = event;
  return { ...body, seq, at, type, step: hop === undefined ? null : stepOfHop(hop) };
}
