import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { ProgramsFile } from '../contract/program.ts';
import { GatewayError } from './errors.ts';
import { type Gateway, startGateway } from './listen.ts';

const page = mkdtempSync(join(tmpdir(), 'miniauth-listen-'));
writeFileSync(join(page, 'index.html'), 'page');
afterAll(() => rmSync(page, { recursive: true }));
let open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open) await close();
  open = [];
});

async function start(options: Partial<Parameters<typeof startGateway>[0]> = {}): Promise<Gateway> {
  const gateway = await startGateway({ folders: [], urls: [], dialects: [], page, port: 0, ...options });
  open.push(() => gateway.close());
  return gateway;
}

/** As a browser asks: the address is the loopback, the name is in the Host header. */
const ask = (
  port: number,
  host: string,
  path = '/',
  headers: Record<string, string> = {},
  address = '127.0.0.1',
) =>
  new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((done, fail) => {
    request({ host: address, port, path, headers: { host, ...headers } }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    })
      .on('error', fail)
      .end();
  });

describe('startGateway', () => {
  it('answers on the loopback under the port that it says', async () => {
    const { url, port } = await start();
    expect(url).toBe(`http://localhost:${port}/`);
    expect((await ask(port, `localhost:${port}`)).text).toBe('page');
    expect((await ask(port, `evil.example:${port}`)).status).toBe(421);
    expect((await ask(port, 'evil..example')).status).toBeGreaterThanOrEqual(400);
  });

  it('a path that climbs is refused on the wire too', async () => {
    const { port } = await start();
    for (const path of [
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc/passwd',
      '//etc/passwd',
    ])
      expect((await ask(port, `localhost:${port}`, path)).status).toBe(404);
  });

  it('a taken port is an error in one line, not another port', async () => {
    const { port } = await start();
    const again = startGateway({ folders: [], urls: [], dialects: [], page, port });
    await expect(again).rejects.toThrow(GatewayError);
    await expect(again).rejects.toThrow(
      `Port ${port} is taken. Choose another one with --port, or stop what listens there.`,
    );
  });

  it('after close the port is free', async () => {
    const gateway = await start();
    await gateway.close();
    expect((await start({ port: gateway.port })).port).toBe(gateway.port);
  });
});

describe('a program of a development server', () => {
  async function devServer(answer: Parameters<typeof createServer>[1]): Promise<URL> {
    const server: Server = createServer(answer);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    open.push(() => {
      server.close();
      server.closeAllConnections();
    });
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/app/`);
  }

  it('is listed with the first page of its address, and its miniauth.json counts', async () => {
    const url = await devServer((incoming, outgoing) => {
      outgoing.setHeader(
        'content-type',
        incoming.url === '/app/miniauth.json' ? 'application/json' : 'text/html',
      );
      outgoing.end(incoming.url === '/app/miniauth.json' ? '{"name":"Dev","x":1}' : '');
    });
    const { port } = await start({ urls: [url] });
    const file = JSON.parse((await ask(port, `localhost:${port}`, '/programs.json')).text) as ProgramsFile;
    expect(file.programs).toMatchObject([
      { id: `127-0-0-1-${url.port}`, manifest: { name: 'Dev', entry: 'app/' } },
    ]);
    expect(file.programs[0]?.problems).toHaveLength(1);
  });

  it('gets the guest script into its HTML; other files pass, cookies and policies of its own do not', async () => {
    const url = await devServer((incoming, outgoing) => {
      outgoing.setHeader('set-cookie', 'a=b');
      outgoing.setHeader('content-security-policy', "default-src 'self'");
      outgoing.setHeader('etag', '"1"');
      if (incoming.url === '/old') outgoing.writeHead(302, { location: '/app/?q=1' }).end();
      else if (incoming.url?.endsWith('.js'))
        outgoing.setHeader('content-type', 'text/javascript').end('x()');
      else
        outgoing
          .setHeader('content-type', 'text/html; charset=iso-8859-1')
          .end(`<p>${incoming.headers.host} ${incoming.url}`);
    });
    const { port } = await start({ urls: [url] });
    const host = `127-0-0-1-${url.port}.localhost:${port}`;
    const html = await ask(port, host, '/app/?q=1');
    expect(html.text).toBe(`<script src="/__miniauth__/guest.js"></script><p>${url.host} /app/?q=1`);
    expect(html.headers).toMatchObject({
      'content-type': 'text/html; charset=iso-8859-1',
      'access-control-allow-origin': '*',
    });
    expect(html.headers['content-security-policy']).toMatch(/^sandbox /);
    expect(html.headers['set-cookie']).toBeUndefined();
    expect(html.headers.etag).toBeUndefined();
    expect(await ask(port, host, '/src/a.js')).toMatchObject({ text: 'x()', headers: { etag: '"1"' } });
    expect((await ask(port, host, '/old')).headers.location).toBe('/app/?q=1');
    const path = `/programs/127-0-0-1-${url.port}`;
    expect((await ask(port, `localhost:${port}`, `${path}/old`)).headers.location).toBe(`${path}/app/?q=1`);
  });

  it('that does not answer is a problem in the list and a page that says so', async () => {
    const url = await devServer(() => {});
    for (const close of open.splice(0)) await close();
    const { port } = await start({ urls: [url] });
    const file = JSON.parse((await ask(port, `localhost:${port}`, '/programs.json')).text) as ProgramsFile;
    expect(file.programs[0]?.problems).toEqual([
      `${url.origin} does not answer. Is its development server running?`,
    ]);
    const answer = await ask(port, `127-0-0-1-${url.port}.localhost:${port}`, '/', { accept: 'text/html' });
    expect(answer.status).toBe(502);
    expect(answer.text).toContain('guest.js');
  });
});
