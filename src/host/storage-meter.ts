import { entrySize, type JsapiFailure, refuseSize } from '../contract/jsapi/storage.ts';
import type { Json } from '../contract/json.ts';
import type { Payload, StorageArea } from '../contract/trace.ts';
import type { ProgramStorage } from './state.ts';

/** How much of its storage a program has used, kept up to date in O(1) a write. */
export class StorageMeter {
  readonly #sizes = new Map<string, number>();
  #total = 0;

  constructor(storage: ProgramStorage) {
    for (const area of Object.keys(storage) as StorageArea[])
      for (const [key, value] of Object.entries(storage[area])) this.#set(area, key, payloadSize(key, value));
  }

  /** Why this write would break a limit; undefined when it is counted and may be made. */
  write(area: StorageArea, key: string, value: Json): JsapiFailure | undefined {
    const problem = refuseSize(key, value, this.#total - (this.#sizes.get(`${area} ${key}`) ?? 0));
    if (!problem) this.#set(area, key, entrySize(key, value));
    return problem;
  }

  remove(area: StorageArea, key: string): void {
    this.#total -= this.#sizes.get(`${area} ${key}`) ?? 0;
    this.#sizes.delete(`${area} ${key}`);
  }

  clear(area: StorageArea): void {
    for (const id of [...this.#sizes.keys()])
      if (id.startsWith(`${area} `)) this.remove(area, id.slice(area.length + 1));
  }

  #set(area: StorageArea, key: string, size: number): void {
    this.remove(area, key);
    this.#sizes.set(`${area} ${key}`, size);
    this.#total += size;
  }
}

function payloadSize(key: string, value: Payload): number {
  return 'json' in value ? entrySize(key, value.json) : key.length + value.size;
}
