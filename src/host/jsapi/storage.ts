import { encode } from '../../contract/codec.ts';
import { entrySize, type JsapiFailure, refuseSize, storageInfo } from '../../contract/jsapi/storage.ts';
import { keyArgs, noArgs, setStorageArgs } from '../../contract/jsapi/storage-args.ts';
import type { Json } from '../../contract/json.ts';
import type { Payload, StorageArea } from '../../contract/trace.ts';
import type { AreaState, ProgramStorage } from '../state.ts';
import { checked } from './checked.ts';
import type { JsapiHandler } from './context.ts';

/** Payloads never change, so each is measured once. */
const measured = new WeakMap<Payload, number>();
function valueSize(value: Payload): number {
  if (!('json' in value)) return value.size;
  const known = measured.get(value);
  if (known !== undefined) return known;
  const size = entrySize('', value.json);
  measured.set(value, size);
  return size;
}

/** What an area counts against the limit: the sum of keys and values, in characters of JSON text. */
export function areaSize(area: AreaState): number {
  let size = 0;
  for (const key of Object.keys(area)) size += key.length + sizeAt(area, key);
  return size;
}

function sizeAt(area: AreaState, key: string): number {
  const value = Object.hasOwn(area, key) ? area[key] : undefined;
  return value ? valueSize(value) : 0;
}

/**
 * Why a write would break a limit (the platform's page on setStorage): 14 over 200 KB under one key, 12 over 10 MB
 * for the program, all areas together. Undefined when it may be made. `value` is encoded JSON.
 */
export function checkWrite(
  storage: ProgramStorage,
  area: StorageArea,
  key: string,
  value: Json,
): JsapiFailure | undefined {
  const total = Object.values(storage).reduce((sum, each) => sum + areaSize(each), 0);
  const old = Object.hasOwn(storage[area], key) ? key.length + sizeAt(storage[area], key) : 0;
  return refuseSize(key, value, total - old);
}

/** `my.getStorage({key})`: `{data}`; `null` for a key that is not there (the simulator's choice). */
const getStorage = checked(keyArgs, ({ key }, { storage, payloads }) => {
  const { my } = storage();
  const value = Object.hasOwn(my, key) ? my[key] : undefined;
  return { success: { data: value ? payloads.json(value) : null } };
});

/** `my.setStorage({key, data})`: `data` is any JSON. Errors 2, 14, 12. */
const setStorage = checked(setStorageArgs, ({ key, data }, { storage, store, payloads }) => {
  const problem = checkWrite(storage(), 'my', key, encode(data));
  if (problem) return { fail: { ...problem } };
  store('my', { op: 'set', key, value: payloads.put(data) });
  return { success: {} };
});

/** `my.removeStorage({key})`: succeeds whether the key was there or not. */
const removeStorage = checked(keyArgs, ({ key }, { store }) => {
  store('my', { op: 'remove', key });
  return { success: { success: true } };
});

/** `my.clearStorage()`: the page's own localStorage and cookies stay. */
const clearStorage = checked(noArgs, (_args, { store }) => {
  store('my', { op: 'clear' });
  return { success: { success: true } };
});

/** `my.getStorageInfo()`: keys, and sizes in KB. */
const getStorageInfo = checked(noArgs, (_args, { storage }) => {
  const { my } = storage();
  return { success: storageInfo(Object.keys(my), areaSize(my)) };
});

/** What a program keeps on the phone, per user and program: the platform's pages on storage. */
export const storageHandlers: Readonly<Record<string, JsapiHandler>> = {
  getStorage,
  setStorage,
  removeStorage,
  clearStorage,
  getStorageInfo,
};
