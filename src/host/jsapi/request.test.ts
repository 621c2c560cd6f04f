import { describe, expect, it } from 'vitest';
import { encode } from '../../contract/codec.ts';
import { type Surroundings, testContext } from '../testing/jsapi-context.ts';
import type { IncomingResponse } from './context.ts';
import { HTTP_ERROR_STATUS } from './request.ts';

const answering = (answer: IncomingResponse): Surroundings => ({ answer: () => ({ value: answer }) });
const ok = (body: string | Uint8Array = '{}', headers = {}) => answering({ status: 200, headers, body });
/** What the merchant server got for these arguments. */
async function sent(args: unknown, around: Surroundings = ok()) {
  const context = testContext(around);
  const reply = await context.call('request', args);
  expect(reply).toHaveProperty('success');
  const [request] = context.sent;
  if (!request) throw new Error('nothing was sent');
  return request;
}

describe('what my.request sends', () => {
  it('is a GET with the JSON content type by default, and without a body', async () => {
    expect(await sent({ url: 'https://m.test/login' })).toEqual({
      method: 'GET',
      url: 'https://m.test/login',
      headers: { 'content-type': 'application/json' },
      body: undefined,
    });
  });

  it('goes to an address relative to the calling page', async () => {
    const around = { ...ok(), pageUrl: 'http://shop.localhost:6464/pages/cart.html?x=1' };
    expect((await sent({ url: 'api/login' }, around)).url).toBe('http://shop.localhost:6464/pages/api/login');
    expect((await sent({ url: '/api/login' }, around)).url).toBe('http://shop.localhost:6464/api/login');
    expect((await sent({ url: '//m.test/login' }, around)).url).toBe('http://m.test/login');
  });

  it.each(['GET', 'HEAD'])('has the data in the query for %s', async (method) => {
    const request = await sent({ url: 'https://m.test/a?x=1#y', method, data: { code: 'a b', n: 2 } });
    expect(request).toMatchObject({ method, url: 'https://m.test/a?x=1&code=a%20b&n=2', body: undefined });
    expect((await sent({ url: 'https://m.test/a', method, data: 'raw=1' })).url).toBe(
      'https://m.test/a?raw=1',
    );
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'])(
    'has the data as JSON in the body for %s',
    async (method) => {
      const request = await sent({ url: 'https://m.test/a', method, data: { authCode: 'c' } });
      expect(request).toMatchObject({ method, url: 'https://m.test/a', body: '{"authCode":"c"}' });
    },
  );

  it('has the data as a form when the content type says so', async () => {
    const request = await sent({
      url: 'https://m.test/a',
      method: 'post',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      data: { authCode: 'a b', scope: 'auth_base' },
    });
    expect(request).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'authCode=a%20b&scope=auth_base',
    });
  });

  it('has text and bytes as they are', async () => {
    const bytes = new Uint8Array([0, 255]);
    expect((await sent({ url: 'https://m.test/', method: 'POST', data: '<x/>' })).body).toBe('<x/>');
    expect((await sent({ url: 'https://m.test/', method: 'POST', data: bytes })).body).toBe(bytes);
  });

  it('has headers in lower case, `headers` before the older `header`, values as text', async () => {
    const request = await sent({
      url: 'https://m.test/',
      header: { 'X-A': 'old', 'X-B': 'kept' },
      headers: { 'x-a': 'new', 'X-Count': 3, Accept: 'text/html' },
    });
    expect(request.headers).toEqual({
      'content-type': 'application/json',
      'x-a': 'new',
      'x-b': 'kept',
      'x-count': '3',
      accept: 'text/html',
    });
  });
});

describe('what my.request answers', () => {
  it('is {data, status, headers}, with statusCode and header as the typings have them', async () => {
    const context = testContext(ok('{"user":"Lex"}', { 'content-type': 'application/json' }));
    const headers = { 'content-type': 'application/json' };
    expect(await context.call('request', { url: 'https://m.test/' })).toEqual({
      success: { data: { user: 'Lex' }, status: 200, headers, statusCode: 200, header: headers },
    });
  });

  it.each([
    ['json', '[1]', [1]],
    ['JSON', '[1]', [1]],
    ['text', '[1]', '[1]'],
    ['base64', '[1]', 'WzFd'],
    ['arraybuffer', '[1]', encode(new Uint8Array([91, 49, 93]))],
  ])('has data as the dataType %s wants it', async (dataType, body, data) => {
    const reply = await testContext(ok(body)).call('request', { url: 'https://m.test/', dataType });
    expect(reply).toMatchObject({ success: { data } });
  });

  it('has data in the codec’s form, so that nothing of a server is mistaken for bytes', async () => {
    const reply = await testContext(ok('{"$bytes":"AAAA"}')).call('request', { url: 'https://m.test/' });
    expect(reply).toMatchObject({ success: { data: encode({ $bytes: 'AAAA' }) } });
  });

  it('has empty data where an answer has no body by its nature', async () => {
    const none = answering({ status: 204, headers: {}, body: '' });
    expect(await testContext(none).call('request', { url: 'https://m.test/' })).toMatchObject({
      success: { data: '', status: 204 },
    });
    expect(
      await testContext(ok('')).call('request', { url: 'https://m.test/', method: 'HEAD' }),
    ).toMatchObject({ success: { data: '' } });
  });

  it('is the same under the old name my.httpRequest', async () => {
    const [now, old] = [testContext(ok('1')), testContext(ok('1'))];
    expect(await old.call('httpRequest', { url: 'https://m.test/' })).toEqual(
      await now.call('request', { url: 'https://m.test/' }),
    );
    expect(old.sent).toEqual(now.sent);
  });
});

