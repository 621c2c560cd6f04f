import type { WalletState } from '../../contract/wallet.ts';

type Maps = Pick<WalletState, 'codes' | 'families' | 'tokens'>;
type MapName = keyof Maps;

/**
 * A state being changed by one or many events. A map is copied the first time that it is written to, so what no event
 * touches is shared with the state that the draft began with, and a fold of n events copies each map once, not n times.
 */
export class Draft {
  #state: WalletState;
  readonly #copied = new Set<MapName>();
  readonly #sizes = new Map<MapName, number>();

  constructor(state: WalletState) {
    this.#state = state;
  }

  /** The state as it is now. Nobody may keep it while the draft goes on. */
  get state(): WalletState {
    return this.#state;
  }

  /** Replaces the small parts: grants, refusals, suspended clients. */
  set(part: Partial<Omit<WalletState, MapName>>): void {
    this.#state = { ...this.#state, ...part };
  }

  put<K extends MapName>(map: K, key: string, value: Maps[K][string]): void {
    const record = this.#writable(map);
    if (!Object.hasOwn(record, key)) this.#sizes.set(map, this.size(map) + 1);
    // A plain assignment to `__proto__` would not make a member.
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  }

  remove(map: MapName, key: string): void {
    const record = this.#writable(map);
    if (!Object.hasOwn(record, key)) return;
    this.#sizes.set(map, this.size(map) - 1);
    delete record[key];
  }

  size(map: MapName): number {
    const known = this.#sizes.get(map) ?? Object.keys(this.#state[map]).length;
    this.#sizes.set(map, known);
    return known;
  }

  #writable<K extends MapName>(map: K): Maps[K] {
    if (!this.#copied.has(map)) {
      this.#copied.add(map);
      this.#state = { ...this.#state, [map]: { ...this.#state[map] } };
    }
    return this.#state[map];
  }
}
