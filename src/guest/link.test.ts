import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../contract/wire.ts';
import { createLink } from './link.ts';
import type { LinkWindow, ParentMessage } from './link-window.ts';

function frame() {
  const hello = vi.fn();
  let listener: ((message: ParentMessage) => void) | undefined;
  const window: LinkWindow = {
    hello,
    listen(handler) {
      listener = handler;
      return () => {
        listener = undefined;
      };
    },
    connect(port, receive) {
      port.onmessage = ({ data }) => receive(data);
      return (text) => port.postMessage(text);
    },
  };
  const link = createLink(window, { nonce: 'abc', url: 'http://p/', revision: 3 }, () => 0);
  const deliver = (message: { data: unknown; port?: MessagePort | undefined }) => {
    const hide = vi.fn();
    listener?.({ port: undefined, ...message, hide });
    return hide;
  };
  return { hello, link, deliver };
}

const open: MessagePort[] = [];
function channel() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const got: unknown[] = [];
  const next = () => new Promise<unknown>((resolve) => waiting.push(resolve));
  const waiting: ((text: unknown) => void)[] = [];
  port1.onmessage = ({ data }) => {
    got.push(data);
    waiting.shift()?.(data);
  };
  return { host: port1, guest: port2, got, next };
}
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});
const OFFER = { miniauth: 'port', nonce: 'abc' };

describe('the guest’s end of the wire', () => {
  it('says hello to its parent, with nonce, address and the revision of its copy', () => {
    expect(frame().hello).toHaveBeenCalledWith({
      miniauth: 'hello',
      nonce: 'abc',
      url: 'http://p/',
      revision: 3,
    });
  });

  it('takes the port from its parent with its own nonce, hides it from the program, and sends what was queued', async () => {
    const { link, deliver } = frame();
    link.send('call', 1, 'alert', { content: 'hi' });
    const { guest, next } = channel();
    expect(deliver({ data: OFFER, port: guest })).toHaveBeenCalledOnce();
    expect(await next()).toBe('call 1 alert {"content":"hi"}');
  });

  it.each([
    ['another nonce', { data: { miniauth: 'port', nonce: 'xyz' } }],
    ['no port', { port: undefined }],
    ['no offer', { data: 'port' }],
  ])('takes no port from %s', async (_, change) => {
    const { link, deliver } = frame();
    const wrong = channel();
    deliver({ data: OFFER, port: wrong.guest, ...change });
    link.send('call', 1, 'alert', {});
    const right = channel();
    deliver({ data: OFFER, port: right.guest });
    expect(await right.next()).toBe('call 1 alert {}');
    expect(wrong.got).toEqual([]);
  });

  it('takes one port only', async () => {
    const { link, deliver } = frame();
    const [first, second] = [channel(), channel()];
    deliver({ data: OFFER, port: first.guest });
    deliver({ data: OFFER, port: second.guest });
    link.send('call', 1, 'alert', {});
    expect(await first.next()).toBe('call 1 alert {}');
    expect(second.got).toEqual([]);
  });

  it('leaves the program its own messages', () => {
    expect(frame().deliver({ data: { hello: 'from the page' } })).not.toHaveBeenCalled();
  });

  it('answers a ping with its id, and gives each other message to its handler', async () => {
    const { link, deliver } = frame();
    const { host, guest, next } = channel();
    deliver({ data: OFFER, port: guest });
    const reply = new Promise((resolve) => link.on('reply', (...given) => resolve(given)));
    host.postMessage({ not: 'text' });
    host.postMessage('nonsense');
    host.postMessage('reply 7 success {"a":1}');
    host.postMessage('ping 12 - null');
    expect(await next()).toBe('pong 12 - null');
    expect(await reply).toEqual([7, 'success', { a: 1 }]);
  });

  it('refuses what is longer than the wire allows, and says how long it is', () => {
    const { link } = frame();
    const text = 'x'.repeat(LIMITS.normal);
    expect(link.send('call', 1, 'alert', text)).toBe(`call 1 alert "${text}"`.length);
    expect(link.send('call', 1, 'setStorage', text)).toBeUndefined();
  });

  it('lets the input that came first go first', async () => {
    const { link, deliver } = frame();
    const { guest, got, next } = channel();
    deliver({ data: OFFER, port: guest });
    link.watch({
      sending: (type) => type === 'call' && void link.send('input', 0, 'input', {}),
      received: () => undefined,
      leaving: () => undefined,
    });
    link.send('call', 1, 'alert', {});
    await next();
    if (got.length < 2) await next();
    expect(got).toEqual(['input 0 input {}', 'call 1 alert {}']);
  });
});