describe('how my.request fails', () => {
  it.each([
    [{}, 'url: expected a string, received nothing'],
    [{ url: '' }, 'url: expected a string of at least 1 character, received ""'],
    [
      { url: 'ftp://m.test/' },
      'url: expected an address that begins with https:// or http://, received "ftp://m.test/"',
    ],
    [
      { url: 'https://' },
      'url: expected an address that begins with https:// or http://, received "https://"',
    ],
    [
      { url: 'javascript:alert(1)' },
      'url: expected an address that begins with https:// or http://, received "javascript:alert(1)"',
    ],
    [
      { url: '/a', method: 'PATCH' },
      'method: expected one of "GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "CONNECT", received "PATCH"',
    ],
    [
      { url: '/a', dataType: 'xml' },
      'dataType: expected one of "json", "text", "base64", "arraybuffer", received "xml"',
    ],
    [{ url: '/a', timeout: 0 }, 'timeout: expected a number of at least 1, received 0'],
    [{ url: '/a', headers: 'x' }, 'headers: expected an object, received "x"'],
    [
      { url: '/a', headers: { 'a b': '1' } },
      'headers["a b"]: expected a name without spaces and special characters, received "a b"',
    ],
    [
      { url: '/a', data: new Uint8Array([1]) },
      'data: expected an object or text, as the method is GET, received an object',
    ],
  ])('2 for bad parameters: %j', async (args, message) => {
    const context = testContext(ok());
    expect(await context.call('request', args)).toEqual({
      fail: { error: 2, errorMessage: `invalid parameter: ${message}` },
    });
    expect(context.sent).toEqual([]);
  });

  it('2 for an address that its data makes too long', async () => {
    const reply = await testContext(ok()).call('request', { url: '/a', data: { q: 'x'.repeat(40_000) } });
    expect(reply).toMatchObject({ fail: { error: 2 } });
    expect(JSON.stringify(reply)).toContain('URL too long');
  });

  it('12 when the network fails, by the code that the hop gives', async () => {
    const down = testContext({ answer: () => ({ failure: { kind: 'network', message: 'no route' } }) });
    expect(await down.call('request', { url: '/a' })).toEqual({
      fail: { error: 12, errorMessage: 'network error: no route' },
    });
    const refused = testContext(answering({ networkError: 11, message: 'domain not allowed' }));
    expect(await refused.call('request', { url: '/a' })).toEqual({
      fail: { error: 11, errorMessage: 'domain not allowed' },
    });
  });

  it.each([
    [undefined, 30_000],
    [500, 500],
    [90_000, 60_000],
  ])('13 when nobody answers in time: a timeout of %s is %i ms of virtual time', async (timeout, ms) => {
    const context = testContext();
    let reply: unknown;
    context.call('request', { url: '/a', timeout }).then((value) => {
      reply = value;
    });
    await context.time.advance(ms - 1);
    expect(reply).toBeUndefined();
    await context.time.advance(1);
    expect(reply).toEqual({ fail: { error: 13, errorMessage: `timeout: no answer within ${ms} ms` } });
  });

  it('13 when the hop itself runs out of time', async () => {
    const context = testContext({ answer: () => ({ failure: { kind: 'timeout', message: 'no answer' } }) });
    expect(await context.call('request', { url: '/a' })).toMatchObject({ fail: { error: 13 } });
  });

  it('14 for JSON that is none', async () => {
    for (const body of ['<html>', ''])
      expect(await testContext(ok(body)).call('request', { url: '/a' })).toEqual({
        fail: { error: 14, errorMessage: 'JSON parse data error' },
      });
  });

  it('15 for text that cannot be encoded', async () => {
    expect(await testContext(ok()).call('request', { url: '/a', data: { q: '\ud800' } })).toMatchObject({
      fail: { error: 15 },
    });
  });

  it('19 for an HTTP error, with the answer in the failure', async () => {
    const headers = { 'x-id': '7' };
    const denied = testContext(answering({ status: 403, headers, body: '{"reason":"used code"}' }));
    expect(await denied.call('request', { url: '/a' })).toEqual({
      fail: {
        error: 19,
        errorMessage: 'http status error',
        data: { reason: 'used code' },
        status: 403,
        headers,
        statusCode: 403,
        header: headers,
      },
    });
    const broken = testContext(answering({ status: 502, headers: {}, body: '<html>' }));
    expect(await broken.call('request', { url: '/a' })).toMatchObject({
      fail: { error: 19, status: 502, data: '<html>' },
    });
  });

  it('19 from the one limit on, and not below it', async () => {
    const at = (status: number) =>
      testContext(answering({ status, headers: {}, body: '{}' })).call('request', { url: '/a' });
    expect(await at(HTTP_ERROR_STATUS)).toHaveProperty('fail.error', 19);
    expect(await at(HTTP_ERROR_STATUS - 1)).toHaveProperty('success.status', HTTP_ERROR_STATUS - 1);
  });

  it('by rejecting when nobody waits any more, and the time limit goes with it', async () => {
    const context = testContext();
    const reply = context.call('request', { url: '/a' });
    await context.time.turn();
    context.abort();
    await expect(reply).rejects.toThrow();
  });
});
