interface Entry<T> {
  key: string;
  seq: number;
  value: T;
}
type Bucket<T> = readonly Entry<T>[];
type Page<T> = readonly Bucket<T>[];

/** A change copies one bucket and two lists of this length, whatever the size. */
const WIDTH = 32;
const NONE: Bucket<never> = [];
const EMPTY_PAGE: Page<never> = Array.from({ length: WIDTH }, () => NONE);
const EMPTY_PAGES: readonly Page<never>[] = Array.from({ length: WIDTH }, () => EMPTY_PAGE);

/**
 * An immutable map from text to values that is cheap to change: a change copies one small bucket and the way to it, and
 * shares the rest. (Copying a plain object of a thousand members takes hundreds of microseconds; a code is issued in
 * every login.) It remembers the order in which its keys came.
 */
export class Table<T> {
  readonly size: number;
  readonly #next: number;
  readonly #pages: readonly Page<T>[];
  #values: readonly T[] | undefined;
  #record: Record<string, T> | undefined;

  private constructor(size: number, next: number, pages: readonly Page<T>[]) {
    this.size = size;
    this.#next = next;
    this.#pages = pages;
  }

  /** A table of a plain object's own members, in their order. */
  static from<T>(record: Readonly<Record<string, T>>): Table<T> {
    const entries = Object.entries(record);
    const pages: Page<T>[] = [...EMPTY_PAGES];
    const own: Bucket<T>[][] = [];
    entries.forEach(([key, value], seq) => {
      const at = bucketOf(key);
      let page = own[pageOf(at)];
      if (!page) {
        page = [...EMPTY_PAGE];
        own[pageOf(at)] = page;
        pages[pageOf(at)] = page;
      }
      page[placeOf(at)] = [...(page[placeOf(at)] ?? NONE), { key, seq, value }];
    });
    return new Table(entries.length, entries.length, pages);
  }

  get(key: string): T | undefined {
    return found(this.#bucket(bucketOf(key)), key)?.value;
  }

  /** A table with `value` at `key`. A key that is there keeps its place in the order. */
  put(key: string, value: T): Table<T> {
    const at = bucketOf(key);
    const bucket = this.#bucket(at);
    const old = found(bucket, key);
    if (!old) return this.#with(at, [...bucket, { key, seq: this.#next, value }], 1);
    return this.#with(at, bucket.with(bucket.indexOf(old), { key, seq: old.seq, value }), 0);
  }

  /** A table without `key`; itself when it has none. */
  remove(key: string): Table<T> {
    const at = bucketOf(key);
    const bucket = this.#bucket(at);
    const old = found(bucket, key);
    return old
      ? this.#with(at, bucket.length === 1 ? NONE : bucket.filter((entry) => entry !== old), -1)
      : this;
  }

  /** All values, the key that came first first. Built once for each table. */
  values(): readonly T[] {
    this.#values ??= this.#entries().map(({ value }) => value);
    return this.#values;
  }

  /** The table as a plain object. Built once for each table. */
  record(): Record<string, T> {
    this.#record ??= Object.fromEntries(this.#entries().map(({ key, value }) => [key, value]));
    return this.#record;
  }

  #bucket(at: number): Bucket<T> {
    return this.#pages[pageOf(at)]?.[placeOf(at)] ?? NONE;
  }

  #entries(): Entry<T>[] {
    return this.#pages
      .flatMap((page) => (page === EMPTY_PAGE ? [] : page.flat()))
      .sort((a, b) => a.seq - b.seq);
  }

  #with(at: number, bucket: Bucket<T>, more: number): Table<T> {
    const page = (this.#pages[pageOf(at)] ?? EMPTY_PAGE).with(placeOf(at), bucket);
    return new Table(this.size + more, this.#next + Math.max(more, 0), this.#pages.with(pageOf(at), page));
  }
}

function found<T>(bucket: Bucket<T>, key: string): Entry<T> | undefined {
  for (const entry of bucket) if (entry.key === key) return entry;
  return undefined;
}

const pageOf = (bucket: number): number => bucket >> 5;
const placeOf = (bucket: number): number => bucket & (WIDTH - 1);

/** FNV-1a, folded to a bucket. */
export function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (WIDTH * WIDTH - 1);
}
