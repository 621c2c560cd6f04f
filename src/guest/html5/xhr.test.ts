import { describe, expect, it, vi } from 'vitest';
import { createInside } from './inside.ts';
import { createXhr } from './xhr.ts';

const BASE = 'http://shop.localhost:6464/';

/** What the guest uses of the native class: events with `on…` attributes, `upload`, and two settings. */
class Events extends EventTarget {
  override dispatchEvent(event: Event): boolean {
    const handler = (this as unknown as Record<string, unknown>)[`on${event.type}`];
    if (typeof handler === 'function') handler.call(this, event);
    return super.dispatchEvent(event);
  }
}
class Native extends Events {
  responseType = '';
  timeout = 0;
  upload = new Events();
  opened: unknown[] | undefined;
  open(...given: unknown[]) {
    this.opened = given;
  }
  send() {}
  get readyState() {
    return 4;
  }
  get responseText() {
    return 'native';
  }
}

type Answer = Response | Error | 'never';
function page(
  answer: Answer = new Response('{"a":1}', {
    status: 201,
    headers: { 'content-type': 'application/json', 'x-b': '1' },
  }),
) {
  const requests: Request[] = [];
  const exchange = vi.fn(async (request: Request) => {
    requests.push(request);
    if (answer === 'never')
      await new Promise((_, reject) =>
        request.signal.addEventListener('abort', () => reject(request.signal.reason)),
      );
    if (answer instanceof Error) throw answer;
    return (answer as Response).clone();
  });
  const refusedSync = vi.fn();
  const timers: (() => void)[] = [];
  const Xhr = createXhr(Native as unknown as typeof XMLHttpRequest, {
    exchange,
    inside: createInside(BASE, () => BASE),
    documentBase: () => BASE,
    refusedSync,
    progress: (type, loaded, total) => Object.assign(new Event(type), { loaded, total }),
    setTimeout: (run) => timers.push(run),
    clearTimeout: (timer) => void timers.splice(timer - 1, 1),
  });
  const xhr = new Xhr();
  const log: string[] = [];
  const types = ['readystatechange', 'loadstart', 'progress', 'load', 'error', 'timeout', 'abort', 'loadend'];
  for (const type of types) {
    xhr.addEventListener(type, () => void log.push(`${type} ${xhr.readyState}`));
    xhr.upload.addEventListener(type, () => void log.push(`upload ${type}`));
  }
  const over = () => new Promise<void>((resolve) => xhr.addEventListener('loadend', () => resolve()));
  return { xhr, Xhr, log, over, requests, refusedSync, timers };
}

