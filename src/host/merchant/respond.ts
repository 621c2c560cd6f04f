import type { Json } from '../../contract/json.ts';
import type { MerchantRoute } from '../../contract/program.ts';
import { own } from '../wallet/read.ts';

/** What the server did for a request, in the words of the route's template. It never holds a token. */
export interface Done {
  ok: boolean;
  /** `userInfo` of the platform, after `login` and `userInfo`. */
  user?: Json;
  /** The platform's code, or one of the merchant's own (merchant/platform-client.ts). */
  resultCode?: string;
  resultMessage?: string;
}

export interface MerchantResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** The answer when no route says another: `{ok, user}`, or `{ok: false, resultCode, resultMessage}`. */
export function plainResponse(done: Done): MerchantResponse {
  const body: Json = done.ok
    ? { ok: true, ...(done.user === undefined ? {} : { user: done.user }) }
    : { ok: false, resultCode: done.resultCode ?? '', resultMessage: done.resultMessage ?? '' };
  return { status: 200, headers: { 'content-type': JSON_TYPE }, body: JSON.stringify(body) };
}

/**
 * The answer as the route's `respond` has it. A template that names neither `ok` nor `resultCode` nor `resultMessage`
 * describes success only: a failure is answered plainly, with the route's status all the same.
 */
export function routeResponse(respond: NonNullable<MerchantRoute['respond']>, done: Done): MerchantResponse {
  const headers: Record<string, string> = { 'content-type': JSON_TYPE };
  for (const [name, value] of Object.entries(respond.headers ?? {})) headers[name.toLowerCase()] = value;
  if (respond.body === undefined || (!done.ok && !speaksOfFailure(respond.body)))
    return { ...plainResponse(done), status: respond.status, headers };
  const filled = fill(respond.body, done);
  const isText = typeof filled === 'string' && !/json/i.test(headers['content-type'] ?? '');
  return { status: respond.status, headers, body: isText ? filled : JSON.stringify(filled) };
}

const PLACE = /\{\{\s*(ok|resultCode|resultMessage|user(?:\.[\w-]+)*)\s*\}\}/g;

function speaksOfFailure(template: Json): boolean {
  return /\{\{\s*(ok|resultCode|resultMessage)\s*\}\}/.test(JSON.stringify(template));
}

/** Replaces places: a text that is one place becomes its value, a place inside a text becomes text. */
function fill(template: Json, done: Done): Json {
  if (typeof template === 'string') {
    const only = new RegExp(`^${PLACE.source}$`).exec(template);
    if (only) return valueAt(only[1] ?? '', done);
    return template.replace(PLACE, (_place, path: string) => {
      const value = valueAt(path, done);
      return value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    });
  }
  if (Array.isArray(template)) return template.map((item) => fill(item, done));
  if (template !== null && typeof template === 'object')
    return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, done)]));
  return template;
}

/** What is not there is null: a scope that was not granted, a user of a failed login. */
function valueAt(path: string, done: Done): Json {
  let value: Json | undefined = { ...done } as Json;
  for (const key of path.split('.'))
    value = value !== null && typeof value === 'object' ? own(value as Record<string, Json>, key) : undefined;
  return value ?? null;
}
