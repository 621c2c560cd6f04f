import { describe, expect, it } from 'vitest';
import { encode } from '../../contract/codec.ts';
import type { Reply } from '../../contract/trace.ts';
import type { IncomingResponse, OutgoingRequest } from './context.ts';
import { pageFetch } from './page-fetch.ts';

const PAGE = 'http://shop.localhost:6464/pages/index.html';
const request = { url: 'https://m.test/login', method: 'POST', headers: {}, body: 'x' };
const answered = (reply: Reply<IncomingResponse>) => pageFetch(request, PAGE, async () => reply);

describe('the page’s own fetch', () => {
  it('sends what the page says: any method, headers in lower case, text or bytes', async () => {
    const sent: OutgoingRequest[] = [];
    const send = async (outgoing: OutgoingRequest) => {
      sent.push(outgoing);
      return { value: { status: 200, headers: {}, body: '' } };
    };
    await pageFetch(
      { url: 'api?x=1#y', method: 'PATCH', headers: { Accept: '*/*' }, body: null },
      PAGE,
      send,
    );
    await pageFetch({ ...request, body: new Uint8Array([1]) }, PAGE, send);
    expect(sent).toEqual([
      {
        method: 'PATCH',
        url: 'http://shop.localhost:6464/pages/api?x=1',
        headers: { accept: '*/*' },
        body: undefined,
      },
      { method: 'POST', url: 'https://m.test/login', headers: {}, body: new Uint8Array([1]) },
    ]);
  });

  it('succeeds with any status; bytes travel in the tagged form', async () => {
    expect(await answered({ value: { status: 500, headers: { a: 'b' }, body: 'oops' } })).toEqual({
      success: { status: 500, headers: { a: 'b' }, body: 'oops' },
    });
    const body = new Uint8Array([0, 255]);
    expect(await answered({ value: { status: 200, headers: {}, body } })).toEqual({
      success: { status: 200, headers: {}, body: encode(body) },
    });
  });

  it.each<[Reply<IncomingResponse>, number]>([
    [{ value: { networkError: 12, message: 'no route' } }, 12],
    [{ failure: { kind: 'network', message: 'down' } }, 12],
    [{ failure: { kind: 'threw', message: 'bug' } }, 12],
    [{ failure: { kind: 'timeout', message: 'late' } }, 13],
  ])('fails with the platform’s network code: %j', async (reply, error) => {
    expect(await answered(reply)).toMatchObject({ fail: { error } });
  });

  it('fails, and does not reject, when the way to the server breaks', async () => {
    const reply = pageFetch(request, PAGE, async () => {
      throw new Error('broken');
    });
    expect(await reply).toEqual({ fail: { error: 12, errorMessage: 'network error: broken' } });
  });

  it.each([
    [undefined, 'url: expected a string'],
    [{ ...request, url: 'data:text/plain,x' }, 'url: expected an address'],
    [{ ...request, method: 'A B' }, 'method: expected text that matches'],
    [{ ...request, headers: { a: 'x\r\ny: z' } }, 'headers.a: expected'],
    [{ ...request, body: 5 }, 'body: expected'],
  ])('refuses what is no request with error 2: %j', async (args, message) => {
    const reply = await pageFetch(args, PAGE, async () => {
      throw new Error('must not be sent');
    });
    expect(reply).toMatchObject({ fail: { error: 2 } });
    expect(JSON.stringify(reply)).toContain(message);
  });
});
