import type { Json } from '../json.ts';

/**
 * The limits of a program's storage (`my.setStorage` and its kin), the same for the guest's copy and the host's own:
 * 200 KB a key, 10 MB a program, an empty key refused. Sizes are lengths of JSON text.
 */
export const STORAGE_LIMITS = { key: 200 * 1024, program: 10 * 1024 * 1024 } as const;

/** A failure as a mini program sees it. */
export interface JsapiFailure {
  error: number;
  errorMessage: string;
}

/** What one entry counts against the limit of the program. */
export function entrySize(key: string, value: Json): number {
  return key.length + JSON.stringify(value).length;
}

/** A key is a string with something in it. */
export function isKey(key: unknown): key is string {
  return typeof key === 'string' && key !== '';
}

/** Error 2, for a key that {@link isKey} refuses. */
export function badKey(api: string, key: unknown): JsapiFailure {
  const got = key === '' ? 'an empty string' : key === undefined ? 'nothing' : typeof key;
  return {
    error: 2,
    errorMessage: `Invalid parameters: my.${api} expects key to be a string that is not empty, got ${got}.`,
  };
}

/**
 * Error 14 when the value is too long, 12 when the program's storage would be full.
 * `others` is the sum of {@link entrySize} of all other keys.
 */
export function refuseSize(key: string, value: Json, others: number): JsapiFailure | undefined {
  const size = entrySize(key, value);
  if (size - key.length > STORAGE_LIMITS.key)
    return {
      error: 14,
      errorMessage: `The data of key "${short(key)}" is ${size - key.length} characters long; at most ${STORAGE_LIMITS.key} may be stored under one key.`,
    };
  if (size + others > STORAGE_LIMITS.program)
    return {
      error: 12,
      errorMessage: `The storage of this mini program is full: ${size + others} of ${STORAGE_LIMITS.program} characters with key "${short(key)}".`,
    };
  return undefined;
}

/** The success object of `getStorageInfo`: sizes in KB, rounded up. */
export function storageInfo(
  keys: string[],
  size: number,
): { keys: string[]; currentSize: number; limitSize: number } {
  return { keys, currentSize: Math.ceil(size / 1024), limitSize: STORAGE_LIMITS.program / 1024 };
}

const short = (key: string) => (key.length > 40 ? `${key.slice(0, 40)}…` : key);
