import type { Json } from '../../contract/json.ts';

const PLACE = /\{\{\s*(\w[\w-]*)(?:\.(\w+))?\s*\}\}/g;
/** Names that are no call's. */
const OWN = new Set(['merchant', 'clientId', 'otherClientId']);

/** What stands for a place: `{{<name>}}` or `{{<name>.<field>}}`; undefined when there is nothing to put there. */
export type ValueOf = (name: string, field: string | undefined) => string | undefined;

/** The calls that a body speaks of. */
export function namesIn(body: Json): string[] {
  return [...JSON.stringify(body).matchAll(PLACE)]
    .map(([, name = '']) => name)
    .filter((name) => !OWN.has(name));
}

/**
 * A copy of a body with its places filled.
 * @throws RangeError naming the place that there is nothing for
 */
export function fill(body: Json, value: ValueOf): Json {
  if (typeof body === 'string')
    return body.replace(PLACE, (place, name: string, field: string | undefined) => {
      const found = value(name, field);
      if (found === undefined) throw new RangeError(`there is nothing for ${place} yet`);
      return found;
    });
  if (Array.isArray(body)) return body.map((item) => fill(item, value));
  if (body === null || typeof body !== 'object') return body;
  return Object.fromEntries(Object.entries(body).map(([key, member]) => [key, fill(member, value)]));
}
