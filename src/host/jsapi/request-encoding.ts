import { toBase64 } from '../../contract/codec.ts';
import type { DataType } from '../../contract/jsapi/request.ts';

/**
 * `key=value&…` with both sides through encodeURIComponent, as `my.request` sends an object in a query or a form.
 * Objects and arrays inside are written as JSON. Throws URIError for text that has no UTF-8 form.
 */
export function formEncode(data: object): string {
  return Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(asText(value))}`)
    .join('&');
}

const asText = (value: unknown): string =>
  value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);

/** The body of a request that is neither GET nor HEAD. Bytes and text stay as they are. */
export function encodeBody(data: unknown, contentType: string): string | Uint8Array | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string' || data instanceof Uint8Array) return data;
  if (typeof data === 'object' && mediaType(contentType) === 'application/x-www-form-urlencoded')
    return formEncode(data);
  return JSON.stringify(data);
}

/** `Application/JSON; charset=UTF-8` → `application/json`. */
function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

/** Adds `query` to an address that may have one, before its fragment; the fragment is not sent. */
export function withQuery(url: URL, query: string): string {
  const made = new URL(url);
  made.hash = '';
  if (query !== '') made.search = made.search === '' ? query : `${made.search}&${query}`;
  return made.href;
}

/** The body of an answer as `dataType` wants it, or the platform's message for error 14. */
export function decodeData(
  body: string | Uint8Array,
  dataType: DataType,
): { data: unknown } | { problem: string } {
  switch (dataType) {
    case 'json':
      try {
        return { data: JSON.parse(bodyText(body)) };
      } catch {
        return { problem: 'JSON parse data error' };
      }
    case 'text':
      return { data: bodyText(body) };
    case 'base64':
      return { data: toBase64(bodyBytes(body)) };
    case 'arraybuffer':
      return { data: bodyBytes(body) };
  }
}

/** Bytes are read as UTF-8; what is not UTF-8 becomes U+FFFD. */
function bodyText(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

function bodyBytes(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}
