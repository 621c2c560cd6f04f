import { describe, expect, it, vi } from 'vitest';
import { createCalls } from '../calls.ts';
import { fakeLink, settled } from '../testing.ts';
import { createExchange } from './exchange.ts';
import { createBeacon, createFetch } from './fetch.ts';
import { createInside } from './inside.ts';

const BASE = 'http://shop.localhost:6464/';

function page(files: Record<string, string> = {}) {
  const link = fakeLink();
  const native = vi.fn(async (input: RequestInfo | URL) => {
    const { url } = input as Request;
    const file = files[url.replace(BASE, '')];
    return file === undefined ? new Response('no such file', { status: 404 }) : new Response(file);
  });
  const exchange = createExchange({
    fetch: native as typeof fetch,
    calls: createCalls(link),
    inside: createInside(BASE, () => `${BASE}index.html`),
  });
  const sent = async (index = 0) => {
    await vi.waitFor(() => expect(link.sent.length).toBeGreaterThan(index));
    return link.sent[index]?.body as {
      url: string;
      method: string;
      headers: Record<string, string>;
      body?: unknown;
    };
  };
  return { link, native, fetch: createFetch(exchange), beacon: createBeacon(exchange), sent };
}
const answer = { status: 201, headers: { 'content-type': 'application/json', 'x-a': 'b' }, body: '{"a":1}' };

