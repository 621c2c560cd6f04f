import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { chromium } from 'playwright';
import { SimulatorPage } from './simulator-page.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs the text of a test with Playwright, as somebody would who has saved it as a file. */
async function runTest(text: string, baseURL: string, folder: string) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'saved.spec.ts'), text);
  const executablePath = test.info().project.use.launchOptions?.executablePath ?? chromium.executablePath();
  const args = test.info().project.use.launchOptions?.args ?? [];
  writeFileSync(
    join(folder, 'playwright.config.ts'),
    `export default ${JSON.stringify({
      testDir: folder,
      outputDir: join(folder, 'results'),
      timeout: 60_000,
      expect: { timeout: 15_000 },
      use: { launchOptions: { executablePath, args } },
      reporter: 'line',
    })};\n`,
  );
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const run = spawn(process.execPath, [cli, 'test'], {
      cwd: folder,
      env: { ...process.env, MINIAUTH_URL: baseURL, TEST_WORKER_INDEX: undefined, FORCE_COLOR: '0' },
    });
    let output = '';
    run.stdout.on('data', (chunk) => (output += String(chunk)));
    run.stderr.on('data', (chunk) => (output += String(chunk)));
    run.on('close', (code) => resolve({ code, output }));
  });
}

test('a session of the shop, saved as a Playwright test, passes when it is run, and fails when the wallet does otherwise', async ({
  page,
}, info) => {
  test.slow();
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'shop', dialect: 'qi' });
  const { program, dialog } = simulator;
  await page.evaluate(() => window.miniauth.rule({ at: 'spi.getAuthCode', outcome: 'timeout' }));
  await program.getByRole('button', { name: 'Sign in' }).click();
  await expect(program.getByText('Code 1003')).toBeVisible();
  await program.getByRole('button', { name: 'Try again' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(program.getByRole('button', { name: 'Try again' })).toBeVisible();
  await program.getByRole('button', { name: 'Try again' }).click();
  await simulator.agree();
  await expect(program.getByText(/^Welcome, /)).toBeVisible();
  await simulator.until('hop.answered', 'merchant.request');
  await program.getByRole('link', { name: 'Account' }).click();
  await expect(program.getByRole('button', { name: 'Refresh my profile' })).toBeVisible();
  await program.getByRole('button', { name: 'Refresh my profile' }).click();
  await expect
    .poll(async () => (await simulator.steps()).filter((step) => step === 'openapi.inquiryUserInfo').length)
    .toBe(2);

  const { text, notes } = await page.evaluate(() => window.miniauth.scenarios.saveTest());
  expect(notes).toEqual([]);
  expect(text).toContain("getByRole('button', { name: 'Try again', exact: true })");
  expect(text).toContain("getByRole('link', { name: 'Account', exact: true })");
  expect(text).toMatch(/getByText\('/);
  const url = new URL(page.url()).origin;
  const folder = join(root, '.cache', `saved-test-${info.workerIndex}`);
  try {
    const right = await runTest(text, url, folder);
    expect(right.output).toContain('1 passed');
    const wrong = await runTest(text.replace("outcome: 'timeout'", "outcome: '1005'"), url, folder);
    expect(wrong.output).toContain('1 failed');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('sessions of real programs, saved as scenarios, pass without the page', async ({ page }) => {
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'shop' });
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.dialog.getByRole('button', { name: 'Reject' }).click();
  await simulator.program.getByRole('button', { name: 'Try again' }).click();
  await simulator.agree();
  await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  await page.evaluate(() => window.miniauth.clock.jump(3_600_000));
  await simulator.program.getByRole('link', { name: 'Account' }).click();
  await simulator.program.getByRole('button', { name: 'Refresh my profile' }).click();
  await expect
    .poll(async () => (await simulator.steps()).filter((step) => step === 'openapi.inquiryUserInfo').length)
    .toBe(2);
  const saved = await page.evaluate(() => window.miniauth.scenarios.save({ name: 'mine/shop' }));
  expect(saved.notes.map(({ code }) => code)).not.toContain('played');
  expect(saved.scenario.play).toContainEqual({ user: 'reject' });
  expect(saved.scenario.expect?.answers).toContainEqual({
    step: 'openapi.inquiryUserInfo',
    n: 2,
    code: 'EXPIRED_ACCESS_TOKEN',
  });
  const results = await page.evaluate(
    (scenario) => window.miniauth.scenarios.run(scenario),
    saved.scenario as object,
  );
  expect(results).toMatchObject([{ name: 'mine/shop', status: 'passed', problems: [] }]);
});

test('Record, by hand: what happens since is offered as a file, goes into the library, and passes there', async ({
  page,
}) => {
  test.slow();
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'shop', dialect: 'qi' });
  await simulator.inspector.getByRole('button', { name: 'Record' }).click();
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.dialog.getByRole('button', { name: 'Reject' }).click();
  await expect(simulator.program.getByRole('button', { name: 'Try again' })).toBeVisible();
  await simulator.inspector.getByRole('button', { name: 'Stop recording' }).click();

  const dialog = page.getByRole('dialog', { name: 'Save what was recorded' });
  await expect(dialog.getByText('Played once without the page: it passes.')).toBeVisible();
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await name.fill('no good name');
  await expect(dialog.getByRole('alert')).toContainText('Expected letters');
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled();
  await name.fill('mine/refused');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Refused at the till');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('mine-refused.json');
  const scenario = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(scenario).toMatchObject({ name: 'mine/refused', title: 'Refused at the till', dialect: 'qi' });
  expect(scenario.play).toContainEqual({ user: 'reject' });
  await dialog.getByRole('button', { name: 'Add to the library' }).click();
  await expect(dialog.getByText('Added to the library')).toBeVisible();
  await dialog.getByText('Playwright test', { exact: true }).click();
  await expect(dialog.getByRole('group', { name: 'Preview' })).toContainText(
    "await consent.getByRole('button', { name: 'Reject' }).click();",
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.keyboard.press('c');
  const library = page.getByRole('dialog', { name: 'Scenarios' });
  await library.getByRole('row', { name: /Refused at the till/ }).click();
  await library.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(library.getByText('1 passed, 0 failed')).toBeVisible();
});

test('with nothing started there is nothing to save, and that is said', async ({ page }) => {
  await page.goto('/?program=no-such');
  await page.evaluate(() => window.miniauth.ready);
  await page
    .getByRole('region', { name: 'Inspector' })
    .getByRole('button', { name: 'Save this session…' })
    .click();
  await expect(page.getByRole('dialog', { name: 'Save this session' })).toContainText(
    'no program was started in this session',
  );
});
