import { encode } from '../../contract/codec.ts';
import { type JsapiFailure, refuseSize, storageInfo } from '../../contract/jsapi/storage.ts';
import { keyArgs, noArgs, setStorageArgs } from '../../contract/jsapi/storage-args.ts';
import type { Json } from '../../contract/json.ts';
import type { StorageArea } from '../../contract/trace.ts';
import type { ProgramStorage } from '../state.ts';
import { areaSize, storageSize, storedAt, storedSize } from '../stored.ts';
import { checked } from './checked.ts';
import type { JsapiHandler } from './context.ts';

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
  return refuseSize(key, value, storageSize(storage) - storedSize(storage, area, key));
}

/** `my.getStorage({key})`: `{data}`; `null` for a key that is not there (the simulator's choice). */
const getStorage = checked(keyArgs, ({ key }, { storage, payloads }) => {
  const value = storedAt(storage(), 'my', key);
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
  const kept = storage();
  return { success: storageInfo(Object.keys(kept.my), areaSize(kept, 'my')) };
});

/** What a program keeps on the phone, per user and program: the platform's pages on storage. */
export const storageHandlers: Readonly<Record<string, JsapiHandler>> = {
  getStorage,
  setStorage,
  removeStorage,
  clearStorage,
  getStorageInfo,
};
