import { defineAccessor, defineProperty } from '../natives.ts';

/** One area of Web Storage, as the guest keeps it. */
export interface AreaStore {
  get(key: string): string | undefined;
  keys(): string[];
  /** Keeps the value and tells the host; false when it does not fit. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  clear(): void;
}

/** The class behind both areas: the page's own `Storage`, so that `instanceof` and patched prototypes work. */
export interface StorageClass {
  prototype: object;
}

/**
 * `localStorage` and `sessionStorage` for an opaque frame, where the native ones throw. The methods of the class's
 * prototype are replaced once; each area is a proxy whose named properties are its keys, as the HTML standard has it.
 */
export function createWebStorage(Storage: StorageClass) {
  const stores = new WeakMap<object, AreaStore>();
  const storeOf = (area: unknown): AreaStore => {
    const store = typeof area === 'object' && area !== null ? stores.get(area) : undefined;
    if (!store) throw new TypeError('Illegal invocation');
    return store;
  };
  const need = (method: string, given: number, wanted: number) => {
    if (given < wanted)
      throw new TypeError(
        `Failed to execute '${method}' on 'Storage': ${wanted} argument${wanted > 1 ? 's' : ''} required, but only ${given} present.`,
      );
  };
  const write = (store: AreaStore, key: string, value: string) => {
    if (!store.set(key, value))
      throw new DOMException(
        `Failed to execute 'setItem' on 'Storage': Setting the value of '${key.slice(0, 60)}' exceeded the quota.`,
        'QuotaExceededError',
      );
  };
  const methods: Record<string, (this: unknown, ...args: unknown[]) => unknown> = {
    getItem(...args) {
      need('getItem', args.length, 1);
      return storeOf(this).get(String(args[0])) ?? null;
    },
    setItem(...args) {
      need('setItem', args.length, 2);
      write(storeOf(this), String(args[0]), String(args[1]));
    },
    removeItem(...args) {
      need('removeItem', args.length, 1);
      storeOf(this).remove(String(args[0]));
    },
    clear() {
      storeOf(this).clear();
    },
    key(...args) {
      need('key', args.length, 1);
      return storeOf(this).keys()[Math.trunc(Number(args[0])) || 0] ?? null;
    },
  };
  const { prototype } = Storage;
  for (const [name, value] of Object.entries(methods))
    defineProperty(prototype, name, { value, writable: true, enumerable: true, configurable: true });
  defineProperty(prototype, 'length', {
    get(this: unknown) {
      return storeOf(this).keys().length;
    },
    enumerable: true,
    configurable: true,
  });

  return (store: AreaStore): object => {
    const target: object = Object.create(prototype);
    // A key that the prototype has too is stored, yet read as a property it is the prototype's.
    const visible = (name: PropertyKey): name is string =>
      typeof name === 'string' && store.get(name) !== undefined && !(name in target);
    const area = new Proxy(target, {
      get: (_, name) => (visible(name) ? store.get(name) : Reflect.get(target, name, area)),
      set(_, name, value) {
        if (typeof name !== 'string') return Reflect.set(target, name, value);
        write(store, name, String(value));
        return true;
      },
      has: (_, name) => visible(name) || name in target,
      deleteProperty(_, name) {
        if (!visible(name)) return Reflect.deleteProperty(target, name);
        store.remove(name);
        return true;
      },
      ownKeys: () => [...store.keys().filter((key) => visible(key)), ...Reflect.ownKeys(target)],
      getOwnPropertyDescriptor: (_, name) =>
        visible(name)
          ? { value: store.get(name), writable: true, enumerable: true, configurable: true }
          : Reflect.getOwnPropertyDescriptor(target, name),
      defineProperty(_, name, descriptor) {
        if (typeof name !== 'string') return Reflect.defineProperty(target, name, descriptor);
        if (!('value' in descriptor)) return false;
        write(store, name, String(descriptor.value));
        return true;
      },
      preventExtensions: () => false,
    });
    stores.set(target, store);
    stores.set(area, store);
    return area;
  };
}

/** Puts both areas in place on the window. */
export function installWebStorage(
  window: object,
  Storage: StorageClass,
  areas: { local: AreaStore; session: AreaStore },
): void {
  const create = createWebStorage(Storage);
  const local = create(areas.local);
  const session = create(areas.session);
  defineAccessor(window, 'localStorage', () => local);
  defineAccessor(window, 'sessionStorage', () => session);
}
