import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

const TABS = ['Flow', 'Steps', 'State', 'Wire', 'Notices'] as const;

test.describe('stepping', () => {
  test('Pause stops before every step, Step walks, Run lets go', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await page.getByRole('button', { name: 'Pause' }).click();
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect(simulator.device.getByText(/Stopped at/)).toContainText('jsapi.getAuthCode');
    await page.getByRole('toolbar', { name: 'Controls' }).getByRole('button', { name: 'Step' }).click();
    await expect(simulator.device.getByText(/Stopped at/)).toContainText('spi.getAuthorizedScopes');
    await simulator.inspector.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(simulator.dialog).toBeVisible();
    await simulator.agree();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  });

  test('time stopped does not count against time limits', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await page.evaluate(() => window.miniauth.pause());
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.evaluate(() => window.miniauth.stops().length)).toBe(1);
    const before = await page.evaluate(() => window.miniauth.clock.now());
    await simulator.inspector.getByRole('tab', { name: 'State' }).click();
    expect(await page.evaluate(() => window.miniauth.clock.now())).toBe(before);
  });

  test('Stop and Reload act on the program', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await simulator.inspector.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(simulator.device.locator('iframe')).toHaveCount(0);
    await simulator.inspector
      .getByRole('button', { name: /^(Reload|Run again)$/ })
      .first()
      .click();
    await expect(simulator.program.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });
});

test.describe('what the inspector shows', () => {
  test('each tab after a login: steps, state, raw messages, notices', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await simulator.agree();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();

    await page.getByRole('tab', { name: 'Steps' }).click();
    for (const step of ['jsapi.getAuthCode', 'user.authorize', 'wallet.issueCode', 'openapi.inquiryUserInfo'])
      await expect(simulator.inspector.getByText(step).first()).toBeVisible();
    await page.getByRole('tab', { name: 'State' }).click();
    await expect(simulator.inspector.getByText('auth_user').first()).toBeVisible();
    await page.getByRole('tab', { name: 'Wire' }).click();
    await expect(simulator.inspector.getByText(/getAuthCode/).first()).toBeVisible();
    await page.getByRole('tab', { name: /^Notices/ }).click();
    await expect(simulator.inspector.getByText(/Notices/).first()).toBeVisible();
  });

  test('Fail it: a chosen outcome happens at the step, on the real path', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await simulator.rule('wallet.issueCode', {
      reply: { value: { error: { code: '1005', errorMsg: 'down' } } },
    });
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await simulator.agree();
    await expect(simulator.program.getByText('Code 3')).toBeVisible();
    const answered = (await simulator.trace()).filter((event) => event.type === 'hop.answered');
    expect(answered.find((event) => event.step === 'wallet.issueCode')).toMatchObject({
      origin: 'injected',
      code: '1005',
    });
    expect(answered.findLast((event) => event.step === 'spi.getAuthCode')).toMatchObject({
      origin: 'performed',
      code: '1005',
    });
  });

  test('the URL names what is chosen, and opens it', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab', dialect: 'qi' });
    expect(await page.evaluate(() => window.miniauth.current)).toMatchObject({
      program: 'api-lab',
      dialect: 'qi',
    });
    await expect(page).toHaveURL(/program=api-lab/);
    await expect(page).toHaveURL(/dialect=qi/);
  });

  test('an unknown program in the URL is said, with what there is', async ({ page }) => {
    await page.goto('/?program=no-such');
    await expect(page.getByText(/no-such/).first()).toBeVisible();
    await expect(page.getByText(/shop/i).first()).toBeVisible();
  });
});

test('Fail it, by hand: choose in words what the wallet answers; the run is done again to that step, and fails', async ({
  page,
}) => {
  const simulator = new SimulatorPage(page);
  await simulator.open();
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.agree();
  await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  await simulator.inspector.getByRole('tab', { name: 'Steps' }).click();
  await simulator.inspector.getByText('spi.getAuthCode').last().click();
  await simulator.inspector.getByRole('button', { name: 'Fail it' }).click();
  await page.getByRole('menuitem', { name: /The wallet's service is down/ }).click();
  await expect(simulator.program.getByText('Code 3')).toBeVisible();
});

test('the keyboard alone signs in: focus, Enter, Tab to Agree, Enter', async ({ page }) => {
  const simulator = new SimulatorPage(page);
  await simulator.open();
  await simulator.program.getByRole('button', { name: 'Sign in' }).focus();
  await page.keyboard.press('Enter');
  await expect(simulator.dialog.getByRole('button', { name: 'Reject' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(simulator.dialog.getByRole('button', { name: 'Agree' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
});

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const)
    test(`no accessibility violations: ${theme}, ${width}×${height}, every tab and sheet`, async ({
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      const simulator = new SimulatorPage(page);
      await simulator.open();
      const check = async (where: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${where}: ${id} at ${nodes.map((node) => node.target).join(', ')}`,
          ),
        ).toEqual([]);
      };
      await simulator.program.getByRole('button', { name: 'Sign in' }).click();
      await expect(simulator.dialog).toBeVisible();
      await check('consent');
      await simulator.agree();
      await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
      if (width < 900) {
        await page
          .getByRole('button', { name: /inspector/i })
          .first()
          .click();
      }
      for (const tab of TABS) {
        await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
        await check(tab);
      }
      // The analysis opens a page of its own, and taps may not reach a frame after it: the first screen comes last.
      await simulator.open();
      await check('start');
    });
