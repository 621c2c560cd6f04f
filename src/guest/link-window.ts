import type { Hello } from '../contract/wire.ts';

/** A window message from the parent, before any listener of the program has it. */
export interface ParentMessage {
  data: unknown;
  port: MessagePort | undefined;
  /** Keeps it from the program. */
  hide(): void;
}

/** What the link needs of its window. */
export interface LinkWindow {
  /** Posts to the parent; its origin cannot be named from an opaque frame. */
  hello(message: Hello): void;
  /** Calls `handler` for each message from the parent; returns the way to stop. */
  listen(handler: (message: ParentMessage) => void): () => void;
  /** Takes a port into use: what arrives goes to `receive`; returns the way to send. */
  connect(port: MessagePort, receive: (data: unknown) => void): (text: string) => void;
}

/**
 * The frame's own window. The port arrives when the program's scripts run already, so every accessor and method that
 * touches it is captured now: a program that replaces them gets neither the port nor the messages.
 */
export function linkWindowOf(window: Window & typeof globalThis): LinkWindow {
  const { parent, MessagePort, MessageEvent } = window;
  const read = getter(MessageEvent.prototype, 'data');
  const source = getter(MessageEvent.prototype, 'source');
  const ports = getter(MessageEvent.prototype, 'ports');
  const { stopImmediatePropagation } = window.Event.prototype;
  const { postMessage } = MessagePort.prototype;
  const setHandler = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage')?.set;
  const { addEventListener, removeEventListener } = window;
  const { apply } = Reflect;
  return {
    hello: (message) => parent.postMessage(message, '*'),
    listen(handler) {
      const listener = (event: MessageEvent) => {
        if (source(event) !== parent) return;
        handler({
          data: read(event),
          port: (ports(event) as readonly MessagePort[])[0],
          hide: () => apply(stopImmediatePropagation, event, []),
        });
      };
      apply(addEventListener, window, ['message', listener, true]);
      return () => apply(removeEventListener, window, ['message', listener, true]);
    },
    connect(port, receive) {
      setHandler?.call(port, (event: MessageEvent) => receive(read(event)));
      return (text) => apply(postMessage, port, [text]);
    },
  };
}

/** A native accessor, called on any object. */
function getter(prototype: object, name: string): (object: object) => unknown {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  const { apply } = Reflect;
  return (object) => (get ? apply(get, object, []) : undefined);
}
