import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { SimulatorPage } from './simulator-page.ts';

const kit = join(import.meta.dirname, 'programs/axml-kit');
const shop = join(import.meta.dirname, '../mini-programs/shop');

/** A zip of a folder, in a folder of that name as most zips are. */
function zipOf(folder: string, name: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return zipSync(
    Object.fromEntries(files.map((file) => [`${name}/${relative(folder, file)}`, readFileSync(file)])),
  );
}

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name, base64 }) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
      return transfer;
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: data });
}

test('a zip that is dropped onto the page is run; it is there after a reload, until it is removed', async ({
  page,
}) => {
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'shop' });
  await drop(page, 'Dropped kit.zip', zipOf(kit, 'kit'));
  await expect(simulator.program.getByText('Count 0')).toBeVisible();
  const chosen = page.getByRole('radio', { name: 'AXML kit', checked: true });
  await expect(chosen).toHaveValue('dropped-kit');
  // Its pictures come out of the zip.
  const mark = simulator.program.locator('#mark img').or(simulator.program.locator('img#mark')).first();
  await expect
    .poll(() => mark.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await simulator.program.getByRole('button', { name: 'Throw', exact: true }).click();
  await expect(simulator.device.getByRole('region', { name: 'Error in the program' })).toContainText(
    'lib/label.js:3:',
  );

  await page.reload();
  await expect(simulator.program.getByText('Count 0')).toBeVisible();
  await expect(chosen).toHaveValue('dropped-kit');
  await page.getByRole('button', { name: 'Remove AXML kit' }).click();
  await expect(page.locator('input[type=radio][value=dropped-kit]')).toHaveCount(0);
  await expect(page.getByText('AXML kit is no longer among the programs')).toBeVisible();
});

test('a folder that is chosen is run; what is no AXML program says what to do', async ({ page }) => {
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'shop' });
  await page.getByRole('button', { name: 'Open a file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a file' });
  await dialog.getByLabel('Choose a folder', { exact: true }).last().setInputFiles(shop);
  await expect(dialog.getByRole('alert')).toContainText('npm start -- shop');
  await dialog.getByLabel('Choose a folder', { exact: true }).last().setInputFiles(kit);
  await expect(dialog).toBeHidden();
  await expect(simulator.program.getByText('Count 0')).toBeVisible();
  await simulator.program.getByRole('button', { name: 'Open detail' }).click();
  await expect(simulator.program.getByText('Detail 0')).toBeVisible();
});

test('a zip with nothing to run in it changes nothing', async ({ page }) => {
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'shop' });
  await drop(page, 'notes.zip', zipSync({ 'notes.txt': new TextEncoder().encode('x') }));
  await expect(page.getByRole('alert')).toContainText('no AXML mini program');
  await drop(page, 'broken.zip', new Uint8Array([0x50, 0x4b, 3, 4, 5]));
  await expect(page.getByRole('alert')).toContainText('The zip cannot be read');
  await expect(page.getByRole('radio', { name: 'Corner Shop', checked: true })).toBeVisible();
});
