import { encode } from '../../contract/codec.ts';
import type { Calls } from '../calls.ts';
import { defineProperty } from '../natives.ts';
import type { Inside } from './inside.ts';

/** Sends a request where it belongs; rejects with a TypeError when the network failed, with the signal's reason on abort. */
export type Exchange = (request: Request) => Promise<Response>;

export interface ExchangeTools {
  fetch: typeof fetch;
  calls: Calls;
  inside: Inside;
}

/** Statuses that have no body; a `Response` with one cannot be made. */
const NO_BODY = new Set([101, 103, 204, 205, 304]);

/**
 * The one way out of the page for `fetch`, `XMLHttpRequest` and `sendBeacon`. `data:` and `blob:` stay in the page.
 * A GET for one of the program's own files goes to the network; when there is no such file, or the method is another
 * one, it is meant for the program's server. Everything for a server goes to the super app as a call `fetch`.
 */
export function createExchange({ fetch, calls, inside }: ExchangeTools): Exchange {
  const NativeRequest = Request;
  return async (request) => {
    if (/^(?:data|blob|about):/.test(request.url)) return fetch(request);
    if (!inside(request.url) || !/^(?:GET|HEAD)$/.test(request.method)) return toServer(request, calls);
    // Own files are sent for an opaque origin too, but without cookies and without headers that need a preflight.
    const { url, method, signal, cache } = request;
    const headers = { accept: request.headers.get('accept') ?? '*/*' };
    const file = await fetch(
      new NativeRequest(url, { method, headers, signal, cache, credentials: 'omit', mode: 'cors' }),
    );
    if (file.status !== 404) return file;
    return toServer(request, calls).catch((error: unknown) => {
      if (request.signal.aborted) throw error;
      return file;
    });
  };
}

async function toServer(request: Request, calls: Calls): Promise<Response> {
  const { signal, url, method } = request;
  signal.throwIfAborted();
  const sent = new Uint8Array(await request.arrayBuffer());
  signal.throwIfAborted();
  const reply = await new Promise<unknown>((resolve, reject) => {
    const call = calls.start(
      'fetch',
      encode({
        url,
        method,
        headers: Object.fromEntries(request.headers),
        ...(sent.length > 0 ? { body: textOrBytes(sent) } : {}),
      }),
      (end) => {
        signal.removeEventListener('abort', abort);
        if ('success' in end) resolve(end.success);
        else reject(signal.aborted ? signal.reason : new TypeError('Failed to fetch'));
      },
    );
    const abort = () => call.abort({ fail: null });
    signal.addEventListener('abort', abort);
  });
  return toResponse(reply, url, method);
}

/** Text stays readable in the trace; anything that is not UTF-8 travels as bytes. */
function textOrBytes(bytes: Uint8Array): string | Uint8Array {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** @param reply what the host answers: `{status, headers, body}`, the body a string or bytes */
export function toResponse(reply: unknown, url: string, method: string): Response {
  const { status, headers, body } = (reply ?? {}) as { status?: unknown; headers?: object; body?: unknown };
  if (typeof status !== 'number' || status < 200 || status > 599) throw new TypeError('Failed to fetch');
  const empty = method === 'HEAD' || NO_BODY.has(status);
  const content = typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : '';
  const response = new Response(empty ? null : content, { status, headers: headersOf(headers) });
  return as(response, url);
}

/** Headers of a server may hold what a page's `Headers` refuses; those are left out. */
function headersOf(given: object | undefined): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given ?? {}))
    try {
      headers.append(name, String(value));
    } catch {
      // The page could not have seen it.
    }
  return headers;
}

/** A response made here looks like one that came over the network. */
function as(response: Response, url: string): Response {
  const { clone } = response;
  defineProperty(response, 'url', { value: url });
  defineProperty(response, 'type', { value: 'cors' });
  defineProperty(response, 'clone', { value: () => as(clone.call(response), url), configurable: true });
  return response;
}
