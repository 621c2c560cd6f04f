/**
 * `npm run bench [name…]`: measures. Builds what is stale, serves the built page on a free port and runs every
 * bench/*.bench.ts (or those whose name contains one of the words), one after the other. Each exports by default
 *
 *     async (context: BenchContext) => void
 *
 * prints its own figures, and throws when a bar is missed; the exit code is 1 then. Modules are loaded by Vite, so
 * they may import anything from src/.
 *
 * @typedef {{
 *   url: string,
 *   launch: () => Promise<import('playwright').Browser>,
 *   log: (line: string) => void,
 * }} BenchContext `url` is the page's address; `launch` opens the browser that the tests use, with the same flags
 */
import { existsSync, readdirSync } from 'node:fs';
import { launchOptions } from './browser.mjs';
import { build } from './build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';

if (!(await ensureInstalled())) process.exit(1);
await build();
const words = process.argv.slice(2);
const names = (existsSync(inRoot('bench')) ? readdirSync(inRoot('bench')) : [])
  .filter(
    (name) => name.endsWith('.bench.ts') && (words.length === 0 || words.some((word) => name.includes(word))),
  )
  .sort();
if (names.length === 0) {
  console.error(
    `There is no bench/*.bench.ts${words.length > 0 ? ` with ${words.join(' or ')} in its name` : ''}.`,
  );
  process.exit(1);
}

const { createServer } = await import('vite');
const { chromium } = await import('playwright');
const { startGateway } = /** @type {typeof import('../src/gateway/index.ts')} */ (
  await import(new URL('../dist/node/gateway.js', import.meta.url).href)
);
const gateway = await startGateway({
  folders: [{ path: inRoot('mini-programs'), sample: true }],
  urls: [],
  dialects: [],
  page: inRoot('dist', 'page'),
  port: 0,
});
const vite = await createServer({
  root: inRoot(),
  configFile: false,
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
});
/** @type {import('playwright').Browser[]} */
const browsers = [];
/** @type {BenchContext} */
const context = {
  url: gateway.url,
  launch: async () => {
    const browser = await chromium.launch(await launchOptions());
    browsers.push(browser);
    return browser;
  },
  log: (line) => console.log(line),
};

let failed = 0;
for (const name of names) {
  console.log(`── ${name}`);
  try {
    const { default: bench } = await vite.ssrLoadModule(`/bench/${name}`);
    await bench(context);
  } catch (error) {
    failed++;
    console.error(error instanceof Error ? error.message : error);
  }
  await Promise.all(browsers.splice(0).map((browser) => browser.close()));
}
await Promise.all([vite.close(), gateway.close()]);
process.exit(failed > 0 ? 1 : 0);
