import { decode } from '../contract/codec.ts';
import type { Json } from '../contract/json.ts';
import { LIMITS, limitOf } from '../contract/wire.ts';
import type { Link } from './link.ts';

/** How a call ended: the payload of `success` or of `fail`. */
export type CallEnd = { success: unknown } | { fail: unknown };

/** The guest's calls that wait for the host. */
export interface Calls {
  /**
   * Sends a call; `end` runs once, when the host has answered.
   * @param args as it travels: encoded by the codec
   * @returns the way to abort: tells the host, and ends the call here with `reason`; nothing when it has ended
   */
  start(name: string, args: Json, end: (end: CallEnd) => void): { abort(reason: CallEnd): void };
  /** A call whose arguments cannot travel: the host is told why, records it and answers as the wallet would. */
  refuse(name: string, problem: string, end: (end: CallEnd) => void): void;
}

/** Replies with an id that is not waiting (late, twice, never asked) are ignored. */
export function createCalls(link: Link): Calls {
  const waiting = new Map<number, (end: CallEnd) => void>();
  let lastId = 0;
  link.on('reply', (id, name, body) => {
    const end = waiting.get(id);
    if (!end || (name !== 'success' && name !== 'fail')) return;
    waiting.delete(id);
    const payload = decode(body) ?? {};
    end(name === 'success' ? { success: payload } : { fail: payload });
  });
  return {
    start(name, args, end) {
      const id = ++lastId;
      waiting.set(id, end);
      const tooLong = link.send('call', id, name, args);
      if (tooLong !== undefined) link.send('refused', id, name, { problem: tooLongProblem(name, tooLong) });
      return {
        abort(reason) {
          if (!waiting.delete(id)) return;
          link.send('abort', id, '-', null);
          end(reason);
        },
      };
    },
    refuse(name, problem, end) {
      const id = ++lastId;
      waiting.set(id, end);
      link.send('refused', id, name, { problem: problem.slice(0, 1000) });
    },
  };
}

function tooLongProblem(name: string, length: number): string {
  const limit = limitOf('call', name);
  const of = limit === LIMITS.normal ? 'a call' : limit === LIMITS.storage ? 'a stored value' : 'a request';
  return `Invalid parameters: the call is ${length} characters long; ${of} may have at most ${limit}.`;
}
