import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What ids depend on when nobody chose a seed. */
export const DEFAULT_SEED = 'miniauth';

/**
 * Ids as a function of what they are for, never of a running generator: the same seed and the same call give the
 * same code, whatever happened in between.
 */
export function idOf(seed: string, ...parts: (string | number)[]): string {
  return bytesToHex(sha256(utf8ToBytes(idSource(seed, ...parts))));
}

/** What an id is the SHA-256 of. */
export function idSource(seed: string, ...parts: (string | number)[]): string {
  return JSON.stringify([seed, ...parts]);
}
