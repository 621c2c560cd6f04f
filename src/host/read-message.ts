import type { Json } from '../contract/json.ts';
import { limitOf, readHead, type WireHead } from '../contract/wire.ts';
import { tooDeep } from './wire-bodies.ts';

/** Nesting that a message may have. */
const MAX_DEPTH = 64;

export type ReadMessage =
  | { head: WireHead; body: Json }
  | { head: WireHead; tooLong: number }
  | { head: WireHead | undefined; expected: string };

/**
 * Reads untrusted text of the wire: head, permitted length of that type and method, JSON, depth. Looks at no more than
 * the head of a message that is too long.
 */
export function readMessage(text: string): ReadMessage {
  const head = readHead(text);
  if (!head) return { head, expected: 'a message "<type> <id> <name> <json>"' };
  const limit = limitOf(head.type, head.name);
  if (text.length > limit) return { head, tooLong: limit };
  let body: Json;
  try {
    body = JSON.parse(text.slice(head.body)) as Json;
  } catch {
    return { head, expected: 'JSON after the head' };
  }
  // Short text cannot be deep.
  if (text.length > 2 * MAX_DEPTH && tooDeep(body, MAX_DEPTH))
    return { head, expected: `values nested at most ${MAX_DEPTH} deep` };
  return { head, body };
}
