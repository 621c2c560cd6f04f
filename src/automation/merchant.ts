import type { Json } from '../contract/json.ts';
import type { MerchantSession } from '../contract/trace.ts';
import { hopStatus } from '../host/hops.ts';
import type { SimulatorApi } from '../host/simulator-api.ts';

/** One request of the program to its server, and what came back. Bodies are text; bytes are `{"$bytes": base64}`. */
export interface MerchantExchange {
  hop: string;
  status: 'waiting' | 'stopped' | 'ok' | 'failed' | 'gone';
  request: Json;
  /** `{value: …}` or `{failure: …}`; null while there is none. */
  reply: Json;
  /** The calls that the server made to the platform because of it. */
  openapi: { step: string; code: string | null }[];
}

/** The merchant server (documents 001 and 002), for tests. */
export interface MerchantAutomation {
  /** The requests of all programs to their servers, oldest first. */
  requests(): MerchantExchange[];
  /** What the simulated server keeps of a user after a login; null before. Default: the chosen program and persona. */
  session(who?: { program?: string; persona?: string }): MerchantSession | null;
}

export function merchantAutomation(simulator: SimulatorApi): MerchantAutomation {
  const json = (payload: Parameters<typeof simulator.trace.payloads.json>[0]) =>
    simulator.trace.payloads.json(payload);
  return {
    requests: () => {
      const rows = simulator.hops.rows;
      return rows
        .filter((hop) => hop.step === 'merchant.request')
        .map((hop) => ({
          hop: hop.id,
          status: hopStatus(hop),
          request: json(hop.request),
          reply: hop.reply ? json(hop.reply) : null,
          openapi: rows
            .filter((other) => other.parent === hop.id)
            .map((other) => ({ step: other.step, code: other.code ?? null })),
        }));
    },
    session: ({ program = simulator.choice.program, persona = simulator.choice.persona } = {}) =>
      simulator.state.merchant[persona]?.[program] ?? null,
  };
}
