/** The server alone: what is served, from where, and that it holds. What the simulator does is tested elsewhere. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createServer as createViteServer } from 'vite';
import type { ProgramsFile } from '../src/contract/program.ts';
import type { Boot } from '../src/contract/wire.ts';
import type { startGateway } from '../src/gateway/index.ts';

const root = join(import.meta.dirname, '..');

/** What the browser refused or could not load, as text. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
  return complaints;
}

/** Puts a program's document into the page as the simulator does, its boot data in the frame's name. */
async function frameOf(page: Page, src: string) {
  const boot: Boot = {
    miniauth: 1,
    revision: 0,
    appId: 'smoke',
    systemInfo: {},
    siteName: 'smoke',
    jsapi: [],
    storage: { my: {}, local: {}, session: {}, cookie: {} },
    windowName: '',
    base: new URL('.', src).href,
    documents: 1,
  };
  const name = JSON.stringify(boot);
  await page.evaluate(
    ({ address, name }) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts allow-forms');
      frame.referrerPolicy = 'no-referrer';
      frame.name = name;
      frame.src = address;
      document.body.append(frame);
    },
    { address: src, name },
  );
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('no frame');
  await frame.waitForLoadState();
  return frame;
}

test('the page opens without a complaint of the browser, its policy in place', async ({ page }) => {
  const complaints = complaintsOf(page);
  const answer = await page.goto('/');
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'; style-src 'self' ");
  await expect(page.locator('#root > *').first()).toBeAttached();
  expect(complaints).toEqual([]);
});

test('every sample is listed without problems and opens at its own opaque origin with `my` in place', async ({
  page,
  baseURL,
}) => {
  const file = (await (await page.request.get('/programs.json')).json()) as ProgramsFile;
  const folders = readdirSync(join(root, 'mini-programs'), { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  const samples = file.programs.filter(({ id }) => folders.some(({ name }) => name === id));
  expect(samples).toHaveLength(folders.length);
  const { host } = new URL(baseURL ?? '');
  for (const { id, manifest, problems } of samples.filter(({ kind }) => kind === 'html5')) {
    expect(problems).toEqual([]);
    // An empty document of the page's origin, with its policy: the simulator is not in it.
    await page.goto('/programs.json');
    const frame = await frameOf(page, `http://${id}.${host}/${manifest.entry ?? 'index.html'}`);
    const seen = await frame.evaluate(() => ({
      origin: self.origin,
      referrer: document.referrer,
      mode: document.compatMode,
      my: typeof (globalThis as { my?: unknown }).my,
    }));
    expect(seen).toEqual({
      origin: 'null',
      referrer: '',
      mode: 'CSS1Compat',
      my: 'object',
    });
  }
});

test("a program's document is sandboxed when it is opened in a tab of its own", async ({ page, baseURL }) => {
  const { host } = new URL(baseURL ?? '');
  for (const address of [`http://shop.${host}/`, `http://${host}/programs/shop/`]) {
    // The guest script stops what is not in the simulator's frame; a load event may never come.
    await page.goto(address, { waitUntil: 'commit' });
    expect(await page.evaluate(() => self.origin)).toBe('null');
  }
});

test('other pages can neither frame a program nor read the list of programs', async ({ page, baseURL }) => {
  const { host } = new URL(baseURL ?? '');
  const stranger = createHttpServer((_, outgoing) =>
    outgoing.setHeader('content-type', 'text/html').end('<!doctype html>'),
  );
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.goto(`http://localhost:${(stranger.address() as AddressInfo).port}/`);
  await frameOf(page, `http://shop.${host}/`);
  await refused;
  const read = await page.evaluate(
    (url) =>
      fetch(url)
        .then((answer) => answer.text())
        .catch(() => 'refused'),
    `http://${host}/programs.json`,
  );
  expect(read).toBe('refused');
  stranger.close();
});

test.describe('the static build, on a plain web server under some path', () => {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
  };
  const server = createHttpServer(async (incoming, outgoing) => {
    const path = new URL(incoming.url ?? '/', 'http://x').pathname.replace(/\/$/, '/index.html');
    try {
      if (!path.startsWith('/some/path/')) throw new Error('outside');
      const body = await readFile(join(root, 'dist', 'page', path.slice('/some/path/'.length)));
      outgoing.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(body);
    } catch {
      outgoing.writeHead(404).end('nothing here');
    }
  });
  let base = '';
  test.beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://localhost:${(server.address() as AddressInfo).port}/some/path/`;
  });
  test.afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  test('the page opens without a complaint of the browser', async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(base);
    await expect(page.locator('#root > *').first()).toBeAttached();
    expect(complaints).toEqual([]);
  });

  test('a sample runs in its frame, under its policy', async ({ page }) => {
    await page.goto(`${base}nothing`);
    const frame = await frameOf(page, `${base}programs/shop/index.html`);
    expect(await frame.evaluate(() => [self.origin, typeof (globalThis as { my?: unknown }).my])).toEqual([
      'null',
      'object',
    ]);
    const refused = await frame.evaluate(
      () =>
        new Promise<string>((done) => {
          addEventListener('securitypolicyviolation', ({ effectiveDirective }) => done(effectiveDirective));
          new Image().src = 'http://127.0.0.1:9/pixel.png';
        }),
    );
    expect(refused).toBe('img-src');
  });

  test('a sample does not run outside of it, with the rights of that server', async ({ page }) => {
    await page.goto(`${base}programs/shop/index.html`, { waitUntil: 'commit' });
    await expect(page.getByRole('link')).toHaveAttribute('href', `${base}?program=shop`);
    await expect(page.getByRole('navigation')).toHaveCount(0);
  });
});

