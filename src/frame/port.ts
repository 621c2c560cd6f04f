import type { Hello, PortOffer } from '../contract/wire.ts';
import type { DocumentCloseReason, DocumentEnd, RunLink } from '../host/link.ts';

/** The host's side of one document: its port, and its end in the host. */
export interface OpenPort {
  readonly end: DocumentEnd;
  send(text: string): void;
  close(reason: DocumentCloseReason): void;
}

/**
 * Makes a channel for a document that has said hello, and hands one end over. The nonce says which document it is for:
 * a frame's window stays the same when its document is another one.
 * @param receive gets what comes, of whatever type
 * @param offer posts to the frame's window
 */
export function openPort(
  run: RunLink,
  hello: Hello,
  receive: (data: unknown) => void,
  offer: (message: PortOffer, transfer: Transferable[]) => void,
): OpenPort {
  const { port1: port, port2 } = new MessageChannel();
  let open = true;
  const send = (text: string) => {
    if (open) port.postMessage(text);
  };
  const { url, revision } = hello;
  const end = run.openDocument({ url, ...(revision === undefined ? {} : { revision }), send });
  port.onmessage = (event) => receive(event.data);
  port.onmessageerror = () => receive(undefined);
  offer({ miniauth: 'port', nonce: hello.nonce }, [port2]);
  return {
    end,
    send,
    close(reason) {
      if (!open) return;
      open = false;
      port.onmessage = null;
      port.close();
      end.close(reason);
    },
  };
}
