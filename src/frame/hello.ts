import type { Hello } from '../contract/wire.ts';

const NONCE = /^[0-9a-f]{16,64}$/;
const MAX_URL = 2048;

/** Reads a guest's hello; undefined when the untrusted `data` is none. Long addresses are cut. */
export function readHello(data: unknown): Hello | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { miniauth, nonce, url, revision } = data as Partial<Record<keyof Hello, unknown>>;
  if (miniauth !== 'hello' || typeof nonce !== 'string' || !NONCE.test(nonce)) return undefined;
  if (typeof url !== 'string' || url === '') return undefined;
  return {
    miniauth,
    nonce,
    url: url.slice(0, MAX_URL),
    ...(typeof revision === 'number' && Number.isSafeInteger(revision) ? { revision } : {}),
  };
}
