import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RunLink } from '../host/link.ts';
import { openPort } from './port.ts';

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

function document() {
  const end = { receive: vi.fn(), close: vi.fn() };
  const openDocument = vi.fn((given: { url: string; revision?: number; send(text: string): void }) => {
    given.send('boot 0 - {}');
    return end;
  });
  const received: unknown[] = [];
  const waiting: (() => void)[] = [];
  let offered: { nonce: string; port: MessagePort } | undefined;
  const port = openPort(
    { openDocument } as unknown as RunLink,
    { miniauth: 'hello', nonce: 'abc', url: 'http://p/', revision: 4 },
    (data) => {
      received.push(data);
      waiting.shift()?.();
    },
    ({ nonce }, transfer) => {
      offered = { nonce, port: transfer[0] as MessagePort };
      open.push(offered.port);
    },
  );
  return {
    port,
    end,
    openDocument,
    received,
    next: () => new Promise<void>((resolve) => waiting.push(resolve)),
    offered: () => offered,
  };
}

describe('the port of one document', () => {
  it('opens the document in the host, then offers the port with the nonce; what the host sent first arrives first', async () => {
    const { port, openDocument, offered } = document();
    expect(openDocument.mock.calls[0]?.[0]).toMatchObject({ url: 'http://p/', revision: 4 });
    expect(offered()?.nonce).toBe('abc');
    const texts: unknown[] = [];
    const both = new Promise<void>((resolve) => {
      const guest = offered()?.port;
      if (guest)
        guest.onmessage = ({ data }) => {
          if (texts.push(data) === 2) resolve();
        };
    });
    port.send('ping 1 - null');
    await both;
    expect(texts).toEqual(['boot 0 - {}', 'ping 1 - null']);
    port.close('stopped');
  });

  it('passes on what comes, of whatever type', async () => {
    const { port, received, next, offered } = document();
    const first = next();
    offered()?.port.postMessage('pong 1 - null');
    await first;
    const second = next();
    offered()?.port.postMessage({ not: 'text' });
    await second;
    expect(received).toEqual(['pong 1 - null', { not: 'text' }]);
    port.close('stopped');
  });

  it('closed, it sends and passes on nothing, and tells the host once why', async () => {
    const { port, end, received, offered } = document();
    offered()?.port.postMessage('late');
    port.close('navigated');
    port.close('stopped');
    port.send('ping 2 - null');
    await new Promise((resolve) => setImmediate(resolve));
    expect(end.close.mock.calls).toEqual([['navigated']]);
    expect(received).toEqual([]);
  });
});
