import type { Json } from '../contract/json.ts';
import type { Payload } from '../contract/trace.ts';
import type { Payloads } from './payloads.ts';

/** Replaces payloads by what they hold, anywhere in a value made of events or state. */
export function plain(value: Json, payloads: Payloads): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, payloads));
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === 'json') return value.json ?? null;
  if (keys.length === 2 && typeof value.ref === 'string' && typeof value.size === 'number')
    return payloads.json(value as Payload);
  return Object.fromEntries(keys.map((key) => [key, plain(value[key] ?? null, payloads)]));
}
