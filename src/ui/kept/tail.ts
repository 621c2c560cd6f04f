import type { TraceEvent } from '../../contract/trace.ts';
import type { Chunk, Head, Stored } from './database.ts';

/**
 * What was not stored yet when the page was left. A page that is left cannot wait for a database, but the tab's own
 * small storage takes a text at once.
 */
export interface Tail {
  tab: string;
  head: Head;
  /** Stored events from this `seq` on do not count; undefined: none of them does. */
  from: number | undefined;
  events: readonly TraceEvent[];
  payloads: readonly [ref: string, text: string][];
}

const KEY = 'miniauth:tail';
/** In UTF-16 units: what a tab may store is limited to some 5 million. */
const LONGEST = 2_000_000;

export function writeTail(storage: Storage, tail: Tail): void {
  try {
    const text = JSON.stringify(tail);
    if (text.length <= LONGEST) storage.setItem(KEY, text);
  } catch {
    // Full: the session goes on from what is in the database.
  }
}

/** Takes the tail out of the tab's storage; undefined: there is none. */
export function takeTail(storage: Storage, tab: string): Tail | undefined {
  const text = storage.getItem(KEY);
  storage.removeItem(KEY);
  if (text === null) return undefined;
  try {
    const tail = JSON.parse(text) as Tail;
    return tail.tab === tab ? tail : undefined;
  } catch {
    return undefined;
  }
}

/** What is stored and the tail as one: the file that they are, not checked yet, and the chunks that stay stored. */
export function assemble(
  stored: Stored | undefined,
  tail: Tail | undefined,
): { file: Record<string, unknown>; place: unknown; chunks: Chunk[] } | undefined {
  const head = tail?.head ?? stored?.head;
  if (head === null || typeof head !== 'object') return undefined;
  const end = tail ? (tail.from ?? Number.NEGATIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const chunks = (stored?.chunks ?? [])
    .map(({ first, events }) => ({ first, events: events.filter((event) => event.seq < end) }))
    .filter(({ events }) => events.length > 0);
  const { place, touched: _touched, ...rest } = head as Head;
  const events = [...chunks.flatMap((chunk) => chunk.events), ...(tail?.events ?? [])];
  const payloads = [...new Map([...(stored?.payloads ?? []), ...(tail?.payloads ?? [])])];
  return { file: { ...rest, events, payloads }, place, chunks };
}
