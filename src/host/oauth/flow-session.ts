import type { ConsentEnding } from '../../contract/consent.ts';
import type { Caller } from '../../contract/trace.ts';
import type { HopContext } from '../gate.ts';

/** One `my.getAuthCode` in progress, found again by the `sessionId` that travels in the SPI's APIContext. */
export class FlowSession {
  /** On whose behalf the service acts now: its last SPI hop. */
  caller: Caller;
  /** Aborted when nobody waits for the service's current answer any more. */
  signal: AbortSignal | undefined;
  /** How the host's dialog ended, if it was shown. */
  ending: ConsentEnding | undefined;

  constructor(caller: Caller) {
    this.caller = caller;
  }

  enter(hop: HopContext): void {
    this.caller = hop.caller;
    this.signal = hop.signal;
  }
}

/** The calls of one document that are in progress, and whether one of them has the dialog. */
export class FlowSessions {
  readonly #open = new Map<string, FlowSession>();
  dialogOpen = false;

  open(sessionId: string, caller: Caller): FlowSession {
    const session = new FlowSession(caller);
    this.#open.set(sessionId, session);
    return session;
  }

  /** The call that a service acts for. One that is over, or whose caller is gone, is an error for the service. */
  get(sessionId: string): FlowSession {
    const session = this.#open.get(sessionId);
    if (!session) throw new Error('this my.getAuthCode is over: its sessionId is not in use any more');
    return session;
  }

  close(sessionId: string): void {
    this.#open.delete(sessionId);
  }
}
