import type { TraceEvent } from '../../contract/trace.ts';
import type { Hop } from '../hops.ts';
import { readable } from './recorded.ts';
import type { Cause, WhySource } from './types.ts';

/**
 * The last time that the clock was moved between an event and a moment, as the number of that event; undefined: it was
 * not. What fell due on the way of a jump is recorded before the jump itself.
 */
export function clockJump(
  { events }: Pick<WhySource, 'events'>,
  from: number,
  until: number,
): number | undefined {
  return events.findLast(
    (event) =>
      event.type === 'clock' && event.jumped > 0 && event.seq > from && event.at - event.jumped < until,
  )?.seq;
}

/** Why the wallet has no agreement for what a hop asks for: never given, taken back, or lapsed. */
export function grantCause(hop: Hop, source: WhySource): Cause {
  const { scopes, clientId } = (readable(hop.request, source) ?? {}) as {
    scopes?: unknown;
    clientId?: unknown;
  };
  const run = source.events.find((event) => event.type === 'run.started' && event.run === hop.run);
  const persona = run?.type === 'run.started' ? run.persona : undefined;
  const asked = Array.isArray(scopes) ? scopes : [];
  const about = (event: TraceEvent) =>
    event.type === 'wallet' &&
    (event.change.type === 'grant.given' || event.change.type === 'grant.withdrawn') &&
    event.change.clientId === clientId &&
    (persona === undefined || event.change.persona === persona) &&
    event.change.scopes.some((scope) => asked.includes(scope));
  const last = source.events.findLast((event) => event.seq < hop.seq && about(event));
  if (last?.type !== 'wallet') return { why: 'noAgreement' };
  if (last.change.type === 'grant.withdrawn') return { why: 'withdrawn', seq: last.seq };
  const lapsed = last.change.type === 'grant.given' && (last.change.expiresAt ?? Infinity) <= hop.requestedAt;
  if (!lapsed) return { why: 'noAgreement' };
  const jump = clockJump(source, last.seq, hop.requestedAt);
  return { why: 'lapsed', ...(jump === undefined ? {} : { jump }) };
}
