import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';

const here = import.meta.dirname;
/**
 * Tests run on the built page, served by the built server on a free port; its address is the base URL and
 * `MINIAUTH_URL`. Nothing is built or installed here: `npm test` does that first.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Room for a busy machine: what passes does not wait for it.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.MINIAUTH_E2E_REPORT ?? '.cache/reports/playwright.json' }],
  ],
  webServer: {
    command: [process.execPath, join(here, 'scripts', 'serve-tests.mjs')]
      .map((word) => JSON.stringify(word))
      .join(' '),
    wait: { stdout: /running at (?<miniauth_url>http:\S+)/ },
    timeout: 20_000,
  },
  use: {
    baseURL: process.env.MINIAUTH_URL,
    // A trace asks every frame for a picture at each action: a test with a frame that hangs must turn it off.
    trace: 'retain-on-first-failure',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: await launchOptions(),
  },
  projects: [{ name: 'chromium' }],
});
