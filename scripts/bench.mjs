/**
 * `npm run bench [word…]`: measures. Builds what is stale and runs every bench/*.bench.ts (or those whose name contains
 * one of the words), one after the other. Each exports by default `(tools: BenchTools) => Promise<BenchRow[]>`
 * (bench/tools.ts); its module is loaded by Vite, so it may import anything from src/. The rows are printed as one
 * table and kept in .cache/bench.json. The exit code is 1 when a row misses its target or a bench fails.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { launchOptions } from './browser.mjs';
import { build } from './build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';

/**
 * @typedef {import('../bench/tools.ts').BenchRow} BenchRow
 * @typedef {import('../bench/tools.ts').BenchTools} BenchTools
 */

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

const vite = await import('vite');
const { chromium } = await import('playwright');
const { startGateway } = /** @type {typeof import('../src/gateway/index.ts')} */ (
  await import(new URL('../dist/node/gateway.js', import.meta.url).href)
);

/** What the present bench opened, to be closed after it. @type {{ close(): Promise<void> }[]} */
const opened = [];

/** @type {BenchTools} */
const tools = {
  async openPage(folders) {
    const gateway = await startGateway({
      folders: [
        ...folders.map((path) => ({ path: inRoot(path), sample: false })),
        { path: inRoot('mini-programs'), sample: true },
      ],
      urls: [],
      dialects: [],
      page: inRoot('dist', 'page'),
      port: 0,
    });
    opened.push(gateway);
    const browser = await chromium.launch(await launchOptions());
    opened.push(browser);
    const page = await browser.newPage();
    await page.goto(gateway.url);
    return page;
  },
  async pageScript(path) {
    const built = await vite.build({
      root: inRoot(),
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        write: false,
        target: 'es2023',
        modulePreload: false,
        rolldownOptions: { input: inRoot(path), output: { format: 'iife', entryFileNames: 'page.js' } },
      },
    });
    const [output] = [built].flat();
    const chunk = output && 'output' in output ? output.output[0] : undefined;
    if (!chunk) throw new Error(`${path} gave no script`);
    return chunk.code;
  },
};

/** @type {BenchRow[]} */
const rows = [];
let failed = 0;
for (const name of names) {
  console.error(`${name} …`);
  try {
    const { module } = await vite.runnerImport(inRoot('bench', name), { configFile: false });
    rows.push(
      ...(await /** @type {{ default: (tools: BenchTools) => Promise<BenchRow[]> }} */ (module).default(
        tools,
      )),
    );
  } catch (error) {
    failed++;
    console.error(error);
  }
  for (const one of opened.splice(0).reverse()) await one.close();
}

/** @param {BenchRow} row the upper bound counts where there is one */
const misses = ({ ratio, upper = ratio, target }) => target !== undefined && !(upper <= target);
const cells = rows.map((row) => [
  row.name,
  row.value,
  row.reference,
  `${row.ratio.toFixed(2)}×${row.upper === undefined ? '' : ` (95 %: ≤ ${row.upper.toFixed(2)}×)`}`,
  row.target === undefined ? '' : `${misses(row) ? 'MISSED' : 'ok'}, ≤ ${row.target}×`,
]);
const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
for (const row of cells)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
mkdirSync(inRoot('.cache'), { recursive: true });
writeFileSync(inRoot('.cache', 'bench.json'), `${JSON.stringify(rows, null, 2)}\n`);
process.exit(failed > 0 || rows.some(misses) ? 1 : 0);
