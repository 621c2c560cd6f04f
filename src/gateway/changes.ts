/** Tells the page which files of its programs have changed, over Server-Sent Events. */
import { randomUUID } from 'node:crypto';
import { type FolderWatch, watchFolder } from './watch-folder.ts';

/** What is told; `data` of an event is its JSON. */
export type ProgramChange =
  /** These files have changed, come or gone; paths from the program's folder. */
  | { program: string; files: readonly string[] }
  /** It cannot be watched, or not all of it. */
  | { program: string; failed: string };

/** So many are told again to a page that was not listening. */
const KEPT = 500;

export interface Changes {
  /** Answers a page that wants to be told from now on, and what it missed: `?since=` or `Last-Event-ID` say what it knows. */
  answer(request: Request, headers: Record<string, string>): Response;
  close(): void;
}

/**
 * Watches programs from the first page that asks on. Which there are is looked up each time that a page asks.
 * @param folders the programs that are folders on this machine
 */
export function programChanges(folders: () => readonly { id: string; root: string }[]): Changes {
  const boot = randomUUID().slice(0, 8);
  const watched = new Map<string, FolderWatch>();
  const listeners = new Set<(n: number) => void>();
  const log: ProgramChange[] = [];
  let dropped = 0;
  const tell = (change: ProgramChange) => {
    log.push(change);
    if (log.length > KEPT) {
      log.shift();
      dropped++;
    }
    for (const listener of listeners) listener(dropped + log.length);
  };
  const look = () => {
    const now = new Map(folders().map(({ id, root }) => [`${id}\n${root}`, { id, root }]));
    for (const [key, watch] of watched)
      if (!now.has(key)) {
        watch.close();
        watched.delete(key);
      }
    for (const [key, { id, root }] of now)
      if (!watched.has(key))
        watched.set(
          key,
          watchFolder(
            root,
            (files) => tell({ program: id, files }),
            (failed) => tell({ program: id, failed }),
          ),
        );
  };
  const encoder = new TextEncoder();
  const eventText = (n: number) =>
    encoder.encode(`id: ${boot}.${n}\ndata: ${JSON.stringify(log[n - 1 - dropped])}\n\n`);

  return {
    answer(request, headers) {
      look();
      const known =
        new URL(request.url).searchParams.get('since') ?? request.headers.get('last-event-id') ?? '';
      const [whose, number] = known.split('.');
      const since = whose === boot ? Math.max(dropped, Number(number) || 0) : dropped + log.length;
      let stop = () => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const send = (n: number) => controller.enqueue(eventText(n));
          // What it knows now, for the next time that it asks.
          controller.enqueue(encoder.encode(`id: ${boot}.${since}\nevent: known\ndata: null\n\n`));
          for (let n = since + 1; n <= dropped + log.length; n++) send(n);
          listeners.add(send);
          stop = () => listeners.delete(send);
        },
        cancel: () => stop(),
      });
      return new Response(body, {
        headers: { ...headers, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
      });
    },
    close() {
      for (const watch of watched.values()) watch.close();
      watched.clear();
    },
  };
}
