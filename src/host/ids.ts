import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** What ids depend on when nobody chose a seed. */
export const DEFAULT_SEED = 'miniauth';

/**
 * Ids as a function of what they are for, never of a running generator: the same seed and the same call give the
 * same code, whatever happened in between.
 */
export function idOf(seed: string, ...parts: (string | number)[]): string {
  return bytesToHex(sha256(idBytes(seed, ...parts)));
}

/** What an id is the SHA-256 of. The bytes are good until the next call: values are many, and each would leave its copy. */
export function idBytes(seed: string, ...parts: (string | number)[]): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify([seed, ...parts]);
  // A character of a string is three bytes at the most.
  const room = text.length * 3;
  const place = room <= shared.length ? shared : new Uint8Array(room);
  return place.subarray(0, encoder.encodeInto(text, place).written);
}

const encoder = new TextEncoder();
const shared = new Uint8Array(1 << 16);
