import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gatewayApp } from './server.ts';
import { sourceList } from './source-list.ts';
import { buildStaticPrograms } from './static-build.ts';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'miniauth-axml-')));
afterAll(() => rmSync(top, { recursive: true }));
const config = JSON.stringify({ pages: ['pages/a'], window: { defaultTitle: 'Cards' } });
const files: Record<string, string> = {
  'mine/cards/app.json': config,
  'mine/cards/app.js': 'import "/lib/b.js"',
  'mine/cards/web/view.html': '<!doctype html><script src="/x.js"></script>',
  'mine/cards/.env': 'SECRET',
  'mine/cards/miniauth.json': '{"allow":["https://cdn.example"]}',
  'mine/cards/node_modules/lib/index.js': 'lib',
  'mine/cards/node_modules/lib/node_modules/deep/index.js': 'deep',
  'mine/cards/node_modules/.store/linked/index.js': 'linked',
  'mine/built/mini.project.json': '{"miniprogramRoot":"dist/","compileOptions":{"component2":true}}',
  'mine/built/miniauth.json': '{"name":"Built"}',
  'mine/built/node_modules/lib/index.js': 'outer lib',
  'mine/built/dist/app.json': config,
  'mine/built/dist/app.js': 'built',
  'mine/built/src/page.ts': 'source',
  'mine/plain/index.html': '<!doctype html>',
  'outside/secret.txt': 'secret',
  'page/index.html': '<!doctype html>',
};
for (const [name, content] of Object.entries(files)) {
  mkdirSync(dirname(join(top, name)), { recursive: true });
  writeFileSync(join(top, name), content);
}
const cards = join(top, 'mine/cards');
symlinkSync(join(top, 'outside'), join(cards, 'out'));
symlinkSync(cards, join(cards, 'circle'));
symlinkSync(join(cards, 'node_modules/.store/linked'), join(cards, 'node_modules/linked'));

const server = gatewayApp({
  folders: [{ path: join(top, 'mine'), sample: false }],
  urls: [],
  dialects: [],
  page: join(top, 'page'),
  port: () => 6464,
});
const ask = (host: string, path: string) =>
  server.request(`http://${host}:6464${path}`, { headers: { host: `${host}:6464` } });
const text = async (host: string, path: string) => (await ask(host, path)).text();
const list = async (path: string) => (await (await ask('localhost', path)).json()) as string[];

describe('the files of an AXML program', () => {
  it('are listed without packages, hidden files and what links lead out to', async () => {
    expect(await list('/programs/cards/__miniauth__/files.json')).toEqual([
      'app.js',
      'app.json',
      'miniauth.json',
      'web/view.html',
    ]);
  });

  it('packages are listed when they are asked for, each without its own', async () => {
    const under = (folder: string) =>
      list(`/programs/cards/__miniauth__/files.json?under=${encodeURIComponent(folder)}`);
    expect(await under('node_modules/lib')).toEqual(['node_modules/lib/index.js']);
    expect(await under('node_modules/lib/node_modules/deep')).toEqual([
      'node_modules/lib/node_modules/deep/index.js',
    ]);
    expect(await under('node_modules/linked')).toEqual(['node_modules/linked/index.js']);
    for (const outside of ['..', 'out', '../outside', '.git', 'node_modules/.store'])
      expect(await under(outside)).toEqual([]);
  });

  it('come as they are, packages included, on both origins; nothing else does', async () => {
    for (const [host, base] of [
      ['cards.localhost', ''],
      ['localhost', '/programs/cards'],
    ] as const) {
      expect(await text(host, `${base}/app.js`)).toBe('import "/lib/b.js"');
      expect(await text(host, `${base}/node_modules/lib/index.js`)).toBe('lib');
      expect(await text(host, `${base}/node_modules/linked/index.js`)).toBe('linked');
      expect(await text(host, `${base}/web/view.html`)).toBe(files['mine/cards/web/view.html']);
      for (const path of ['/.env', '/out/secret.txt', '/node_modules/.store/linked/index.js'])
        expect((await ask(host, base + path)).status).toBe(404);
    }
  });

  it('of a program in a folder of its project: those of the whole project, and where app.json is', async () => {
    expect(await list('/programs/built/__miniauth__/files.json')).toEqual([
      'dist/app.js',
      'dist/app.json',
      'mini.project.json',
      'miniauth.json',
      'src/page.ts',
    ]);
    expect(await text('built.localhost', '/dist/app.js')).toBe('built');
    expect(await text('built.localhost', '/node_modules/lib/index.js')).toBe('outer lib');
  });

  it('a folder that is not there has none', async () => {
    expect(await sourceList(join(top, 'missing'), '')).toEqual([]);
  });
});

