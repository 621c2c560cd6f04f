interface Entry<T> {
  seq: number;
  value: T;
}
type Bucket<T> = ReadonlyMap<string, Entry<T>>;

/** Copying a bucket is what a change costs: few entries in each keep it cheap, few buckets keep the list of them so. */
const WIDTH = 128;

/**
 * An immutable map from text to values that is cheap to change: a change copies one small bucket and shares the rest.
 * (Copying a plain object of a thousand members takes hundreds of microseconds; a code is issued in every login.)
 * It remembers the order in which its keys came.
 */
export class Table<T> {
  readonly size: number;
  readonly #next: number;
  readonly #buckets: readonly Bucket<T>[];
  #values: readonly T[] | undefined;
  #record: Record<string, T> | undefined;

  private constructor(size: number, next: number, buckets: readonly Bucket<T>[]) {
    this.size = size;
    this.#next = next;
    this.#buckets = buckets;
  }

  /** A table of a plain object's own members, in their order. */
  static from<T>(record: Readonly<Record<string, T>>): Table<T> {
    const buckets = Array.from({ length: WIDTH }, () => new Map<string, Entry<T>>());
    const entries = Object.entries(record);
    entries.forEach(([key, value], seq) => {
      buckets[bucketOf(key)]?.set(key, { seq, value });
    });
    return new Table(entries.length, entries.length, buckets);
  }

  get(key: string): T | undefined {
    return this.#buckets[bucketOf(key)]?.get(key)?.value;
  }

  /** A table with `value` at `key`. A key that is there keeps its place in the order. */
  put(key: string, value: T): Table<T> {
    const bucket = new Map(this.#buckets[bucketOf(key)]);
    const seq = bucket.get(key)?.seq;
    bucket.set(key, { seq: seq ?? this.#next, value });
    return this.#with(key, bucket, seq === undefined ? 1 : 0);
  }

  /** A table without `key`; itself when it has none. */
  remove(key: string): Table<T> {
    const bucket = new Map(this.#buckets[bucketOf(key)]);
    return bucket.delete(key) ? this.#with(key, bucket, -1) : this;
  }

  /** All values, the key that came first first. Built once for each table. */
  values(): readonly T[] {
    this.#values ??= this.#entries().map(([, entry]) => entry.value);
    return this.#values;
  }

  /** The table as a plain object. Built once for each table. */
  record(): Record<string, T> {
    this.#record ??= Object.fromEntries(this.#entries().map(([key, entry]) => [key, entry.value]));
    return this.#record;
  }

  #entries(): [string, Entry<T>][] {
    return this.#buckets.flatMap((bucket) => [...bucket]).sort(([, a], [, b]) => a.seq - b.seq);
  }

  #with(key: string, bucket: Bucket<T>, more: number): Table<T> {
    return new Table(
      this.size + more,
      this.#next + Math.max(more, 0),
      this.#buckets.with(bucketOf(key), bucket),
    );
  }
}

/** FNV-1a, folded to a bucket. */
export function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (WIDTH - 1);
}
