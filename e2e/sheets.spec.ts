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

  test('chooseImage gives pictures of the album; left without a choice it fails with 11', async () => {
    const pictures = (await settles('chooseImage', { count: 2 }, async () => {
      await sheet().getByRole('button', { name: 'Picture: hills' }).click();
      await sheet().getByRole('button', { name: 'Picture: sea' }).click();
      await sheet().getByRole('button', { name: 'Use' }).click();
    })) as { apFilePaths: string[] };
    expect(pictures.apFilePaths).toHaveLength(2);
    expect(pictures.apFilePaths[0]).toMatch(/^data:image\/svg/);
    expect(
      await settles('chooseImage', {}, () => sheet().getByRole('button', { name: 'Cancel' }).click()),
    ).toMatchObject({ error: 11 });
  });

  test('chooseImage takes a file of whoever sits before the page; what is no picture is said', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const result = (await settles('chooseImage', {}, async () => {
      const file = sheet().getByLabel('A file of yours…');
      await file.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('no') });
      await expect(sheet().getByRole('status')).toHaveText('a.txt could not be read as a picture.');
      await file.setInputFiles({
        name: 'dot.png',
        mimeType: 'image/png',
        buffer: Buffer.from(png, 'base64'),
      });
      await expect(sheet().getByRole('button', { name: 'Picture: dot.png' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      await sheet().getByRole('button', { name: 'Use' }).click();
    })) as { apFilePaths: string[] };
    expect(result.apFilePaths).toEqual([`data:image/png;base64,${png}`]);
  });

  test('datePicker gives the date in the format that was asked for', async () => {
    expect(
      await settles(
        'datePicker',
        { format: 'yyyy-MM-dd HH:mm', currentDate: '2026-11-26 9:05' },
        async () => {
          const field = sheet().getByLabel('Choose a date');
          await expect(field).toHaveValue('2026-11-26T09:05');
          await field.fill('2027-01-02T10:30');
          await sheet().getByRole('button', { name: 'OK' }).click();
        },
      ),
    ).toEqual({ date: '2027-01-02 10:30' });
  });

  test('optionsSelect gives index and text of both lists', async () => {
    expect(
      await settles('optionsSelect', { optionsOne: ['S', 'L'], optionsTwo: ['Red', 'Green'] }, async () => {
        await sheet().getByRole('listbox', { name: 'List 2' }).selectOption('Green');
        await sheet().getByRole('button', { name: 'OK' }).click();
      }),
    ).toMatchObject({ selectedOneOption: 'S', selectedTwoIndex: 1, selectedTwoOption: 'Green' });
  });

  test('scan, tradePay and previewImage wait for the user', async () => {
    expect(
      await settles('scan', { type: 'qr' }, async () => {
        await sheet().getByRole('textbox', { name: 'Scan a QR code' }).fill('table-12');
        await sheet().getByRole('button', { name: 'Scan' }).click();
      }),
    ).toMatchObject({ code: 'table-12', qrCode: 'table-12' });
    expect(
      await settles('tradePay', { tradeNO: '42' }, async () => {
        await expect(sheet()).toContainText('No money moves.');
        await sheet().getByRole('button', { name: 'Pay' }).click();
      }),
    ).toEqual({ resultCode: '9000' });
    expect(
      await settles('previewImage', { urls: ['/a.png', '/b.png'], current: 1 }, async () => {
        await expect(sheet().getByRole('img', { name: '2 of 2' })).toBeVisible();
        await sheet().getByRole('button', { name: 'Close' }).click();
      }),
    ).toEqual({});
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
      ['chooseImage', { count: 2 }],
      ['datePicker', {}],
      ['optionsSelect', { title: 'Size', optionsOne: ['S', 'L'], optionsTwo: ['Red', 'Green'] }],
      ['previewImage', { urls: ['/a.png', '/b.png'] }],
      ['tradePay', { tradeNO: '42' }],
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
