import { SESSION_VERSION } from '../../contract/session-file.ts';
import type { SimulatorApi } from '../../host/simulator-api.ts';
import { setFiles, useFiles } from '../files/files-store.ts';
import { notice } from '../lib/notice.ts';
import { useUi } from '../store.ts';
import { WrittenChunks } from './chunks.ts';
import { SessionDatabase } from './database.ts';
import { Keeper } from './keeper.ts';
import type { KeptSession } from './kept-session.ts';
import { type Restored, restore } from './restore.ts';
import { takeTail, writeTail } from './tail.ts';
import type { ThisTab } from './this-tab.ts';

/** Real ms after which what a tab kept is forgotten. */
const KEPT_FOR = 7 * 24 * 3_600_000;

/** What a tab kept before the page was reloaded, or why it keeps nothing. */
export type Found = {
  database?: SessionDatabase;
  restored?: Restored | undefined;
  /** Programs that it was given. */
  programs?: unknown;
  failure?: string;
};

/** Opens the database, and reads what the tab kept if it has come back. Never rejects. */
export async function findKept({ id, cameBack }: ThisTab): Promise<Found> {
  const tail = takeTail(sessionStorage, id);
  try {
    const database = await SessionDatabase.open();
    if (!cameBack) {
      await database.clear(id);
      return { database };
    }
    const [restored, before, aside, programs] = await Promise.all([
      restore(database, id, tail),
      database.readExtra(id, 'before'),
      database.readExtra(id, 'aside'),
      database.readExtra(id, 'programs'),
    ]);
    setFiles({ ...(isOurs(before) ? { before } : {}), aside });
    return { database, restored, programs };
  } catch (error) {
    return { failure: wordsOf(error) };
  }
}

/** Keeps the session of the tab from now on, in the background. */
export function keepPage(simulator: SimulatorApi, tab: string, { database, restored, failure }: Found): void {
  const fail = (reason: string) => notice(simulator, 'sessionNotKept', { reason });
  if (!database) return fail(failure ?? '');
  const keeper = new Keeper(
    {
      simulator,
      database,
      tab,
      selected: () => useUi.getState().selected,
      now: () => Date.now(),
      later: (ms, task) => setTimeout(task, ms),
      onFailure: (error) => fail(wordsOf(error)),
    },
    restored && 'kept' in restored
      ? { written: WrittenChunks.of(restored.chunks), refs: restored.refs }
      : undefined,
  );
  addEventListener('pagehide', () => writeTail(sessionStorage, keeper.tail()));
  document.addEventListener('visibilitychange', () => document.hidden && void keeper.flush());
  useFiles.subscribe((files, last) => {
    for (const name of ['before', 'aside'] as const)
      if (files[name] !== last[name]) database.writeExtra(tab, name, files[name]).catch(() => undefined);
  });
  if (restored && 'problems' in restored) {
    setFiles({ aside: restored.file });
    notice(simulator, 'sessionSetAside', { problem: restored.problems[0] ?? '' });
  }
  database.forget(Date.now() - KEPT_FOR, tab).catch(() => undefined);
}

/** Another version of the page may have written it; only this one's can be taken up without reading it anew. */
function isOurs(before: unknown): before is KeptSession {
  return (before as KeptSession | undefined)?.session?.version === SESSION_VERSION;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
