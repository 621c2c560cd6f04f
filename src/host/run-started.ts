import type { EventBody } from '../contract/trace.ts';
import type { Run } from './simulator-api.ts';
import type { Trace } from './trace.ts';

/** The event with which a run begins: who runs what, and what the program has stored for this persona. */
export function startOf({ id, program, persona, choice, start }: Run, { state, payloads }: Trace): EventBody {
  return {
    type: 'run.started',
    run: id,
    program: program.id,
    clientId: program.clientId,
    dialect: choice.dialect,
    persona: persona.id,
    service: choice.service,
    silentPolicy: choice.silentPolicy,
    ...(choice.failureShape ? { failureShape: choice.failureShape } : {}),
    ...(start ? { start: [...start] } : {}),
    storage: payloads.put(state.storage[persona.id]?.[program.id] ?? {}),
  };
}
