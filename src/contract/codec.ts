import type { Json } from './json.ts';

/**
 * The one codec between values of the SPI (which carries Maps) or the page (which carries bytes) and JSON, for
 * wire, trace and edits alike. Tags: `{"$map": [[k, v], …]}`, `{"$bytes": "<base64>"}`. A plain object that has
 * a key starting with `$` is wrapped as `{"$object": [[k, v], …]}`, so decode(encode(x)) is always x.
 */
export function encode(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  // JSON knows neither -0 nor what is not finite.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object') return null;
  if (value instanceof Map) return { $map: Array.from(value, ([k, v]) => [encode(k), encode(v)] as Json) };
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
  if (Array.isArray(value)) return value.map(encode);
  const entries = Object.entries(value).filter(
    ([, v]) => v !== undefined && typeof v !== 'function' && typeof v !== 'symbol',
  );
  if (entries.some(([k]) => k.startsWith('$') || k === '__proto__'))
    return { $object: entries.map(([k, v]) => [k, encode(v)] as Json) };
  return Object.fromEntries(entries.map(([k, v]) => [k, encode(v)]));
}

/** The inverse of {@link encode}. */
export function decode(json: Json): unknown {
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map(decode);
  if (Array.isArray(json.$map))
    return new Map(
      json.$map.map((pair) => [decode((pair as Json[])[0] ?? null), decode((pair as Json[])[1] ?? null)]),
    );
  if (typeof json.$bytes === 'string') return fromBase64(json.$bytes);
  if (Array.isArray(json.$object)) {
    const made: Record<string, unknown> = {};
    for (const pair of json.$object as Json[][])
      Object.defineProperty(made, String(pair[0]), {
        value: decode(pair[1] ?? null),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    return made;
  }
  return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, decode(v)]));
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}
