import { define } from '../natives.ts';
import type { Exchange } from './exchange.ts';

/** Replaces `fetch`: whatever the platform's `Request` accepts, sent by {@link Exchange}. */
export function createFetch(exchange: Exchange): typeof fetch {
  const NativeRequest = Request;
  // What the constructor throws is a rejection here.
  return async (input: RequestInfo | URL, init?: RequestInit) => exchange(new NativeRequest(input, init));
}

/** Replaces `navigator.sendBeacon`; nobody waits for the answer. */
export function createBeacon(exchange: Exchange) {
  const NativeRequest = Request;
  return (url: string | URL, data?: BodyInit | null): boolean => {
    const request = new NativeRequest(url, { method: 'POST', body: data ?? null });
    exchange(request).catch(() => undefined);
    return true;
  };
}

export function installFetch(window: object, navigator: Navigator, exchange: Exchange): void {
  define(window, 'fetch', createFetch(exchange));
  define(navigator, 'sendBeacon', createBeacon(exchange));
}