describe('the document of an AXML program', () => {
  it('is ours, allows no eval and no script in markup, and loads what miniauth.json allows', async () => {
    const answer = await ask('cards.localhost', '/__miniauth__/axml.html');
    const html = await answer.text();
    const src = /<script src="([^"]*)">/.exec(html)?.[1] ?? '';
    expect(new URL(src, 'http://cards.localhost/__miniauth__/axml.html').pathname).toBe(
      '/__miniauth__/axml.js',
    );
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox allow-scripts allow-forms; default-src 'none'; /);
    expect(policy).toContain('script-src http://cards.localhost:6464 blob:;');
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain('img-src http://cards.localhost:6464 data: blob: https://cdn.example;');
    expect(policy).toContain('frame-src http://cards.localhost:6464 https://cdn.example;');
    expect(policy).toContain('frame-ancestors http://localhost:6464 http://127.0.0.1:6464');
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  });

  it('is there for a program that only the page has, and for none that is something else', async () => {
    expect((await ask('dropped.localhost', '/__miniauth__/axml.html')).status).toBe(200);
    expect((await ask('localhost', '/programs/dropped/__miniauth__/axml.html')).status).toBe(200);
    expect((await ask('dropped.localhost', '/app.js')).status).toBe(404);
    expect((await ask('plain.localhost', '/__miniauth__/axml.html')).status).toBe(404);
  });
});

describe('the static build of an AXML program', () => {
  it('has its document with the policy inside, the list of its files, and those as they are', async () => {
    buildStaticPrograms(join(top, 'mine'), join(top, 'page'));
    const { readFileSync, existsSync } = await import('node:fs');
    const read = (path: string) => readFileSync(join(top, 'page', path), 'utf8');
    const html = read('programs/cards/__miniauth__/axml.html');
    expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="[^"]*script-src 'self' blob:;/);
    const src = /<script src="([^"]*)">/.exec(html)?.[1] ?? '';
    expect(new URL(src, 'http://x/any/programs/cards/__miniauth__/axml.html').pathname).toBe(
      '/any/__miniauth__/axml.js',
    );
    expect(JSON.parse(read('programs/cards/__miniauth__/files.json'))).toContain('node_modules/lib/index.js');
    expect(read('programs/cards/app.js')).toBe('import "/lib/b.js"');
    expect(existsSync(join(top, 'page/programs/cards/.env'))).toBe(false);
    expect(read('__miniauth__/axml.html')).toContain('<script src="axml.js">');
  });
});

describe('the list of programs', () => {
  it('names an AXML program as its own files do, unless miniauth.json says otherwise', async () => {
    const { programs } = (await (await ask('localhost', '/programs.json')).json()) as {
      programs: { id: string; kind: string; app?: string; manifest: { name: string } }[];
    };
    expect(programs.map(({ id, kind, manifest, app }) => [id, kind, manifest.name, app])).toEqual([
      ['built', 'axml', 'Built', 'dist/'],
      ['cards', 'axml', 'Cards', undefined],
      ['plain', 'html5', 'plain', undefined],
    ]);
  });
});
