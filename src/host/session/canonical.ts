import type { Json, JsonObject } from '../../contract/json.ts';
import type { TraceEvent } from '../../contract/trace.ts';
import { plain } from '../plain-payloads.ts';
import type { Trace } from '../trace.ts';

/**
 * The trace as a text that depends on what happened alone: the same scenario and seed under a frozen clock give the same
 * text, byte for byte, however fast messages travelled. One event a line, as JSON with sorted members and payloads in
 * place, without its number and time. Raw messages and pictures are left out: when they come is the transport's affair.
 *
 * In order: what belongs to no program; each run; each call of a program with all that was done on its behalf. Within
 * each of these the order is that of the trace; calls that were under way at once are told apart by their ids alone.
 */
export function canonicalTrace({ events, payloads }: Pick<Trace, 'events' | 'payloads'>): string {
  const groups = new Map<string, string[]>();
  for (const event of events) {
    if (event.type === 'raw' || event.type === 'picture') continue;
    const { seq: _seq, at: _at, ...body } = event;
    const line = JSON.stringify(sorted(plain(body as unknown as Json, payloads)));
    const key = groupOf(event);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const keys = [...groups.keys()].sort(byNumbers);
  return keys.map((key) => `# ${key || 'session'}\n${groups.get(key)?.join('\n')}\n`).join('\n');
}

/** `''`: the session's own; a run; or the call at the root of a chain of hops, as `r1/jsapi.getAuthCode#2`. */
function groupOf(event: TraceEvent): string {
  if ('hop' in event && event.hop !== undefined) return event.hop.split('/', 2).join('/');
  return 'run' in event && event.run !== undefined ? event.run : '';
}

/** Texts with numbers in them, in the order of the numbers: `r2` before `r10`. */
function byNumbers(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [one = '', other = ''] = [left[i], right[i]];
    if (one === other) continue;
    const difference = Number(one) - Number(other);
    if (difference) return difference;
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
const parts = (text: string): string[] => text.split(/(\d+)/);

function sorted(json: Json): Json {
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map(sorted);
  const members: JsonObject = Object.create(null);
  for (const key of Object.keys(json).sort()) members[key] = sorted(json[key] ?? null);
  return members;
}
