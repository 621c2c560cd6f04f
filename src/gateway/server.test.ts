import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../contract/dialects/index.ts';
import type { ProgramsFile } from '../contract/program.ts';
import { gatewayApp } from './server.ts';

const top = mkdtempSync(join(tmpdir(), 'miniauth-server-'));
afterAll(() => rmSync(top, { recursive: true }));
const own = { ...DIALECTS[0], id: 'own' };
const files: Record<string, string> = {
  'page/index.html': '<!doctype html><p>the page',
  'page/assets/a-123.js': 'page()',
  'page/__miniauth__/guest.js': 'guest()',
  'page/programs/shop/index.html': 'a file of a static build',
  'mine/shop/index.html': '<!doctype html><script type="module" src="/app.js"></script>',
  'mine/shop/app.js': 'import "/lib/b.js"',
  'mine/shop/sub/index.html': '<!doctype html>sub',
  'mine/shop/data.json': '{}',
  'mine/shop/.env': 'SECRET',
  'mine/shop/bridge.html': '<script src="//appx/web-view.min.js"></script>',
  'mine/shop/gbk.html': '<meta charset="gbk">',
  'mine/shop/miniauth.json': JSON.stringify({ allow: ['https://cdn.example'], dialect: own, scopez: [] }),
  'samples/shop/index.html': 'sample',
};
for (const [name, content] of Object.entries(files)) {
  mkdirSync(dirname(join(top, name)), { recursive: true });
  writeFileSync(join(top, name), content);
}

