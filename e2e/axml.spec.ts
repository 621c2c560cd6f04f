import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

const open = async (page: Page, params: Record<string, string> = {}) => {
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'axml-kit', ...params });
  await expect(simulator.program.getByText('Count 0')).toBeVisible();
  const press = (name: string) => simulator.program.getByRole('button', { name, exact: true }).click();
  const bar = simulator.device.locator('[data-page-bar]');
  return { simulator, press, bar };
};
const errors = (simulator: SimulatorPage) =>
  simulator.device.getByRole('region', { name: 'Error in the program' });

test.describe('the title bar over an AXML program', () => {
  test('shows the title, the way back and home of the page; Back is recorded as the user’s', async ({
    page,
  }) => {
    const { simulator, press, bar } = await open(page);
    await expect(bar).toHaveText('Kit');
    await press('Count up');
    await press('Open detail');
    await expect(simulator.program.getByText('Detail 1')).toBeVisible();
    await expect(bar).toHaveText('Detail');
    const back = simulator.device.getByRole('button', { name: 'Back', exact: true });
    await back.focus();
    await page.keyboard.press('Enter');
    await expect(bar).toHaveText('Kit');
    await expect(simulator.program.getByText('Count 1')).toBeVisible();
    await expect(back).toBeHidden();
    // The button is gone; the keyboard stays where it was.
    await expect(bar.getByText('Kit')).toBeFocused();
    const inputs = (await simulator.trace()).filter(
      (event) => event.type === 'hop.requested' && event.step === 'user.input',
    );
    expect(inputs.at(-1)?.request).toMatchObject({ type: 'back', target: 'pages/detail/detail?id=1' });

    await press('Open detail');
    await press('Start over here');
    await expect(simulator.program.getByText('Detail alone')).toBeVisible();
    await simulator.device.getByRole('button', { name: 'Home page' }).click();
    await expect(simulator.program.getByText('Count 0')).toBeVisible();
  });

  test('a run with Back in it can be done again', async ({ page }) => {
    const { simulator, press } = await open(page);
    await press('Count up');
    await press('Open detail');
    await expect(simulator.program.getByText('Detail 1')).toBeVisible();
    await simulator.device.getByRole('button', { name: 'Back', exact: true }).click();
    await press('Count up');
    await expect(simulator.program.getByText('Count 2')).toBeVisible();
    await press('Rename');
    await simulator.until('hop.answered', 'jsapi.showNavigationBarLoading');
    const target = (await simulator.trace()).find(
      (event) => event.type === 'hop.requested' && event.step === 'jsapi.setNavigationBar',
    );
    await page.evaluate((hop) => window.miniauth.runAgain({ to: { hop } }), String(target?.hop));
    await expect(simulator.device.locator('[data-page-bar]')).toContainText('Another title');
    await expect(simulator.program.getByText('Count 2')).toBeVisible();
    expect(await simulator.notices()).not.toContain('diverged');
  });

  test('a tap on the title reaches the page; what must not be shared is not', async ({ page }) => {
    const { simulator, press } = await open(page);
    await press('Open detail');
    await expect(simulator.program.getByText('Detail 0')).toBeVisible();
    await simulator.until('hop.answered', 'jsapi.hideShareMenu');
    await simulator.device.locator('[data-page-bar]').getByRole('button').last().click();
    await expect(simulator.device.getByText('Title tapped')).toBeVisible();
    await simulator.device.getByRole('button', { name: 'Menu' }).click();
    await expect(page.getByRole('menuitem', { name: 'Share' })).toBeDisabled();
  });

  test('Share shows what the page says', async ({ page }) => {
    const { simulator, press } = await open(page);
    await simulator.device.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Share' }).click();
    const sheet = page.getByRole('alertdialog', { name: 'What would be shared' });
    await expect(sheet).toContainText('Look at this');
    await expect(sheet).toContainText('pages/index/index?from=share');
    await sheet.getByRole('button', { name: 'Done' }).click();
    await expect(sheet).toBeHidden();
    await press('Share this');
    await expect(sheet).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });
});

test.describe('an error in an AXML program', () => {
  test('stands over the device with its place in the source; all else goes on', async ({ page }) => {
    const { simulator, press } = await open(page);
    await press('Throw');
    const error = errors(simulator);
    await expect(error.getByRole('alert')).toContainText("reading 'text'");
    await expect(error).toContainText('lib/label.js:3:');
    await expect(error.locator('[aria-current]')).toContainText('return value.text.trim();');
    await expect(error.getByRole('listitem').filter({ hasText: 'pages/index/index.js:15' })).toBeVisible();
    await error.getByRole('button', { name: 'Dismiss' }).click();
    await expect(error).toBeHidden();
    await press('Count up');
    await expect(simulator.program.getByText('Count 1')).toBeVisible();

    await press('Throw later');
    await expect(error).toContainText('lib/label.js:3:');
    await error.getByRole('button', { name: 'Dismiss' }).click();
    await simulator.inspector.getByRole('tab', { name: /^Notices/ }).click();
    await expect(simulator.inspector.getByText('lib/label.js, line 3').first()).toBeVisible();
  });

  test('a page that cannot be compiled says where, Back leads out of it, Reload keeps the page', async ({
    page,
  }) => {
    const { simulator, press } = await open(page);
    await press('Open broken');
    const error = errors(simulator);
    await expect(error.getByRole('heading', { name: 'This part cannot be run' })).toBeVisible();
    await expect(error).toContainText('pages/broken/broken.axml:2:');
    await expect(error.locator('[aria-current]')).toContainText('{{ 1 + }}');
    await error.getByRole('button', { name: 'Reload' }).click();
    await expect(error).toContainText('pages/broken/broken.axml:2:');
    await simulator.device.getByRole('button', { name: 'Back', exact: true }).click();
    await error.getByRole('button', { name: 'Dismiss' }).click();
    await expect(simulator.program.getByText('Count 0')).toBeVisible();
  });

  for (const [theme, width, height] of [
    ['light', 1440, 900],
    ['dark', 390, 844],
  ] as const)
    test(`no accessibility violations in bar, sheet and error, ${theme}, ${width}×${height}`, async ({
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      const { simulator, press } = await open(page, { theme });
      await press('Open detail');
      await expect(simulator.device.getByRole('button', { name: 'Back', exact: true })).toBeVisible();
      const check = async () =>
        expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);
      await check();
      await simulator.device.getByRole('button', { name: 'Back', exact: true }).click();
      await press('Share this');
      await expect(page.getByRole('alertdialog', { name: 'What would be shared' })).toBeVisible();
      await check();
      await page.keyboard.press('Escape');
      await press('Throw');
      await expect(errors(simulator).locator('[aria-current]')).toBeVisible();
      await check();
    });
});
