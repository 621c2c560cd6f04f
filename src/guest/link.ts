import type { Json } from '../contract/json.ts';
import {
  type GuestType,
  type Hello,
  type HostType,
  limitOf,
  type PortOffer,
  readHead,
} from '../contract/wire.ts';
import type { LinkWindow } from './link-window.ts';
import { parse, stringify } from './natives.ts';
import { Outbox } from './outbox.ts';

/** A handler of the host's messages of one type. */
export type HostHandler = (id: number, name: string, body: Json) => void;

export interface LinkWatcher {
  /** A message of this type is about to be sent. */
  sending(type: GuestType): void;
  /** A message of this type has come and has been handled. */
  received(type: HostType): void;
  /** The document is about to go. */
  leaving(): void;
}

export interface Link {
  /**
   * Sends a message, or queues it until the port is there.
   * @returns undefined, or the length of the text when it is longer than the wire allows; then nothing was sent
   */
  send(type: GuestType, id: number, name: string, body: Json): number | undefined;
  /** One handler for each type of message. */
  on(type: HostType, handler: HostHandler): void;
  /** One watcher of what goes and comes: it may send what must come before. */
  watch(watcher: LinkWatcher): void;
  /** Sends what is held back, at once: the document is about to go. */
  flush(): void;
}

/**
 * The guest's end of the wire: says hello to the parent, takes the one port that comes back from it with this
 * document's nonce, and hides that message from the program.
 */
export function createLink(window: LinkWindow, hello: Omit<Hello, 'miniauth'>, now: () => number): Link {
  const handlers = new Map<string, HostHandler>();
  let post: (text: string) => void = () => undefined;
  let watcher: LinkWatcher | undefined;
  const outbox = new Outbox((text) => post(text), now);

  const receive = (text: unknown) => {
    const head = typeof text === 'string' ? readHead(text) : undefined;
    if (typeof text !== 'string' || !head) return;
    if (head.type === 'ping') {
      post(`pong ${head.id} - null`);
      outbox.renew();
    }
    handlers.get(head.type)?.(head.id, head.name, parse(text.slice(head.body)) as Json);
    watcher?.received(head.type as HostType);
  };

  const stop = window.listen(({ data, port, hide }) => {
    const offer = data as PortOffer | null;
    if (typeof offer !== 'object' || offer?.miniauth !== 'port') return;
    hide();
    if (offer.nonce !== hello.nonce || !port) return;
    stop();
    post = window.connect(port, receive);
    outbox.open();
  });
  window.hello({ miniauth: 'hello', ...hello });

  return {
    send(type, id, name, body) {
      const text = `${type} ${id} ${name} ${stringify(body)}`;
      if (text.length > limitOf(type, name)) return text.length;
      watcher?.sending(type);
      outbox.add(type, text);
      return undefined;
    },
    on: (type, handler) => void handlers.set(type, handler),
    watch(given) {
      watcher = given;
    },
    flush() {
      watcher?.leaving();
      outbox.drain();
    },
  };
}
