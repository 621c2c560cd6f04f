import type { Dialect } from '../contract/dialects/schema.ts';
import { NOTICES } from '../contract/notices.ts';
import type { Persona } from '../contract/persona.ts';
import type { Program } from '../contract/program.ts';
import { merchantSender } from './merchant-sender.ts';
import type { ProgramRun } from './run.ts';
import type { RunContext } from './run-context.ts';
import { serviceTools } from './service-tools.ts';
import type { Simulator } from './simulator.ts';
import type { Choice, ServiceEntry } from './simulator-api.ts';

/** Who and what a run is started with. */
export interface RunCast {
  program: Program;
  dialect: Dialect;
  persona: Persona;
  service: ServiceEntry;
}

/** What the documents of a run share, made of the parts of the simulator; its service is created here. */
export function makeRunContext(
  id: string,
  run: ProgramRun,
  { service, ...cast }: RunCast,
  { trace, clock, gate, device, wallet, seed, personas, parts }: Simulator,
  chosen: { choice: Choice; programs: () => readonly Program[] },
): RunContext {
  const shared: Omit<RunContext, 'service' | 'send'> = {
    id,
    ...cast,
    choice: chosen.choice,
    trace,
    clock,
    gate,
    device,
    wallet,
    get pages() {
      return run.pages;
    },
    seed,
    parts,
    storageTouched: () => run.touchStorage(),
    notice: (code, params = {}, hop) =>
      trace.append({
        type: 'notice',
        code,
        level: NOTICES[code].level,
        run: id,
        ...(hop ? { hop } : {}),
        params,
      }),
  };
  const send = merchantSender(shared, { programs: chosen.programs, personas });
  const tools = serviceTools({ ...shared, send }, (sessionId) => {
    if (!run.document) throw new Error('the program that asked is gone');
    return run.document.sessions.get(sessionId);
  });
  return Object.assign(shared, { send, service: service.create(tools) });
}
