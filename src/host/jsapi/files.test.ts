import { describe, expect, it } from 'vitest';
import { readDataUrl } from '../../contract/data-url.ts';
import { testContext } from '../testing/jsapi-context.ts';
import type { OutgoingRequest } from './context.ts';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';

function server(status: number, body: string | Uint8Array, headers: Record<string, string> = {}) {
  const requests: OutgoingRequest[] = [];
  const context = testContext({
    answer: (request) => {
      requests.push(request);
      return { value: { status, headers, body } };
    },
  });
  return { context, requests };
}

describe('my.uploadFile', () => {
  it('sends the file and the form data as multipart/form-data', async () => {
    const { context, requests } = server(201, 'kept');
    const reply = await context.call('uploadFile', {
      url: 'https://m.example/up',
      filePath: PNG,
      name: 'photo',
      header: { 'X-Token': 't' },
      formData: { album: 'summer', tags: [1, 2] },
    });
    expect(reply).toMatchObject({ success: { data: 'kept', statusCode: 201 } });
    const [request] = requests;
    expect(request?.method).toBe('POST');
    expect(request?.headers['x-token']).toBe('t');
    const boundary = /boundary=(.+)$/.exec(request?.headers['content-type'] ?? '')?.[1] ?? '?';
    const parts = new TextDecoder('latin1').decode(request?.body as Uint8Array).split(`--${boundary}`);
    expect(parts).toHaveLength(5);
    expect(parts[1]).toBe('\r\nContent-Disposition: form-data; name="album"\r\n\r\nsummer\r\n');
    expect(parts[2]).toContain('\r\n\r\n[1,2]\r\n');
    expect(parts[3]).toContain('name="photo"; filename="file.png"\r\nContent-Type: image/png');
    expect(parts[3]).toContain('\u0089PNG\r\n\u001a\n');
    expect(parts[4]).toBe('--\r\n');
  });

  it('fails with 11 for a path that nobody gave', async () => {
    const { context, requests } = server(200, '');
    const reply = await context.call('uploadFile', { url: '/up', filePath: 'https://resource/1.image' });
    expect(reply).toMatchObject({ fail: { error: 11 } });
    expect(requests).toEqual([]);
  });

  it('fails with 12 when the server cannot be reached, with 13 when it may not be', async () => {
    for (const [networkError, error] of [
      [12, 12],
      [4, 13],
    ] as const) {
      const context = testContext({ answer: () => ({ value: { networkError, message: 'no' } }) });
      expect(await context.call('uploadFile', { url: '/up', filePath: PNG })).toMatchObject({
        fail: { error },
      });
    }
  });
});

describe('my.downloadFile', () => {
  it('answers with an address that holds the very bytes', async () => {
    const bytes = new Uint8Array([0, 255, 10, 128]);
    const { context } = server(200, bytes, { 'content-type': 'image/png; charset=x' });
    const reply = await context.call('downloadFile', { url: '/a.png' });
    const path = 'success' in reply ? (reply.success as { apFilePath: string }).apFilePath : '';
    expect(readDataUrl(path)?.bytes).toEqual(bytes);
    expect(readDataUrl(path)?.type).toMatch(/^image\/png/);
  });

  it('fails when the server answers with an error', async () => {
    const { context } = server(404, 'no');
    expect(await context.call('downloadFile', { url: '/a.png' })).toMatchObject({ fail: { error: 19 } });
  });
});
