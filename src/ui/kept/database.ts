import type { SessionFile } from '../../contract/session-file.ts';
import type { TraceEvent } from '../../contract/trace.ts';
import type { Place } from './kept-session.ts';

/** A tab's session without its events. */
export interface Head extends Omit<SessionFile, 'events' | 'payloads'> {
  place: Place;
  /** Real time of the last write: what nobody comes back to is forgotten after a while. */
  touched: number;
}
/** Some events in a row, by the `seq` of the first. */
export interface Chunk {
  first: number;
  events: readonly TraceEvent[];
}
/** One write, all of it or nothing. */
export interface Batch {
  head: Head;
  /** Chunks that begin at or after this are dropped first, and those that begin before `keepFrom`. */
  dropFrom: number;
  keepFrom: number;
  chunks: readonly Chunk[];
  payloads: readonly [ref: string, text: string][];
  dropPayloads: readonly string[];
}
export interface Stored {
  head: unknown;
  chunks: Chunk[];
  payloads: [ref: string, text: string][];
}

const NAME = 'miniauth-sessions';
const STORES = ['heads', 'events', 'payloads', 'extras'] as const;
/** What a tab keeps beside its session: the one before a recording was opened, one that could not be opened, and programs
 * that it was given. */
export type Extra = 'before' | 'aside' | 'programs';
type StoreName = (typeof STORES)[number];
/** Above every number and text in a key. */
const ALL: never[] = [];

/** Sessions of this browser's tabs, in IndexedDB. Every method rejects with the browser's own error. */
export class SessionDatabase {
  readonly #db: IDBDatabase;

  private constructor(db: IDBDatabase) {
    this.#db = db;
    // Another version of the page wants to change it: it shall not wait for this one.
    db.onversionchange = () => db.close();
  }

  static async open(): Promise<SessionDatabase> {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store);
    };
    return new SessionDatabase(await done(request));
  }

  /** What is stored of a tab; undefined: nothing. */
  async read(tab: string): Promise<Stored | undefined> {
    const { heads, events, payloads } = this.#stores('readonly');
    const [head, lists, keys, texts, refs] = await Promise.all([
      done(heads.get(tab)),
      done(events.getAll(of(tab)) as IDBRequest<TraceEvent[][]>),
      done(events.getAllKeys(of(tab)) as IDBRequest<IDBValidKey[]>),
      done(payloads.getAll(of(tab)) as IDBRequest<string[]>),
      done(payloads.getAllKeys(of(tab)) as IDBRequest<IDBValidKey[]>),
    ]);
    if (head === undefined) return undefined;
    return {
      head,
      chunks: lists.map((list, i) => ({ first: (keys[i] as [string, number])[1], events: list })),
      payloads: texts.map((text, i) => [(refs[i] as [string, string])[1], text]),
    };
  }

  async write(tab: string, batch: Batch): Promise<void> {
    const { heads, events, payloads, finished } = this.#stores('readwrite');
    heads.put(batch.head, tab);
    events.delete(IDBKeyRange.bound([tab, batch.dropFrom], [tab, ALL]));
    events.delete(IDBKeyRange.bound([tab], [tab, batch.keepFrom], false, true));
    for (const { first, events: list } of batch.chunks) events.put(list, [tab, first]);
    for (const ref of batch.dropPayloads) payloads.delete([tab, ref]);
    for (const [ref, text] of batch.payloads) payloads.put(text, [tab, ref]);
    await finished;
  }

  async clear(tab: string): Promise<void> {
    const { heads, events, payloads, extras, finished } = this.#stores('readwrite');
    heads.delete(tab);
    events.delete(of(tab));
    payloads.delete(of(tab));
    extras.delete(of(tab));
    await finished;
  }

  /** Forgets the tabs that were not written since. */
  async forget(since: number, except: string): Promise<void> {
    const { heads } = this.#stores('readonly');
    const [list, keys] = await Promise.all([
      done(heads.getAll() as IDBRequest<Partial<Head>[]>),
      done(heads.getAllKeys()),
    ]);
    for (const [i, key] of keys.entries())
      if (key !== except && !((list[i]?.touched ?? 0) >= since)) await this.clear(String(key));
  }

  /** Something else that a tab keeps; undefined: there is none. */
  readExtra(tab: string, name: Extra): Promise<unknown> {
    return done(this.#stores('readonly').extras.get([tab, name]));
  }
  async writeExtra(tab: string, name: Extra, value: unknown): Promise<void> {
    const { extras, finished } = this.#stores('readwrite');
    if (value === undefined) extras.delete([tab, name]);
    else extras.put(value, [tab, name]);
    await finished;
  }

  #stores(mode: IDBTransactionMode): Record<StoreName, IDBObjectStore> & { finished: Promise<void> } {
    // What is lost when the machine loses power is not worth waiting for at each write.
    const transaction = this.#db.transaction(STORES, mode, { durability: 'relaxed' });
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the write was aborted'));
    });
    // Whoever only reads does not wait for it.
    finished.catch(() => undefined);
    const stores = Object.fromEntries(STORES.map((name) => [name, transaction.objectStore(name)]));
    return { ...(stores as Record<StoreName, IDBObjectStore>), finished };
  }
}

/** Everything of a tab: its keys are lists that begin with it. */
const of = (tab: string): IDBKeyRange => IDBKeyRange.bound([tab], [tab, ALL]);

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}
