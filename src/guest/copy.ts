import { entrySize } from '../contract/jsapi/storage.ts';
import type { Json } from '../contract/json.ts';
import type { StorageArea } from '../contract/trace.ts';
import type { Boot } from '../contract/wire.ts';

type Change =
  | { area: StorageArea; op: 'set'; key: string; value: Json }
  | { area: StorageArea; op: 'remove'; key: string }
  | { area: StorageArea; op: 'clear' };

/**
 * The guest's copy of what the program has stored: synchronous calls are answered from it. Values are kept as they
 * travel (encoded), so nothing that a program holds is ever shared with it.
 */
export class StorageCopy {
  #areas: Record<StorageArea, Map<string, Json>>;
  #sizes: Record<StorageArea, number>;
  /** Writes of this document that the host cannot have seen when it made its first message. */
  #unseen: Change[] | undefined = [];
  readonly #onChange: () => void;

  /** @param onChange called after each write of the program */
  constructor(storage: Boot['storage'], onChange: () => void = () => {}) {
    this.#areas = mapsOf(storage);
    this.#sizes = sizesOf(this.#areas);
    this.#onChange = onChange;
  }

  get(area: StorageArea, key: string): Json | undefined {
    return this.#areas[area].get(key);
  }

  /** Keys in the order in which they were first set. */
  keys(area: StorageArea): string[] {
    return [...this.#areas[area].keys()];
  }

  /** Sum of the entries' sizes (contract/jsapi/storage.ts). */
  size(area: StorageArea): number {
    return this.#sizes[area];
  }

  /** Sum of the sizes of all entries of all areas but this one: what is there when the key is set anew. */
  others(area: StorageArea, key: string): number {
    const { my, local, session, cookie } = this.#sizes;
    return my + local + session + cookie - this.#entry(area, key);
  }

  set(area: StorageArea, key: string, value: Json): void {
    this.#apply({ area, op: 'set', key, value });
  }

  remove(area: StorageArea, key: string): void {
    this.#apply({ area, op: 'remove', key });
  }

  clear(area: StorageArea): void {
    this.#apply({ area, op: 'clear' });
  }

  /**
   * The host's own state takes the place of the copy. When it is the host's first message to this document, it was
   * made before any write of the document arrived; those writes stay.
   */
  replace(storage: Boot['storage']): void {
    const mine = this.#unseen ?? [];
    this.#unseen = undefined;
    this.#areas = mapsOf(storage);
    this.#sizes = sizesOf(this.#areas);
    for (const change of mine) this.#change(change);
  }

  /** The host has seen this document's messages so far, or will in order. */
  settle(): void {
    this.#unseen = undefined;
  }

  toBoot(): Boot['storage'] {
    const { my, local, session, cookie } = this.#areas;
    return {
      my: Object.fromEntries(my),
      local: Object.fromEntries(local),
      session: Object.fromEntries(session),
      cookie: Object.fromEntries(cookie),
    };
  }

  #apply(change: Change): void {
    this.#unseen?.push(change);
    this.#change(change);
    this.#onChange();
  }

  #entry(area: StorageArea, key: string): number {
    const value = this.#areas[area].get(key);
    return value === undefined ? 0 : entrySize(key, value);
  }

  #change(change: Change): void {
    const { area } = change;
    if (change.op === 'clear') {
      this.#areas[area].clear();
      this.#sizes[area] = 0;
      return;
    }
    this.#sizes[area] -= this.#entry(area, change.key);
    if (change.op === 'remove') {
      this.#areas[area].delete(change.key);
      return;
    }
    this.#areas[area].set(change.key, change.value);
    this.#sizes[area] += entrySize(change.key, change.value);
  }
}

const mapsOf = (storage: Boot['storage']): Record<StorageArea, Map<string, Json>> => ({
  my: new Map(Object.entries(storage.my)),
  local: new Map(Object.entries(storage.local)),
  session: new Map(Object.entries(storage.session)),
  cookie: new Map(Object.entries(storage.cookie)),
});

function sizesOf(areas: Record<StorageArea, Map<string, Json>>): Record<StorageArea, number> {
  const sum = (map: Map<string, Json>) => {
    let size = 0;
    for (const [key, value] of map) size += entrySize(key, value);
    return size;
  };
  return {
    my: sum(areas.my),
    local: sum(areas.local),
    session: sum(areas.session),
    cookie: sum(areas.cookie),
  };
}
