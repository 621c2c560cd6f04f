import type { Json } from '../../contract/json.ts';
import type { Payload } from '../../contract/trace.ts';
import type { Payloads } from '../../host/payloads.ts';

/** A recorded value, or nothing when the bounded trace no longer keeps it. */
export function readPayload(payloads: Payloads, payload: Payload): { json: Json } | undefined {
  try {
    return { json: payloads.json(payload) };
  } catch {
    return undefined;
  }
}
