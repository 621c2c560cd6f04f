import type { Json } from '../../contract/json.ts';

/** A cookie that a page sets. `expires` in ms since the epoch; absent: as long as the session. */
export interface Cookie {
  name: string;
  value: string;
  expires?: number;
}

/** Name and value together, as browsers limit them. */
const MAX_LENGTH = 4096;
/** How many a program may have; the oldest goes. */
export const MAX_COOKIES = 180;

/**
 * Reads what a page assigns to `document.cookie` (RFC 6265, §5.2). `max-age` wins over `expires`; path, domain and
 * the rest change nothing, as there is one jar for one program.
 * @returns undefined for what a browser ignores too: no name, `HttpOnly` from a script, more than 4096 characters
 */
export function parseCookie(text: string, now: number): Cookie | undefined {
  // A control character ends the whole thing, as in browsers.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const [pair = '', ...attributes] = (text.split(/[\x00\n\r]/)[0] ?? '').split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(equals, 0)).trim();
  const value = pair.slice(equals + 1).trim();
  if (name === '' || name.length + value.length > MAX_LENGTH) return undefined;
  let expires: number | undefined;
  let maxAge: number | undefined;
  for (const attribute of attributes) {
    const at = attribute.indexOf('=');
    const key = (at < 0 ? attribute : attribute.slice(0, at)).trim().toLowerCase();
    const given = at < 0 ? '' : attribute.slice(at + 1).trim();
    if (key === 'httponly') return undefined;
    if (key === 'max-age' && /^-?\d+$/.test(given)) maxAge = Number(given);
    if (key === 'expires') {
      const time = Date.parse(given);
      if (!Number.isNaN(time)) expires = time;
    }
  }
  if (maxAge !== undefined) expires = maxAge <= 0 ? Number.NEGATIVE_INFINITY : now + maxAge * 1000;
  return expires === undefined ? { name, value } : { name, value, expires };
}

/** A cookie as it is kept under its name: the value, and `; expires=<date>` when it has an end. */
export function storedCookie({ value, expires }: Cookie): string {
  if (expires === undefined || !Number.isFinite(expires)) return value;
  // Dates in cookies have whole seconds.
  const end = Math.min(Math.ceil(expires / 1000) * 1000, 8.64e15);
  return `${value}; expires=${new Date(end).toUTCString()}`;
}

/** The inverse of {@link storedCookie}; undefined when the cookie has ended. A value has no semicolon. */
export function readStored(stored: Json, now: number): string | undefined {
  const text = String(stored);
  const semicolon = text.indexOf(';');
  if (semicolon < 0) return text;
  const expires = Date.parse(/expires=([^;]*)/i.exec(text.slice(semicolon))?.[1] ?? '');
  return expires <= now ? undefined : text.slice(0, semicolon);
}

/** Where a program's cookies are kept, name by name. */
export interface CookieStore {
  keys(): string[];
  get(name: string): Json | undefined;
  set(name: string, value: string): void;
  remove(name: string): void;
}

/** `document.cookie` of one program. */
export function createCookieJar(store: CookieStore, now: () => number) {
  return {
    /** All cookies that have not ended, in the order in which they were first set: `a=1; b=2`. */
    read(): string {
      const pairs: string[] = [];
      for (const name of store.keys()) {
        const value = readStored(store.get(name) ?? '', now());
        if (value !== undefined) pairs.push(`${name}=${value}`);
      }
      return pairs.join('; ');
    },
    write(text: string): void {
      const cookie = parseCookie(text, now());
      if (!cookie) return;
      const known = store.get(cookie.name) !== undefined;
      if (cookie.expires !== undefined && cookie.expires <= now()) {
        if (known) store.remove(cookie.name);
        return;
      }
      if (!known && store.keys().length >= MAX_COOKIES) {
        const oldest = store.keys()[0];
        if (oldest !== undefined) store.remove(oldest);
      }
      store.set(cookie.name, storedCookie(cookie));
    },
  };
}
