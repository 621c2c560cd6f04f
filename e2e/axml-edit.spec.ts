import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

const root = join(import.meta.dirname, '..');

test.describe('an edit of a program that runs', () => {
  let folder = '';
  let command: ReturnType<typeof spawn>;
  let address = '';
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(folder, file);
    // As editors do it: a new file in the place of the old one.
    writeFileSync(`${path}~`, change(readFileSync(path, 'utf8')));
    renameSync(`${path}~`, path);
  };

  test.beforeEach(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'miniauth-edit-')), 'my-kit');
    cpSync(join(root, 'e2e/programs/axml-kit'), folder, { recursive: true });
    cpSync(join(root, 'e2e/programs/page-kit'), join(folder, '..', 'page-kit'), { recursive: true });
    command = spawn(process.execPath, [
      join(root, 'bin', 'miniauth.js'),
      folder,
      join(folder, '..', 'page-kit'),
      '--port',
      '0',
    ]);
    let said = '';
    command.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await expect.poll(() => said).toContain('running at');
    address = /running at (http:\S+)/.exec(said)?.[1] ?? '';
  });
  test.afterEach(() => {
    command.kill('SIGTERM');
    rmSync(join(folder, '..'), { recursive: true });
  });

  test('a template is put in place and the data stays; a script starts again at the page', async ({
    page,
  }) => {
    const listening = page.waitForResponse(/\/changes/);
    await page.goto(address);
    const simulator = new SimulatorPage(page);
    await listening;
    const press = (name: string) => simulator.program.getByRole('button', { name, exact: true }).click();
    await press('Count up');
    await expect(simulator.program.getByText('Count 1')).toBeVisible();
    edit('pages/index/index.axml', (text) => text.replace('Count {{count}}', 'Counted: {{count}}'));
    await expect(simulator.program.getByText('Counted: 1')).toBeVisible();
    edit('app.acss', (text) => `${text}.row { background: rgb(1, 2, 3); }`);
    await expect(simulator.program.locator('.row')).toHaveCSS('background-color', 'rgb(1, 2, 3)');
    await expect(simulator.program.getByText('Counted: 1')).toBeVisible();

    await press('Open detail');
    await expect(simulator.program.getByText('Detail 1')).toBeVisible();
    edit('pages/detail/detail.js', (text) =>
      text.replace('this.setData({ id })', "this.setData({ id: 'no. ' + id })"),
    );
    await expect(simulator.program.getByText('Detail no. 1')).toBeVisible();
    await simulator.device.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(simulator.program.getByText('Counted: 0')).toBeVisible();
  });

  test('an HTML5 program is loaded again at the page where it is', async ({ page }) => {
    const listening = page.waitForResponse(/\/changes/);
    await page.goto(`${address}?program=page-kit`);
    const simulator = new SimulatorPage(page);
    await listening;
    await simulator.program.getByRole('link', { name: 'Second page' }).click();
    await expect(simulator.program.locator('#stored')).toBeVisible();
    edit('../page-kit/sub/second.html', (text) => text.replace('</body>', '<p>Edited</p></body>'));
    await expect(simulator.program.getByText('Edited')).toBeVisible();
    await expect(simulator.program.locator('#stored')).toBeVisible();
  });

  test('a mistake is shown where it is, and goes when it is corrected', async ({ page }) => {
    const listening = page.waitForResponse(/\/changes/);
    await page.goto(address);
    const simulator = new SimulatorPage(page);
    await listening;
    await expect(simulator.program.getByText('Count 0')).toBeVisible();
    const error = simulator.device.getByRole('region', { name: 'Error in the program' });
    edit('pages/index/index.js', (text) => text.replace('count: 0 }', 'count: 0 ]'));
    await expect(error).toContainText('pages/index/index.js:4:');
    edit('pages/index/index.js', (text) => text.replace('count: 0 ]', 'count: 7 }'));
    await expect(simulator.program.getByText('Count 7')).toBeVisible();
    await expect(error).toBeHidden();
    edit('miniauth.json', (text) => text.replace('AXML kit', 'Renamed kit'));
    await expect(page.getByRole('radio', { name: 'Renamed kit' })).toBeVisible();
  });
});
