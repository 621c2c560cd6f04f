/** What the guest's unit tests share: a link without a wire, and empty storage. */
import type { Json } from '../contract/json.ts';
import { type GuestType, limitOf } from '../contract/wire.ts';
import type { HostHandler, Link } from './link.ts';
import { stringify } from './natives.ts';

export const EMPTY = { my: {}, local: {}, session: {}, cookie: {} };

export interface Sent {
  type: GuestType;
  id: number;
  name: string;
  body: Json;
}

/** A link that keeps what is sent, and lets the test play the host. */
export function fakeLink(): Link & {
  sent: Sent[];
  host(type: string, id: number, name: string, body: Json): void;
} {
  const handlers = new Map<string, HostHandler>();
  const sent: Sent[] = [];
  return {
    sent,
    send(type, id, name, body) {
      const { length } = `${type} ${id} ${name} ${stringify(body)}`;
      if (length > limitOf(type, name)) return length;
      sent.push({ type, id, name, body });
      return undefined;
    },
    on: (type, handler) => void handlers.set(type, handler),
    watch: () => undefined,
    flush: () => undefined,
    host: (type, id, name, body) => handlers.get(type)?.(id, name, body),
  };
}

/** Lets everything that is queued run, without a timer. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
