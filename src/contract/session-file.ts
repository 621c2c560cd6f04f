import { z } from 'zod/mini';
import type { TraceEvent } from './trace.ts';
import { TRACE_VERSION } from './trace.ts';
import { EVENT_SCHEMAS, runSettings } from './trace-schema.ts';

/** What the file says that it is. */
export const SESSION_FORMAT = 'miniauth-session';
/** The version of the file: that of the events in it. */
export const SESSION_VERSION = TRACE_VERSION;

const { clientId: _clientId, ...choice } = runSettings;
const head = {
  $schema: z.optional(z.string()),
  format: z.literal(SESSION_FORMAT),
  version: z.literal(SESSION_VERSION),
  /** Whether codes, tokens and personal data were replaced by placeholders (`authCode·1`) when it was written. */
  secrets: z.enum(['redacted', 'kept']),
  /** What codes, tokens and ids were made from. */
  seed: z.string(),
  /** What was chosen when it was written. */
  choice: z.strictObject(choice),
};
/** Values of more than 2 kB: the address by which events name it (SHA-256), and its JSON text. */
const payloads = z.array(z.tuple([z.string().check(z.regex(/^[0-9a-f]{64}$/)), z.string()]));

/** The file without a look at its events, which are checked one by one: an answer must say which one is wrong. */
export const sessionHeadSchema = z.strictObject({ ...head, events: z.array(z.unknown()), payloads });

/** A session as a file: everything that happened, and the values that it speaks of. For schemas/session.schema.json. */
export const sessionFileSchema = z.strictObject({
  ...head,
  events: z.array(z.union([...EVENT_SCHEMAS.values()])),
  payloads,
});

export interface SessionFile extends Omit<z.infer<typeof sessionHeadSchema>, 'events'> {
  events: TraceEvent[];
}
