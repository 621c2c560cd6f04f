import { z } from 'zod/mini';
import { breakpointSchema } from '../../contract/rule.ts';
import { readLongSessionFile } from '../../host/session/read.ts';
import type { SimulatorApi } from '../../host/simulator-api.ts';
import type { Chunk, SessionDatabase } from './database.ts';
import { type KeptSession, takeUp } from './kept-session.ts';
import { assemble, type Tail } from './tail.ts';

const time = z.number();
/** What this page wrote itself may have been written by another version of it. */
const placeSchema = z.object({
  at: time,
  real: time,
  speed: z.number().check(z.minimum(0)),
  loaded: z.boolean(),
  paused: z.boolean(),
  breakpoints: z.array(z.object({ breakpoint: breakpointSchema, enabled: z.boolean() })),
  selected: z.optional(z.string()),
});

export type Restored =
  | {
      kept: KeptSession;
      chunks: Chunk[];
      refs: string[];
      /** {@link takeUp} of it. */
      takeUp(simulator: SimulatorApi, real: number): boolean;
    }
  /** It cannot be opened: what there is, as it is, and why. */
  | { file: unknown; problems: string[] };

/** Reads what a tab kept; undefined: nothing. Rejects with the browser's own error. */
export async function restore(
  database: Pick<SessionDatabase, 'read'>,
  tab: string,
  tail: Tail | undefined,
): Promise<Restored | undefined> {
  const stored = await database.read(tab);
  const found = assemble(stored, tail);
  if (!found) return undefined;
  const read = await readLongSessionFile(found.file);
  if ('problems' in read) return { file: found.file, problems: read.problems };
  const place = placeSchema.safeParse(found.place);
  if (!place.success)
    return { file: found.file, problems: place.error.issues.map(({ path }) => `place.${path.join('.')}`) };
  const kept = { session: read.session, place: place.data };
  return {
    kept,
    takeUp: (simulator, real) => takeUp(simulator, kept, real, read.check),
    chunks: found.chunks,
    refs: (stored?.payloads ?? []).map(([ref]) => ref),
  };
}
