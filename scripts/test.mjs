/**
 * `npm test`: installs what is missing, a browser included, and runs everything: types, lint, import floors, schemas,
 * unit tests, build, bundle sizes, Playwright. Every part runs, also when one before it fails. Arguments go to
 * Playwright (`--shard=1/2`, a file). The last line is `N passed, N failed`: the tests of both runners, and one for
 * each other part that failed.
 */
import { rmSync } from 'node:fs';
import { CHECKS, check } from './check.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { countsOf, playwrightCounts, vitestCounts } from './lib/results.mjs';
import { runNode } from './lib/run.mjs';

const reports = inRoot('.cache', 'reports');
const unitReport = inRoot('.cache', 'reports', 'vitest.json');
const browserReport = inRoot('.cache', 'reports', 'playwright.json');

/** @type {{ part: string, passed: number, failed: number }[]} */
const results = [];
/** @param {string} part */
const begin = (part) => console.log(`\n══ ${part}`);
/** @param {string} part @param {boolean} ok */
const note = (part, ok) => results.push({ part, passed: 0, failed: ok ? 0 : 1 });

/** @returns {never} */
function finish() {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  begin('Results');
  for (const result of results) {
    const counts = result.passed > 0 ? ` (${result.passed} passed, ${result.failed} failed)` : '';
    console.log(`${result.failed === 0 ? 'ok    ' : 'FAILED'} ${result.part}${counts}`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

rmSync(reports, { recursive: true, force: true });
if (!(await ensureInstalled())) {
  note('installation of the dependencies', false);
  finish();
}

begin('Types, lint, import floors, schemas');
const broken = await check();
for (const part of CHECKS) note(part, !broken.includes(part));

begin('Unit tests');
const unit = await runNode('node_modules/vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
results.push({ part: 'unit tests', ...countsOf(unitReport, unit.code, vitestCounts) });

begin('Build');
const built = await runNode('scripts/build.mjs');
note('build', built.code === 0);

if (built.code === 0) {
  begin('Bundle sizes');
  const sizes = await runNode('scripts/sizes.mjs');
  note('bundle sizes', sizes.code === 0);
}

begin('Browser tests');
const { browserInWords, ensureBrowser } = await import('./browser.mjs');
const browser = await ensureBrowser();
console.log(browserInWords(browser));
if (browser.kind === 'missing') note('a browser for the tests', false);
// The last good build may be there still, but it is not what is being tested.
else if (built.code !== 0) note('browser tests (not run: the build failed)', false);
else {
  const ran = await runNode('node_modules/@playwright/test/cli.js', ['test', ...process.argv.slice(2)], {
    env: {
      MINIAUTH_E2E_REPORT: browserReport,
      ...(browser.kind === 'system' ? { MINIAUTH_BROWSER: browser.path } : {}),
    },
  });
  results.push({ part: 'browser tests', ...countsOf(browserReport, ran.code, playwrightCounts) });
}
finish();