describe('XMLHttpRequest', () => {
  it('goes through its life cycle in the order of the standard', async () => {
    const { xhr, log, over, requests } = page();
    xhr.open('post', '/api?x=1');
    xhr.setRequestHeader('X-Own', 'a');
    xhr.setRequestHeader('X-Own', 'b');
    const end = over();
    xhr.send('body');
    await end;
    expect(log).toEqual([
      'readystatechange 1',
      'loadstart 1',
      'upload loadstart',
      'upload progress',
      'upload load',
      'upload loadend',
      'readystatechange 2',
      'readystatechange 3',
      'progress 3',
      'readystatechange 4',
      'load 4',
      'loadend 4',
    ]);
    expect([
      requests[0]?.url,
      requests[0]?.method,
      requests[0]?.headers.get('x-own'),
      await requests[0]?.text(),
    ]).toEqual([`${BASE}api?x=1`, 'POST', 'a, b', 'body']);
    expect([xhr.status, xhr.responseText, xhr.response, xhr.responseURL]).toEqual([
      201,
      '{"a":1}',
      '{"a":1}',
      `${BASE}api?x=1`,
    ]);
    expect(xhr.getResponseHeader('X-B')).toBe('1');
    expect(xhr.getResponseHeader('none')).toBeNull();
    expect(xhr.getAllResponseHeaders()).toBe('content-type: application/json\r\nx-b: 1\r\n');
  });

  it('calls the on… handlers and is an instance of the class in place', async () => {
    const { xhr, Xhr, over } = page();
    const onload = vi.fn();
    xhr.onload = onload;
    xhr.open('GET', 'https://api.example/');
    const end = over();
    xhr.send('ignored for GET');
    await end;
    expect(onload).toHaveBeenCalledOnce();
    expect(xhr).toBeInstanceOf(Xhr);
    expect(Xhr.name).toBe('XMLHttpRequest');
  });

  it.each<[XMLHttpRequestResponseType, unknown]>([
    ['', '{"a":1}'],
    ['text', '{"a":1}'],
    ['json', { a: 1 }],
    ['arraybuffer', new TextEncoder().encode('{"a":1}').buffer],
  ])('responseType %j', async (type, expected) => {
    const { xhr, over } = page();
    xhr.open('GET', '/x');
    xhr.responseType = type;
    const end = over();
    xhr.send();
    await end;
    expect(xhr.response).toEqual(expected);
    expect(xhr.response).toBe(xhr.response);
    if (type !== '' && type !== 'text') expect(() => xhr.responseText).toThrow(DOMException);
  });

  it('a blob has the type of the answer, or of overrideMimeType; text is read in its charset', async () => {
    const bytes = new Uint8Array([0xe9]);
    const { xhr, over } = page(new Response(bytes, { headers: { 'content-type': 'text/plain' } }));
    xhr.open('GET', '/x');
    xhr.overrideMimeType('text/plain; charset=iso-8859-1');
    const end = over();
    xhr.send();
    await end;
    expect(xhr.responseText).toBe('é');
    xhr.responseType = 'blob';
    expect(xhr.response).toBeInstanceOf(Blob);
    expect((xhr.response as Blob).type).toBe('text/plain; charset=iso-8859-1');
  });

  it('JSON that is none is null', async () => {
    const { xhr, over } = page(new Response('<html>'));
    xhr.open('GET', '/x');
    xhr.responseType = 'json';
    const end = over();
    xhr.send();
    await end;
    expect(xhr.response).toBeNull();
  });

  it('a broken network is an error with status 0', async () => {
    const { xhr, log, over } = page(new TypeError('Failed to fetch'));
    xhr.open('GET', '/x');
    const end = over();
    xhr.send();
    await end;
    expect(log.slice(-3)).toEqual(['readystatechange 4', 'error 4', 'loadend 4']);
    expect([xhr.status, xhr.responseText, xhr.getAllResponseHeaders()]).toEqual([0, '', '']);
  });

  it('a timeout ends it and aborts what was sent', () => {
    const { xhr, log, timers, requests } = page('never');
    xhr.open('GET', '/x');
    xhr.timeout = 50;
    xhr.send();
    timers[0]?.();
    expect(log.slice(-3)).toEqual(['readystatechange 4', 'timeout 4', 'loadend 4']);
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  it('an abort fires abort, ends unsent, and a second one nothing', () => {
    const { xhr, log, requests } = page('never');
    xhr.open('POST', '/x');
    xhr.send('body');
    xhr.abort();
    expect(log.slice(-5)).toEqual([
      'readystatechange 4',
      'upload abort',
      'upload loadend',
      'abort 4',
      'loadend 4',
    ]);
    expect([xhr.readyState, requests[0]?.signal.aborted]).toEqual([0, true]);
    const { length } = log;
    xhr.abort();
    expect(log).toHaveLength(length);
  });

  it('opened again, the first request is nobody’s', async () => {
    const { xhr, over, log, requests } = page();
    xhr.open('GET', '/first');
    xhr.send();
    xhr.open('GET', '/second');
    const end = over();
    xhr.send();
    await end;
    expect(xhr.responseURL).toBe(`${BASE}second`);
    expect(log.filter((line) => line === 'load 4')).toHaveLength(1);
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  it('headers and send need an open request', () => {
    const { xhr } = page('never');
    expect(() => xhr.send()).toThrow(expect.objectContaining({ name: 'InvalidStateError' }));
    expect(() => xhr.setRequestHeader('a', 'b')).toThrow(
      expect.objectContaining({ name: 'InvalidStateError' }),
    );
    xhr.open('GET', '/x');
    xhr.send();
    expect(() => xhr.send()).toThrow(expect.objectContaining({ name: 'InvalidStateError' }));
  });

  it.each([
    ['GET', 'http://', 'SyntaxError'],
    ['G T', '/x', 'SyntaxError'],
    ['TRACE', '/x', 'SecurityError'],
  ])('open(%j, %j) throws a %s', (method, url, name) => {
    expect(() => page().xhr.open(method, url)).toThrow(expect.objectContaining({ name }));
  });

  it('synchronous to a server fails with a NetworkError and is told', () => {
    const { xhr, refusedSync, requests } = page();
    xhr.open('GET', 'https://api.example/', false);
    expect(() => xhr.send()).toThrow(expect.objectContaining({ name: 'NetworkError' }));
    expect(refusedSync).toHaveBeenCalledWith('https://api.example/');
    expect(requests).toEqual([]);
  });

  it('synchronous for an own file is left to the native class', () => {
    const { xhr, requests } = page();
    xhr.open('GET', 'data.json', false);
    xhr.send();
    expect((xhr as unknown as Native).opened?.slice(0, 3)).toEqual(['GET', 'data.json', false]);
    expect([xhr.readyState, xhr.responseText]).toEqual([4, 'native']);
    expect(requests).toEqual([]);
  });
});
