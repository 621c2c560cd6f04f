import { expect, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

test.describe('the samples of the documents run as printed', () => {
  for (const [button, dialect] of [
    ['Document 001', 'qi'],
    ['Document 002', 'guide-002'],
    ['Document 004', 'mini-program-platform'],
  ] as const)
    test(`${button} in ${dialect}: the code is shown in an alert`, async ({ page }) => {
      const simulator = new SimulatorPage(page);
      await simulator.open({ program: 'printed-samples', dialect });
      await expect(simulator.program.getByText('my was there')).toBeVisible();
      await simulator.program.getByRole('button', { name: button }).click();
      const alert = simulator.device.getByRole('alertdialog').or(page.getByRole('alertdialog')).first();
      await expect(alert).toContainText(dialect === 'mini-program-platform' ? /\d{13}/ : /[0-9A-Za-z]{32}/);
      await alert.getByRole('button').click();
      await expect(simulator.program.getByText('my was there')).toBeVisible();
      if (button === 'Document 002') expect(await simulator.notices()).toContain('unknownOption');
    });

  test('their failures raise no uncaught error', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await simulator.open({ program: 'printed-samples', dialect: 'qi' });
    await simulator.rule('spi.getAuthCode', { reply: { value: { error: { code: '1002', errorMsg: '' } } } });
    await simulator.program.getByRole('button', { name: 'Document 001' }).click();
    await simulator.until('hop.answered', 'jsapi.getAuthCode');
    await simulator.program.getByRole('button', { name: 'Document 004' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    expect(errors).toEqual([]);
  });
});

test.describe('plain web pages run unmodified', () => {
  let simulator: SimulatorPage;
  test.beforeEach(async ({ page }) => {
    simulator = new SimulatorPage(page);
    await simulator.open({ program: 'page-kit' });
  });
  const press = (name: string) => simulator.program.getByRole('button', { name, exact: true }).click();
  const result = () => simulator.program.locator('#result');

  test('root-absolute paths, module scripts and fetch of its own files work', async () => {
    await expect(simulator.program.locator('#module')).toHaveText('a module runs');
    await expect(simulator.program.locator('#data')).toHaveText('pear');
  });

  test('storage, cookies and my storage survive navigation and reload, for this user only', async ({
    page,
  }) => {
    await simulator.program.getByLabel('Word').fill('cherry');
    await press('Save word');
    await expect(result()).toHaveText('saved cherry');
    await simulator.program.getByRole('link', { name: 'Second page' }).click();
    await expect(simulator.program.locator('#stored')).toHaveText('cherry | cherry | word=cherry | cherry');
    await expect(simulator.program.locator('#my')).toHaveText('function');
    await simulator.program.getByRole('link', { name: 'First page' }).click();
    await expect(simulator.program.locator('#stored')).toHaveText('cherry | cherry | word=cherry | cherry');
    await page.evaluate(() => window.miniauth.reload());
    // A new start is a new session of the page: sessionStorage is empty, the rest stays.
    await expect(simulator.program.locator('#stored')).toHaveText('cherry |  | word=cherry | cherry');
    const other = await page.evaluate(() => window.miniauth.personas.at(-1));
    await simulator.start({ persona: other ?? '' });
    await expect(simulator.program.locator('#stored')).toHaveText(' |  |  | ');
  });

  test('its fetch and XMLHttpRequest to elsewhere go to the merchant server', async () => {
    await press('Fetch elsewhere');
    await expect(result()).toHaveText('201 {"echo":"pong"}');
    await press('XHR elsewhere');
    await expect(result()).toHaveText('xhr 201 {"echo":"pong"}');
    const steps = await simulator.steps();
    expect(steps.filter((step) => step === 'merchant.request')).toHaveLength(2);
  });

  test('a synchronous XHR elsewhere fails with a notice', async () => {
    await press('Synchronous XHR');
    await expect(result()).toHaveText('sync refused: NetworkError');
    await expect.poll(() => simulator.notices()).toContain('syncXhr');
  });

  test('a name that is not implemented fails with 1 and a notice', async () => {
    await press('Unknown API');
    await expect(result()).toHaveText('unknown: 1');
    expect(await simulator.notices()).toContain('notImplemented');
  });

  test('success, then complete, then the promise', async () => {
    await press('Order of callbacks');
    await expect(result()).toHaveText('success string, complete, promise');
  });

  test('a callback that throws does not stop the others', async () => {
    await press('Throwing callback');
    await expect(result()).toHaveText('complete still ran');
    await expect.poll(() => simulator.notices()).toContain('callbackThrew');
  });

  test('an error of the program is shown with file and line', async ({ page }) => {
    await press('Program error');
    await page.getByRole('tab', { name: /^Notices/ }).click();
    await expect(simulator.inspector.getByText(/a bug of the program/).first()).toBeVisible();
    await expect(simulator.inspector.getByText(/kit\.js/).first()).toBeVisible();
  });
});