const app = gatewayApp({
  folders: [
    { path: join(top, 'samples'), sample: true },
    { path: join(top, 'mine'), sample: false },
  ],
  urls: [],
  dialects: [],
  page: join(top, 'page'),
  port: () => 6464,
});
const ask = (host: string, path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  app.request(`http://${host}${path}`, { ...init, headers: { host, ...init.headers } });
const page = 'localhost:6464';
const shop = 'shop.localhost:6464';
const document = { headers: { accept: 'text/html', 'sec-fetch-dest': 'iframe' } };

describe('the page', () => {
  it.each(['localhost:6464', '127.0.0.1:6464'])('is at %s, with a policy of its own', async (host) => {
    const answer = await ask(host, '/');
    expect(await answer.text()).toBe('<!doctype html><p>the page');
    expect(answer.headers.get('content-security-policy')).toContain(
      `frame-src http://*.localhost:6464 http://${host}/programs/;`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('at an IPv6 address sends the browser to localhost, where frames can be allowed', async () => {
    const answer = await ask('[::1]:6464', '/?program=shop');
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe('http://localhost:6464/?program=shop');
  });

  it('keeps what is named by its hash', async () => {
    expect((await ask(page, '/assets/a-123.js')).headers.get('cache-control')).toContain('immutable');
    expect((await ask(page, '/')).headers.get('cache-control')).toBe('no-cache');
  });

  it('says so when it is not built', async () => {
    const bare = gatewayApp({
      folders: [],
      urls: [],
      dialects: [],
      page: join(top, 'none'),
      port: () => 6464,
    });
    const answer = await bare.request('http://localhost:6464/');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
  });
});

describe('who is refused', () => {
  it.each(['evil.example:6464', 'localhost:1234', 'a.b.localhost:6464'])(
    'another name, %s, with 421',
    async (host) => {
      for (const path of ['/', '/programs.json', '/__miniauth__/ping', '/programs/shop/'])
        expect((await ask(host, path)).status).toBe(421);
    },
  );

  it.each(['https://evil.example', 'null', 'http://shop.localhost:6464'])(
    'a change from origin %s, with 403',
    async (origin) => {
      for (const method of ['POST', 'PUT', 'DELETE'])
        expect((await ask(page, '/programs.json', { method, headers: { origin } })).status).toBe(403);
    },
  );

  it('a change from the page itself, with 405: nothing can be changed here', async () => {
    expect(
      (await ask(page, '/', { method: 'POST', headers: { origin: 'http://localhost:6464' } })).status,
    ).toBe(405);
  });
});

describe('programs.json', () => {
  it("lists the developer's programs first, with problems, and dialects from a miniauth.json", async () => {
    const answer = await ask(page, '/programs.json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const file = (await answer.json()) as ProgramsFile;
    expect(file.mode).toBe('server');
    expect(file.programs.map(({ id, sample }) => [id, sample])).toEqual([
      ['shop', false],
      ['shop-2', true],
    ]);
    expect(file.programs[0]?.problems.join()).toContain('"scopez" is not known');
    expect(file.dialects.map(({ id }) => id)).toEqual(['own']);
  });

  it('two dialects of one name are a problem of the second', async () => {
    const dialects = [{ ...own, title: 'Another' }] as (typeof DIALECTS)[number][];
    const both = gatewayApp({
      folders: [{ path: join(top, 'mine'), sample: false }],
      urls: [],
      dialects,
      page: top,
      port: () => 6464,
    });
    const file = (await (await both.request('http://localhost:6464/programs.json')).json()) as ProgramsFile;
    expect(file.dialects).toEqual(dialects);
    expect(file.programs[0]?.problems.join()).toContain('another dialect is called "own"');
  });

  it("is the page's alone", async () => {
    expect((await ask(shop, '/programs.json')).status).toBe(404);
  });
});

describe('a program at its own origin', () => {
  it('gets the guest script first, in a document sandboxed by header', async () => {
    const answer = await ask(shop, '/');
    expect(await answer.text()).toBe(
      '<!doctype html><script src="/__miniauth__/guest.js"></script><script crossorigin="" type="module" src="/app.js"></script>',
    );
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^sandbox allow-scripts allow-forms; default-src 'none'; script-src http:\/\/shop\.localhost:6464 /,
    );
    expect(policy).toContain('https://cdn.example');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('gets its other files as they are, readable for an opaque origin', async () => {
    const answer = await ask(shop, '/app.js');
    expect(await answer.text()).toBe('import "/lib/b.js"');
    expect(answer.headers.get('content-type')).toBe('text/javascript');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect((await ask(shop, '/gbk.html')).headers.get('content-type')).toBe('text/html');
  });

  it('gets a stub for the bridge of the platform', async () => {
    expect(await (await ask(shop, '/bridge.html')).text()).toContain(
      '<script crossorigin="" src="/__miniauth__/bridge-stub.js"></script>',
    );
  });

  it('gets the guest script and an answer to ping', async () => {
    expect(await (await ask(shop, '/__miniauth__/guest.js')).text()).toBe('guest()');
    const ping = await ask(shop, '/__miniauth__/ping');
    expect(ping.status).toBe(200);
    expect(ping.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('may ask before it fetches with headers of its own', async () => {
    const answer = await ask(shop, '/data.json', { method: 'OPTIONS', headers: { origin: 'null' } });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toBe('*');
  });

  it('a folder is its index.html, under an address that ends in a slash', async () => {
    const answer = await ask(shop, '/sub?x=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sub/?x=1']);
    expect(await (await ask(shop, '/sub/')).text()).toContain('sub');
  });

  it('a missing page is a document that keeps the frame alive; missing data is plain text', async () => {
    const html = await ask(shop, '/no<b>', document);
    expect(html.status).toBe(404);
    const text = await html.text();
    expect(text).toContain('<!doctype html><script src="/__miniauth__/guest.js"></script>');
    expect(text).not.toContain('<b>');
    const data = await ask(shop, '/no.json', { headers: { 'sec-fetch-dest': 'empty' } });
    expect([data.status, data.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
  });

  it('an unknown program is not found', async () => {
    expect((await ask('nobody.localhost:6464', '/', document)).status).toBe(404);
  });

  it('what the client has is not sent again', async () => {
    for (const path of ['/', '/app.js']) {
      const etag = (await ask(shop, path)).headers.get('etag') ?? '';
      const again = await ask(shop, path, { headers: { 'if-none-match': etag } });
      expect(again.status).toBe(304);
      expect(again.headers.get('content-security-policy')).toContain('sandbox');
    }
  });

  it('HEAD answers without a body', async () => {
    const answer = await ask(shop, '/app.js', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      '18',
      '',
    ]);
  });
});

describe("a program under a path of the page's origin", () => {
  it('is the same, sandboxed, with its addresses made relative', async () => {
    const answer = await ask(page, '/programs/shop/');
    expect(await answer.text()).toBe(
      '<!doctype html><script src="/__miniauth__/guest.js"></script><script crossorigin="" type="module" src="app.js"></script>',
    );
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox allow-scripts allow-forms; /);
    expect(policy).toContain(
      'connect-src http://localhost:6464/programs/shop/ http://localhost:6464/__miniauth__/ data: blob:',
    );
    expect(await (await ask(page, '/programs/shop/app.js')).text()).toBe('import "./lib/b.js"');
    expect((await ask(page, '/programs/shop/sub')).headers.get('location')).toBe('/programs/shop/sub/');
  });

  it('is never a file of a static build beside it', async () => {
    expect(await (await ask(page, '/programs/shop/')).text()).not.toContain('static build');
    expect((await ask(page, '/programs/nobody/', document)).status).toBe(404);
    for (const path of [
      '/programs//shop/index.html',
      '//programs/shop/index.html',
      '/%70rograms/shop/index.html',
      '/programs/shop',
    ])
      expect(await (await ask(page, path)).text()).not.toContain('static build');
  });
});

it('no path gets at what is hidden or outside', async () => {
  const part = fc.constantFrom(
    '..',
    '%2e%2e',
    '..%2f',
    '%5c',
    '.env',
    'shop',
    'mine',
    'page',
    'programs',
    'sub',
    '',
    '%00',
    'index.html',
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(page, shop), fc.array(part, { maxLength: 6 }), async (host, parts) => {
      const text = await (await ask(host, `/${parts.join('/')}`)).text();
      expect(text).not.toContain('SECRET');
      expect(text).not.toContain('static build');
    }),
  );
});
