import type { Json } from '../../contract/json.ts';
import type { AuthOutcome } from '../../contract/outcome.ts';
import type { Payload } from '../../contract/trace.ts';
import type { Hop } from '../hops.ts';
import type { WhySource } from './types.ts';

type Kept = Pick<WhySource, 'payloads'>;

/** A recorded value; undefined when a bounded trace has let go of it. */
export function readable(payload: Payload, { payloads }: Kept): Json | undefined {
  if ('json' in payload) return payload.json;
  return payloads.text(payload) === undefined ? undefined : payloads.json(payload);
}

/** The value of a hop's answer, in the step's own shape; undefined when there is none. */
export function replyOf(hop: Hop, source: Kept): Json | undefined {
  const reply = hop.reply && readable(hop.reply, source);
  return reply !== null && typeof reply === 'object' && !Array.isArray(reply) ? reply.value : undefined;
}

/** How a `my.getAuthCode` ended, in the engine's words; undefined for other hops and while it has not ended. */
export function outcomeOf(hop: Hop, source: Kept): AuthOutcome | undefined {
  const json = hop.outcome && readable(hop.outcome, source);
  return json !== null && typeof json === 'object' && !Array.isArray(json)
    ? (json as unknown as AuthOutcome)
    : undefined;
}
