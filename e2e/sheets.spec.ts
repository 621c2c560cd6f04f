import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

type My = Record<string, (options: object) => Promise<unknown>>;

/** A `my.*` call in the program, as its console would make it; answers what it settles with. */
async function call(simulator: SimulatorPage, name: string, options: object = {}): Promise<unknown> {
  const frame = await simulator.frame();
  return frame.evaluate(
    ({ name, options }) => {
      const { my } = window as unknown as { my: My };
      return my[name]?.(options).catch((error: unknown) => error);
    },
    { name, options },
  );
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target).join(', ')}`);
}

test.describe('the sheets of the phone', () => {
  let simulator: SimulatorPage;
  test.beforeEach(async ({ page }) => {
    simulator = new SimulatorPage(page);
    await simulator.open({ program: 'hostile' });
  });
  const settles = (name: string, options: object, act: () => Promise<void>) =>
    Promise.all([call(simulator, name, options), act()]).then(([result]) => result);
  const sheet = () => simulator.page.getByRole('alertdialog');

  test('alert succeeds at the tap', async () => {
    const result = await settles(
      'alert',
      { title: 'Hello', content: 'World', buttonText: 'Fine' },
      async () => {
        await expect(sheet()).toContainText('World');
        await sheet().getByRole('button', { name: 'Fine' }).click();
      },
    );
    expect(result).toEqual({});
  });

  test('confirm: cancel is a success with confirm false', async () => {
    for (const [button, confirm] of [
      ['OK', true],
      ['Cancel', false],
    ] as const)
      expect(
        await settles('confirm', { content: 'Sure?' }, () =>
          sheet().getByRole('button', { name: button }).click(),
        ),
      ).toEqual({ confirm });
  });

  test('prompt gives what was typed', async () => {
    const result = await settles('prompt', { message: 'Your name?' }, async () => {
      await sheet().getByRole('textbox').fill('Ada');
      await sheet().getByRole('button', { name: 'OK' }).click();
    });
    expect(result).toEqual({ ok: true, inputValue: 'Ada' });
  });

  test('action sheet gives the index; cancelled it is -1', async () => {
    const items = { items: ['Red', 'Green'] };
    expect(
      await settles('showActionSheet', items, () => simulator.device.getByText('Green').click()),
    ).toMatchObject({ index: 1 });
    expect(
      await settles('showActionSheet', items, async () => {
        await expect(simulator.device.getByText('Green')).toBeVisible();
        await simulator.page.keyboard.press('Escape');
      }),
    ).toMatchObject({ index: -1 });
  });

  test('a toast is told to screen readers and goes by virtual time', async ({ page }) => {
    const toast = simulator.device.getByText('Saved');
    const result = call(simulator, 'showToast', { content: 'Saved', type: 'success' });
    await expect(toast).toBeVisible();
    await page.evaluate(() => window.miniauth.clock.jump(2_001));
    await expect(toast).toBeHidden();
    expect(await result).toEqual({});
  });
});

for (const theme of ['light', 'dark'] as const)
  test(`no accessibility violations in the sheets, the help and the drawer: ${theme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'hostile' });
    const frame = await simulator.frame();
    const start = (name: string, options: object) =>
      frame.evaluate(
        ({ name, options }) => {
          const { my } = window as unknown as { my: My };
          void my[name]?.(options).catch(() => undefined);
        },
        { name, options },
      );
    for (const [name, options] of [
      ['alert', { title: 'Hello', content: 'World' }],
      ['prompt', { title: 'Name', message: 'Your name?' }],
      ['showActionSheet', { title: 'Colour', items: ['Red', 'Green'] }],
      ['openSetting', {}],
    ] as const)
      await test.step(name, async () => {
        await start(name, options);
        await expect(page.getByRole('alertdialog').or(page.getByRole('dialog')).first()).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toHaveCount(0);
      });
    await test.step('loading', async () => {
      await start('showLoading', { content: 'Loading' });
      await expect(simulator.device.getByText('Loading').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await start('hideLoading', {});
    });
    await test.step('help', async () => {
      await page.getByRole('button', { name: 'Keys and help' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    });
    await test.step('drawer', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole('button', { name: /^Choose program/ }).click();
      await expect(page.getByRole('radiogroup', { name: 'Persona' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
    await test.step('stopped', async () => {
      await page.keyboard.press('Escape');
      await page.evaluate(() => window.miniauth.stop());
      expect(await violations(page)).toEqual([]);
    });
  });