describe('fetch to a server', () => {
  it('is a call `fetch` with url, method, headers and body; its reply a real Response', async () => {
    const { fetch, link, sent } = page();
    const promise = fetch('https://api.example/login?x=1', {
      method: 'post',
      headers: { 'X-Own': 'y' },
      body: JSON.stringify({ code: 'c' }),
    });
    expect(await sent()).toEqual({
      url: 'https://api.example/login?x=1',
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-own': 'y' },
      body: '{"code":"c"}',
    });
    link.host('reply', 1, 'success', answer);
    const response = await promise;
    expect(response).toBeInstanceOf(Response);
    expect([response.status, response.ok, response.url, response.headers.get('x-a')]).toEqual([
      201,
      true,
      'https://api.example/login?x=1',
      'b',
    ]);
    expect(response.clone().url).toBe(response.url);
    expect(await response.json()).toEqual({ a: 1 });
  });

  it.each<[string, BodyInit, unknown, string | RegExp]>([
    [
      'URLSearchParams',
      new URLSearchParams({ a: '1', b: 'é' }),
      'a=1&b=%C3%A9',
      /^application\/x-www-form-urlencoded/,
    ],
    ['a Blob', new Blob(['hi'], { type: 'text/x' }), 'hi', 'text/x'],
    ['bytes that are no text', new Uint8Array([255, 0, 1]), { $bytes: '/wAB' }, ''],
    ['an ArrayBuffer of text', new TextEncoder().encode('\ufeffok').buffer, '\ufeffok', ''],
  ])('sends %s', async (_, body, text, type) => {
    const { fetch, sent } = page();
    fetch('https://api.example/', { method: 'POST', body });
    const message = await sent();
    expect(message.body).toEqual(text);
    expect(message.headers['content-type'] ?? '').toMatch(type);
  });

  it('sends FormData as multipart, and a Request object as it is', async () => {
    const { fetch, sent } = page();
    const form = new FormData();
    form.append('field', 'value');
    fetch(new Request('https://api.example/', { method: 'PUT', body: form }));
    const message = await sent();
    expect(message.method).toBe('PUT');
    expect(message.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(message.body).toContain('name="field"');
  });

  it('bytes come back as bytes', async () => {
    const { fetch, link, sent } = page();
    const promise = fetch('https://api.example/image');
    await sent();
    link.host('reply', 1, 'success', { status: 200, headers: {}, body: { $bytes: '/wAB' } });
    expect(new Uint8Array(await (await promise).arrayBuffer())).toEqual(new Uint8Array([255, 0, 1]));
  });

  it.each([204, 304])('status %i has no body', async (status) => {
    const { fetch, link, sent } = page();
    const promise = fetch('https://api.example/');
    await sent();
    link.host('reply', 1, 'success', { status, headers: {}, body: '' });
    expect((await promise).body).toBeNull();
  });

  it.each([
    ['fail', { error: 12, errorMessage: 'network error' }],
    ['success', { status: 0 }],
    ['success', { status: 700, headers: {}, body: '' }],
    ['success', {}],
  ])('%s %j is a TypeError, as a broken network is', async (kind, reply) => {
    const { fetch, link, sent } = page();
    const promise = fetch('https://api.example/');
    await sent();
    link.host('reply', 1, kind, reply);
    await expect(promise).rejects.toThrow(new TypeError('Failed to fetch'));
  });

  it('a header that a page may not see is left out', async () => {
    const { fetch, link, sent } = page();
    const promise = fetch('https://api.example/');
    await sent();
    link.host('reply', 1, 'success', { status: 200, headers: { 'bad name': 'x', ok: '1' }, body: '' });
    expect([...(await promise).headers.keys()]).toContain('ok');
  });

  it('an abort rejects with its reason and tells the host; before it was sent, nothing is', async () => {
    const { fetch, link, sent } = page();
    const controller = new AbortController();
    const promise = fetch('https://api.example/', { signal: controller.signal });
    await sent();
    controller.abort(new Error('enough'));
    await expect(promise).rejects.toThrow('enough');
    expect(link.sent.map(({ type }) => type)).toEqual(['call', 'abort']);
    await expect(fetch('https://api.example/', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(link.sent).toHaveLength(2);
  });

  it('what the constructor of Request refuses is a rejection', async () => {
    await expect(page().fetch('http://')).rejects.toThrow(TypeError);
  });

  it('a beacon is a POST that nobody waits for', async () => {
    const { beacon, sent, link } = page();
    expect(beacon('https://log.example/', 'line')).toBe(true);
    expect(await sent()).toMatchObject({ method: 'POST', body: 'line' });
    link.host('reply', 1, 'fail', { error: 12 });
    await settled();
  });
});

describe('fetch of the program’s own files', () => {
  it('goes to the network, without cookies and without headers that need a preflight', async () => {
    const { fetch, native, link } = page({ 'data.json': '{"a":1}' });
    const response = await fetch(`${BASE}data.json`, {
      credentials: 'include',
      headers: { 'X-Requested-With': 'x' },
    });
    expect(await response.json()).toEqual({ a: 1 });
    const request = native.mock.calls[0]?.[0] as Request;
    expect([request.credentials, request.mode, request.headers.get('x-requested-with')]).toEqual([
      'omit',
      'cors',
      null,
    ]);
    expect(link.sent).toEqual([]);
  });

  it.each([
    ['another method', `${BASE}api/login`, 'POST', 0],
    ['no such file', `${BASE}api/me`, 'GET', 1],
  ])('%s is meant for the program’s server', async (_, url, method, asked) => {
    const { fetch, native, link, sent } = page();
    const promise = fetch(url, { method });
    expect(await sent()).toMatchObject({ url, method });
    link.host('reply', 1, 'success', answer);
    expect((await promise).status).toBe(201);
    expect(native).toHaveBeenCalledTimes(asked);
  });

  it('no such file and no such route is the 404 of the file', async () => {
    const { fetch, link, sent } = page();
    const promise = fetch(`${BASE}none.json`);
    await sent();
    link.host('reply', 1, 'fail', { error: 12 });
    expect((await promise).status).toBe(404);
  });

  it('data: and blob: never leave the page', async () => {
    const { fetch, native, link } = page();
    await fetch('data:text/plain,hi');
    expect(native).toHaveBeenCalledOnce();
    expect(link.sent).toEqual([]);
  });
});

describe('what is inside the program', () => {
  it.each([
    ['http://a.localhost:1/', 'data.json', true],
    ['http://a.localhost:1/', '/api', true],
    ['http://a.localhost:1/', '//a.localhost:1/x', true],
    ['http://a.localhost:1/', 'http://a.localhost:2/', false],
    ['http://a.localhost:1/', 'https://a.localhost:1/', false],
    ['http://a.localhost:1/', 'http://a.localhost:1.evil.example/', false],
    ['http://localhost:1/programs/a/', 'x/y', true],
    ['http://localhost:1/programs/a/', '/api', false],
    ['http://localhost:1/programs/a/', '../b/', false],
    ['http://localhost:1/programs/a/', 'http://localhost:1/programs/ab/', false],
    ['http://localhost:1/programs/a/', 'http://', false],
  ])('%s %s is %s', (base, url, inside) => {
    expect(createInside(base, () => `${base}index.html`)(url)).toBe(inside);
  });
});
