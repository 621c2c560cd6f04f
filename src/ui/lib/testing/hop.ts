import type { Hop } from '../../../host/hops.ts';

/** A hop for tests: a call of the service that waits, but for these parts. */
export function hopOf(parts: Partial<Hop>): Hop {
  return {
    id: 'h',
    index: 0,
    seq: 0,
    step: 'spi.getAuthCode',
    run: 'r1',
    document: undefined,
    call: undefined,
    parent: undefined,
    observed: false,
    request: { json: null },
    reply: undefined,
    requestedAt: 0,
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
    ...parts,
  };
}
