import { expect, type Page, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

/** Signs in in the shop: eleven steps. */
async function signIn(page: Page): Promise<SimulatorPage> {
  const simulator = new SimulatorPage(page);
  await simulator.open();
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.agree();
  await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  return simulator;
}

const stopped = (simulator: SimulatorPage) => simulator.device.getByText(/Stopped at/);
const button = (simulator: SimulatorPage, name: string) =>
  simulator.inspector.getByRole('button', { name, exact: true });

async function selectStep(simulator: SimulatorPage, step: string, which: 'first' | 'last' = 'last') {
  await simulator.inspector.getByRole('tab', { name: 'Steps' }).click();
  await simulator.inspector.getByRole('row').getByText(step, { exact: true })[which]().click();
}

test.describe('Back and Run again from here', () => {
  test('Back stops before the step before, once more before the one before that, and Run ends as then', async ({
    page,
  }) => {
    const simulator = await signIn(page);
    const steps = await simulator.steps();
    await button(simulator, 'Back').click();
    await expect(stopped(simulator)).toContainText(String(steps.at(-2)));
    await expect(simulator.program.getByText('Signing in…')).toBeVisible();
    expect(await simulator.steps()).toEqual(steps.slice(0, -1));
    await page.keyboard.press('z');
    await expect(stopped(simulator)).toContainText(String(steps.at(-3)));
    expect(await simulator.steps()).toEqual(steps.slice(0, -2));
    await button(simulator, 'Run').click();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
    expect(await simulator.steps()).toEqual(steps);
    expect(await simulator.notices()).not.toContain('diverged');
  });

  test('Run again from here is live from the selected step on: the user is asked, and may refuse', async ({
    page,
  }) => {
    const simulator = await signIn(page);
    await selectStep(simulator, 'user.authorize');
    await button(simulator, 'Run again from here').click();
    await expect(simulator.dialog).toBeVisible();
    await simulator.dialog.getByRole('button', { name: 'Reject' }).click();
    await expect(simulator.program.getByText('Code 11')).toBeVisible();
    await expect(simulator.inspector.getByRole('heading', { level: 3 })).toContainText('The user decides');
  });

  test('there is nothing before the first step', async ({ page }) => {
    const simulator = await signIn(page);
    await selectStep(simulator, 'jsapi.getAuthCode', 'first');
    await expect(button(simulator, 'Back')).toBeDisabled();
    await page.keyboard.press('g');
    await expect(simulator.dialog).toBeVisible();
  });
});

test.describe('the control bar', () => {
  test('what does not fit is in its menu, and the keyboard reaches everything in reading order', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const simulator = await signIn(page);
    await page.getByRole('button', { name: 'Open the inspector' }).click();
    const bar = simulator.inspector.getByRole('toolbar', { name: 'Controls' });
    const box = await bar.boundingBox();
    for (const one of await bar.getByRole('button').all()) {
      const { x = 0, width = 0 } = (await one.boundingBox()) ?? {};
      expect(x).toBeGreaterThanOrEqual(box?.x ?? 0);
      expect(x + width).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
    }
    await bar.getByRole('button', { name: 'Pause' }).focus();
    const names: string[] = [];
    for (let i = 0; i < 12; i++) {
      const name = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused?.closest('[role=toolbar]')) return undefined;
        return focused.getAttribute('aria-label') ?? focused.textContent;
      });
      if (name === undefined) break;
      names.push(name);
      await page.keyboard.press('Tab');
    }
    expect(names.map((name) => name.replace(/[\d:]{8}/, 'time').trim())).toEqual([
      'Pause',
      'Back',
      'Run again from here',
      'Stop',
      'time',
      'More',
    ]);
    await bar.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: /^Reset/ }).click();
    await expect(simulator.program.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });

  test('every key is in its tooltip and in the sheet of keys', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    for (const [name, key] of [
      ['Run again from here', 'G'],
      [/^Virtual time/, 'J'],
    ] as const) {
      const one = simulator.inspector.getByRole('button', { name }).first();
      await expect(one).toHaveAttribute('aria-keyshortcuts', key);
      await expect(one).toHaveAttribute('data-tip-key', key);
    }
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys and help' });
    for (const [key, what] of [
      ['Z', 'Back'],
      ['G', 'Run again from here'],
      ['T', 'Freeze the clock, or let it go on'],
      ['J', 'Let the clock jump'],
    ])
      await expect(sheet.getByText(what ?? '', { exact: true }).locator('..')).toContainText(key ?? '');
  });
});
