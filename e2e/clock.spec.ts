import { expect, type Page, test } from '@playwright/test';
import { ApiLab } from './api-lab.ts';
import { SimulatorPage } from './simulator-page.ts';

const clockPanel = (page: Page) => page.getByRole('dialog', { name: 'Virtual time' });
const now = (page: Page) => page.evaluate(() => window.miniauth.clock.now());

test.describe('the clock in the control bar', () => {
  test('a code expires: go there, and the exchange fails', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab' });
    const lab = new ApiLab(simulator);
    await simulator.program.getByText('How the call is made').click();
    await simulator.program.getByRole('button', { name: 'Nothing' }).click();
    const extra = simulator.program.getByLabel('One more scope, in your own words');
    await extra.fill('auth_user');
    await extra.press('Enter');
    await simulator.agree();
    expect(await lab.payload('success')).toHaveProperty('authCode');
    await simulator.inspector
      .getByRole('toolbar')
      .getByRole('button', { name: /Virtual time/ })
      .click();
    const code = clockPanel(page).getByRole('listitem').filter({ hasText: 'Auth code' });
    await expect(code).toContainText(/9:5\d left|10:00 left/);
    await code.getByRole('button', { name: /^Go to its expiry/ }).click();
    await expect(code).toHaveCount(0);
    await page.keyboard.press('Escape');
    await lab.server('Exchange the code');
    await expect
      .poll(() => simulator.lastAnswer('openapi.applyToken'))
      .toMatchObject({ verdict: 'failed', code: 'EXPIRED_CODE' });
  });

  test('T freezes and lets go on; a speed is chosen; J jumps by an amount', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await page.keyboard.press('t');
    expect(await page.evaluate(() => window.miniauth.clock.frozen)).toBe(true);
    const at = await now(page);
    await page.keyboard.press('j');
    await page.keyboard.type('90');
    await clockPanel(page).getByRole('combobox', { name: 'Unit' }).selectOption('second');
    await clockPanel(page).getByRole('textbox', { name: 'Jump by' }).press('Enter');
    await expect.poll(() => now(page)).toBe(at + 90_000);
    await clockPanel(page).getByRole('textbox', { name: 'Jump by' }).fill('a while');
    await expect(clockPanel(page).getByRole('alert')).toContainText('Expected a whole number');
    await expect(clockPanel(page).getByRole('button', { name: 'Jump', exact: true })).toBeDisabled();
    // What is chosen is the simulator's, and drawn with the next frame.
    await clockPanel(page).getByRole('radio', { name: '100×' }).click();
    await expect(clockPanel(page).getByRole('radio', { name: '100×' })).toBeChecked();
    expect(await page.evaluate(() => [window.miniauth.clock.frozen, window.miniauth.clock.speed()])).toEqual([
      false,
      100,
    ]);
    await expect.poll(() => now(page)).toBeGreaterThan(at + 91_000);
  });

  test('a moment to come is jumped to; at one that has passed a new session can begin, frozen', async ({
    page,
  }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await page.keyboard.press('j');
    const moment = clockPanel(page).getByLabel('Jump to a moment');
    const go = clockPanel(page).getByRole('button', { name: 'Go there' });
    await moment.fill('2020-02-03T04:05:06');
    await expect(go).toBeDisabled();
    await expect(clockPanel(page).getByText(/That moment has passed/)).toBeVisible();
    await clockPanel(page).getByRole('button', { name: 'New session, frozen then' }).click();
    await expect(simulator.program.getByRole('button', { name: 'Sign in' })).toBeVisible();
    const then = await page.evaluate(() => new Date('2020-02-03T04:05:06').getTime());
    expect(await now(page)).toBe(then);
    await moment.fill('2020-02-03T05:05:06');
    await go.click();
    await expect.poll(() => now(page)).toBe(then + 3_600_000);
  });

  test('what waits is named, and the clock goes there', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await simulator.rule('merchant.request', { delay: 5_000 });
    await page.evaluate(() => window.miniauth.clock.freeze());
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await simulator.agree();
    await simulator.until('hop.requested', 'merchant.request');
    await simulator.inspector
      .getByRole('toolbar')
      .getByRole('button', { name: /Virtual time/ })
      .click();
    await clockPanel(page)
      .getByRole('button', { name: /^Go to the next time limit/ })
      .click();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  });
});
