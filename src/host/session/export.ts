import { SESSION_FORMAT, SESSION_VERSION, type SessionFile } from '../../contract/session-file.ts';
import { refsIn } from '../payloads.ts';
import type { SimulatorApi } from '../simulator-api.ts';
import type { Trace } from '../trace.ts';

export interface ExportOptions {
  /** Default `redacted`: codes, tokens and personal data are replaced by placeholders. */
  secrets?: 'redacted' | 'kept';
}

/** The session so far, as a file; events and values are the simulator's own objects, to be written and not changed. */
export function sessionOf(simulator: Pick<SimulatorApi, 'trace' | 'seed' | 'choice'>): SessionFile {
  const { trace, seed } = simulator;
  const { program, dialect, persona, service, silentPolicy, failureShape } = simulator.choice;
  return {
    format: SESSION_FORMAT,
    version: SESSION_VERSION,
    secrets: 'kept',
    seed,
    choice: {
      program,
      dialect,
      persona,
      service,
      silentPolicy,
      ...(failureShape === undefined ? {} : { failureShape }),
    },
    events: [...trace.events],
    payloads: payloadsOf(trace),
  };
}

/** Of the values that are kept, those that the events speak of, in the order in which they do. */
function payloadsOf({ events, payloads }: Trace): [ref: string, text: string][] {
  const texts = new Map(payloads.entries());
  const used: [string, string][] = [];
  const take = (ref: string) => {
    const text = texts.get(ref);
    if (text === undefined) return;
    used.push([ref, text]);
    texts.delete(ref);
  };
  for (const event of events) for (const ref of refsIn(event)) take(ref);
  const [first] = events;
  if (first?.type === 'checkpoint') for (const ref of refsIn(payloads.value(first.state))) take(ref);
  return used;
}