test('a program of a development server runs; its hot reload fails without harm', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'miniauth-dev-'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>dev</title><h1></h1><script type="module" src="/main.ts"></script>',
  );
  writeFileSync(
    join(folder, 'main.ts'),
    "import { text } from './text.ts';\n(document.querySelector('h1') as Element).textContent = text;\n",
  );
  writeFileSync(join(folder, 'text.ts'), "export const text: string = 'from the development server';\n");
  const vite = await createViteServer({
    root: folder,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1' },
  });
  await vite.listen();
  const { port } = new URL(vite.resolvedUrls?.local[0] ?? '');
  const built = (await import(join(root, 'dist', 'node', 'gateway.js'))) as {
    startGateway: typeof startGateway;
  };
  const gateway = await built.startGateway({
    folders: [],
    urls: [new URL(`http://127.0.0.1:${port}/`)],
    dialects: [],
    page: join(root, 'dist', 'page'),
    port: 0,
  });
  try {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${gateway.url}programs.json`);
    const failed = page.waitForEvent('console', (message) => /ws:.* violates/.test(message.text()));
    const frame = await frameOf(page, `http://127-0-0-1-${port}.localhost:${gateway.port}/`);
    await failed;
    await expect(frame.locator('h1')).toHaveText('from the development server');
    expect(errors).toEqual([]);
  } finally {
    await gateway.close();
    await vite.close();
    rmSync(folder, { recursive: true });
  }
});

test('the command serves a folder beside the samples, says where, and the page opens with it', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'miniauth-own-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>own</title><h1>My own program</h1>');
  writeFileSync(join(folder, 'miniauth.json'), '{ "name": "Own", }');
  const command = spawn(process.execPath, [join(root, 'bin', 'miniauth.js'), folder, '--port', '0']);
  const ended = new Promise<number | null>((done) => command.on('exit', done));
  let said = '';
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  try {
    await expect.poll(() => said).toContain('miniauth.json, line 1, column 18');
    expect(said).toMatch(/shop +Corner Shop \(html5, sample\)/);
    await page.goto(/running at (http:\S+)/.exec(said)?.[1] ?? '');
    await expect(page.frameLocator('iframe').getByRole('heading', { name: 'My own program' })).toBeVisible();
  } finally {
    command.kill('SIGTERM');
    expect(await ended).toBe(0);
    rmSync(folder, { recursive: true });
  }
});
