import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

const TIMEOUT = 'qi/spi.getAuthCode/timeout';

/** The dialog of the scenarios, as a person opens it. */
async function openScenarios(page: Page): Promise<Locator> {
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Scenarios' });
  await expect(dialog.getByRole('grid', { name: 'Scenarios' })).toBeVisible();
  return dialog;
}
const row = (dialog: Locator, name: string | RegExp) => dialog.getByRole('row', { name });

test.describe('the library', () => {
  test('is searched and filtered; one is opened in the device, and its expectations are seen to come true', async ({
    page,
  }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    const dialog = await openScenarios(page);
    await dialog.getByRole('searchbox').fill('the wallet’s backend');
    await expect(dialog.getByText('No scenario fits')).toBeVisible();
    await dialog.getByRole('searchbox').fill(TIMEOUT);
    await row(dialog, /does not answer in time/).click();
    await expect(dialog.getByText('jsapi.getAuthCode → 1003')).toBeVisible();
    await dialog.getByRole('button', { name: 'Open here' }).click();
    await expect(dialog).toBeHidden();

    await expect(page).toHaveURL(/scenario=qi\/spi.getAuthCode\/timeout/);
    await expect(page.getByRole('list', { name: 'What is chosen' })).toContainText('Qi wallet');
    const section = page.getByRole('region', { name: 'Scenario', exact: true });
    await expect(section).toContainText('0 of 2 seen');
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect(section).toContainText('2 of 2 seen');
    await expect(section).toContainText('jsapi.getAuthCode → 1003: seen');

    await section.getByRole('button', { name: /Leave this scenario/ }).click();
    await expect(page).not.toHaveURL(/scenario=/);
  });

  test('by keyboard alone: C, search, arrow keys, Escape', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    const dialog = await openScenarios(page);
    await dialog.getByRole('searchbox').fill('spi/getAuthorizedScopes');
    await dialog.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('row', { selected: true })).toContainText('1000');
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('row', { selected: true })).toContainText('1001');
    await page.keyboard.press('End');
    await expect(dialog.getByRole('row', { selected: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test("has the program's own, and says which of its files is none, and why", async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'page-kit' });
    const dialog = await openScenarios(page);
    await expect(row(dialog, /The kit's own scenario/)).toBeVisible();
    await dialog.getByText('1 problem').click();
    await expect(dialog.getByText(/page-kit: scenarios\/broken\.json: rules\[0\]\.times/)).toBeVisible();
    await row(dialog, /The kit's own scenario/).click();
    await dialog.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(dialog.getByText('1 passed, 0 failed')).toBeVisible();
  });

  test('takes files: those that are none are told with file and field, the others are added', async ({
    page,
  }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    const dialog = await openScenarios(page);
    const file = (name: string, content: unknown) => ({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    });
    await dialog.locator('input[type=file]').setInputFiles([
      file('good.json', {
        name: 'mine/good',
        title: 'Mine, and wrong',
        expect: { answers: [{ step: 'jsapi.getAuthCode', code: '99' }] },
      }),
      file('cut.json', '{"name": "x",'),
      file('wrong.json', { name: 'mine/wrong', rules: [{ outcome: 'timeout' }] }),
    ]);
    await expect(dialog.getByText(/cut\.json, line 1, column 14/)).toBeVisible();
    await expect(dialog.getByText(/wrong\.json: rules\[0\]\.at/)).toBeVisible();
    await expect(row(dialog, /Mine, and wrong/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(dialog.getByText('jsapi.getAuthCode: expected 99, found success.')).toBeVisible();
    await dialog.getByLabel('Result').selectOption('failed');
    await expect(dialog.getByRole('status').filter({ hasText: '1 of' })).toBeVisible();
  });
});

test.describe('scenarios that are run', () => {
  test('the whole catalogue passes in the page, which stays as it is; results can be saved', async ({
    page,
  }) => {
    test.slow();
    const simulator = new SimulatorPage(page);
    await simulator.open();
    const events = (await simulator.trace()).length;
    const all = await page.evaluate(async () => (await window.miniauth.scenarios.list()).length);
    // The two of the test programs are theirs.
    expect(all).toBeGreaterThan(1_700);
    const dialog = await openScenarios(page);
    await dialog.getByRole('button', { name: /^Run all/ }).click();
    await expect(dialog.getByText(`${all.toLocaleString('en')} passed, 0 failed`)).toBeVisible({
      timeout: 120_000,
    });
    expect((await simulator.trace()).length).toBe(events);

    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save results' }).click();
    await page.getByRole('menuitem', { name: /JUnit/ }).click();
    const xml = await readFile((await (await saved).path()) ?? '', 'utf8');
    expect(xml).toContain(`tests="${all}" failures="0" errors="0"`);

    await dialog.getByRole('tab', { name: 'Codes' }).click();
    await dialog.getByLabel('Counted by').selectOption('what was answered');
    await expect(dialog.getByText('Every one of 137 codes has a scenario')).toBeVisible();
    await dialog
      .getByRole('region', { name: /Qi wallet/ })
      .getByRole('button', { name: /^1003:/ })
      .click();
    await expect(dialog.getByRole('button', { name: /reaches qi 1003/ })).toBeVisible();
    await expect(row(dialog, /does not answer in time/).first()).toBeVisible();
  });

  test('can be cancelled; what was played until then is kept', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    const dialog = await openScenarios(page);
    await dialog.getByRole('button', { name: /^Run all/ }).click();
    await expect(dialog.getByRole('progressbar')).not.toHaveAttribute('value', '0');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog.getByText(/\d passed, 0 failed/)).toBeVisible();
    await dialog.getByLabel('Result').selectOption('not run');
    await expect(dialog.getByRole('button', { name: /^Run [\d,]+ scenarios/ })).toBeEnabled();
  });
});

test.describe('the address', () => {
  test('?scenario= opens with it, and it is on still after a reload', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ scenario: TIMEOUT });
    expect(await page.evaluate(() => window.miniauth.scenarios.current)).toBe(TIMEOUT);
    await page.reload();
    await page.evaluate(() => window.miniauth.ready);
    expect(await page.evaluate(() => window.miniauth.scenarios.current)).toBe(TIMEOUT);
    expect(await page.evaluate(() => window.miniauth.current)).toMatchObject({ dialect: 'qi' });
  });

  test('an unknown name is said, with what is called alike, and nothing runs', async ({ page }) => {
    await page.goto('/?scenario=qi/spi.getAuthCode/timeot');
    await expect(page.getByText(/there is no "qi\/spi.getAuthCode\/timeot"/)).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
  });
});

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const)
    test(`no accessibility violations: ${theme}, ${width}×${height}`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      const simulator = new SimulatorPage(page);
      await simulator.open({ scenario: TIMEOUT });
      const check = async (where: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${where}: ${id} at ${nodes.map((node) => node.target).join(', ')}`,
          ),
        ).toEqual([]);
      };
      if (width < 900) {
        await page.getByRole('button', { name: /^Choose program/ }).click();
        await check('setup');
        await page.getByRole('button', { name: 'Choose a scenario' }).click();
      } else {
        await check('setup');
        await page.keyboard.press('c');
      }
      const dialog = page.getByRole('dialog', { name: 'Scenarios' });
      await expect(dialog.getByRole('grid')).toBeVisible();
      await dialog.getByRole('searchbox').fill('timeout');
      await dialog.getByRole('button', { name: /^Run \d/ }).click();
      await expect(dialog.getByText(/passed, 0 failed/)).toBeVisible();
      await check('list');
      await row(dialog, /1003/).first().click();
      await expect(dialog.getByRole('heading', { name: 'What must come of it' })).toBeVisible();
      await check('one');
      if (width < 900) await dialog.getByRole('button', { name: 'Back to the list' }).click();
      await dialog.getByRole('tab', { name: 'Codes' }).click();
      await expect(dialog.getByText(/^Every one of/)).toBeVisible();
      await check('codes');
    });
