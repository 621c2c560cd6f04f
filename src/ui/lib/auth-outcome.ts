import { type AuthOutcome, FAILURE_KINDS, type FailureKind } from '../../contract/outcome.ts';
import type { Hop } from '../../host/hops.ts';
import type { Payloads } from '../../host/payloads.ts';
import { readPayload } from './payload.ts';

/** How a `my.getAuthCode` ended in the engine's own words; undefined for other hops and while it has not ended. */
export function authOutcome(payloads: Payloads, hop: Hop): AuthOutcome | undefined {
  const read = hop.outcome && readPayload(payloads, hop.outcome);
  const outcome = read?.json;
  if (outcome === null || typeof outcome !== 'object' || Array.isArray(outcome)) return undefined;
  return outcome as unknown as AuthOutcome;
}

/** The ending's kind, when it is a failure. */
export function failureKind(payloads: Payloads, hop: Hop): FailureKind | undefined {
  const kind = authOutcome(payloads, hop)?.kind;
  return FAILURE_KINDS.find((known) => known === kind);
}
