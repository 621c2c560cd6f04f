import { SESSION_FORMAT, SESSION_VERSION, type SessionFile } from '../../contract/session-file.ts';
import type { SimulatorApi } from '../simulator-api.ts';
import { doAtOnce, type Work } from '../work.ts';
import { payloadsOf } from './payload-list.ts';
import { redacting } from './redact-session.ts';

export interface ExportOptions {
  /** Default `redacted`: codes, tokens and personal data are replaced by placeholders. */
  secrets?: 'redacted' | 'kept' | undefined;
}

/**
 * The session as it is now, as a file.
 * @returns events and values may be the simulator's own objects: to be written, not to be changed
 */
export function* exporting(
  simulator: Pick<SimulatorApi, 'trace' | 'seed' | 'choice' | 'personas'>,
  { secrets = 'redacted' }: ExportOptions = {},
): Work<SessionFile> {
  const session = sessionOf(simulator);
  return secrets === 'kept' ? session : yield* redacting(session, simulator.personas);
}

/** The same at once: a long session takes seconds. */
export function exportSession(...of: Parameters<typeof exporting>): SessionFile {
  return doAtOnce(exporting(...of));
}

/** The session so far, with its secrets. */
export function sessionOf(simulator: Pick<SimulatorApi, 'trace' | 'seed' | 'choice'>): SessionFile {
  const { trace } = simulator;
  return { ...sessionHeadOf(simulator), events: [...trace.events], payloads: payloadsOf(trace) };
}

/** The session without what happened in it. */
export function sessionHeadOf({
  seed,
  choice,
}: Pick<SimulatorApi, 'seed' | 'choice'>): Omit<SessionFile, 'events' | 'payloads'> {
  const { program, dialect, persona, service, silentPolicy, failureShape } = choice;
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
  };
}
