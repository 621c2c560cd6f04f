import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DIALECTS } from '../src/contract/dialects/index.ts';
import { SimulatorPage } from './simulator-page.ts';

const root = join(import.meta.dirname, '..');

/** The first block of a language in the README. */
function printed(language: string): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  return readme.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
}

test.describe('a newcomer, from the README alone', () => {
  let folder = '';
  let command: ReturnType<typeof spawn>;
  let address = '';

  test.beforeAll(async () => {
    // Made here: one worker may come through more than once.
    folder = mkdtempSync(join(tmpdir(), 'miniauth-newcomer-'));
    const mine = { ...DIALECTS[0], id: 'my-wallet', title: 'My wallet' };
    writeFileSync(join(folder, 'index.html'), printed('html'));
    writeFileSync(
      join(folder, 'miniauth.json'),
      JSON.stringify({ name: 'My program', dialect: 'my-wallet' }),
    );
    const dialect = join(folder, 'my-wallet.json');
    writeFileSync(dialect, JSON.stringify(mine));
    const args = [join(root, 'bin', 'miniauth.js'), folder, '--dialect', dialect, '--port', '0'];
    command = spawn(process.execPath, args);
    let said = '';
    command.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await expect.poll(() => said).toContain('running at');
    address = /running at (http:\S+)/.exec(said)?.[1] ?? '';
  });
  test.afterAll(() => {
    command.kill('SIGTERM');
    rmSync(folder, { recursive: true });
  });

  test('the page opens with the program, in its own dialect, and its user logs in', async ({ page }) => {
    await page.goto(address);
    const simulator = new SimulatorPage(page);
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect(simulator.dialog).toContainText('My program');
    await simulator.agree();
    await expect(simulator.program.getByText(/^Hello /)).toBeVisible();
    expect(await page.evaluate(() => window.miniauth.current?.dialect)).toBe('my-wallet');
    expect(await simulator.notices()).toContain('defaultMerchant');
  });

  test('the Playwright test of the README does what it says', async ({ page }) => {
    await page.goto(`${address}?program=shop`);
    await page.evaluate(() => window.miniauth.ready);
    const program = page.frameLocator('iframe[title="Corner Shop"]');
    await program.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('dialog', { name: 'Authorization' }).getByRole('button', { name: 'Close' }).click();
    await expect(program.getByRole('button', { name: 'Try again' })).toBeVisible();
    await page.evaluate(() =>
      window.miniauth.rule({
        at: 'spi.getAuthCode',
        outcome: { reply: { value: { error: { code: '1003' } } } },
      }),
    );
    await program.getByRole('button', { name: 'Try again' }).click();
    await expect(program.getByText('Code 10')).toBeVisible();
  });
});
