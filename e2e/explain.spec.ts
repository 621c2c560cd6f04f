import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

/** What is said of the selected step. */
class Detail {
  readonly page: Page;
  readonly chain: Locator;

  constructor(page: Page) {
    this.page = page;
    this.chain = page.getByRole('list', { name: 'From the failure back to its cause' });
  }

  /** A paragraph by its heading. */
  section(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  async select(step: string): Promise<void> {
    await this.page.getByRole('tab', { name: 'Steps' }).click();
    await this.page.getByRole('row').filter({ hasText: step }).last().click();
  }
}

test('a rejection: the call leads back to what the user did, link by link', async ({ page }) => {
  const simulator = new SimulatorPage(page);
  const detail = new Detail(page);
  await simulator.open({ dialect: 'qi' });
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.dialog.getByRole('button', { name: 'Reject' }).click();
  await simulator.until('hop.answered', 'jsapi.getAuthCode');
  await detail.select('jsapi.getAuthCode');

  const links = detail.chain.getByRole('listitem');
  await expect(links).toHaveCount(6);
  await expect(links.first()).toContainText('jsapi.getAuthCode #1 failed with 1001');
  await expect(links.nth(1)).toContainText('Qi wallet says 1001: ERROR_CODE_USER_CANCEL');
  await expect(links.nth(2)).toContainText('The user presses Reject');
  await expect(links.last()).toHaveText('The user pressed Reject.');
  await expect(detail.section('What your code should do')).toContainText('Take no for an answer');

  await detail.chain.getByRole('button', { name: /user\.authorize/ }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'The user decides' })).toBeVisible();
  await expect(links).toHaveCount(2);
});

test('a code that came too late: the exchange names the clock and the step that issued the code', async ({
  page,
}) => {
  const simulator = new SimulatorPage(page);
  const detail = new Detail(page);
  await simulator.open();
  await simulator.rule('merchant.request', { delay: 1_200_000 });
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.agree();
  await simulator.until('hop.injected', 'merchant.request');
  await page.evaluate(() => window.miniauth.clock.jump(1_200_000));
  await simulator.until('hop.answered', 'openapi.applyToken');
  await detail.select('openapi.applyToken');
  await expect(detail.chain.getByRole('listitem').nth(1)).toContainText('EXPIRED_CODE');
  const cause = detail.chain.getByRole('listitem').last();
  await expect(cause).toContainText('The code was older than 10 min 0 s.');
  await expect(cause).toContainText('The clock was moved on meanwhile.');
  await cause.getByRole('button', { name: /wallet\.issueCode/ }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'Issue the code' })).toBeVisible();
});

test('a call that hangs says what it waits for, and a rule is named as the cause', async ({ page }) => {
  const simulator = new SimulatorPage(page);
  const detail = new Detail(page);
  await simulator.open();
  await simulator.rule('jsapi.getAuthCode', { never: true });
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.until('hop.injected', 'jsapi.getAuthCode');
  await detail.select('jsapi.getAuthCode');
  const waits = detail.section('What does it wait for?');
  await expect(waits.getByRole('listitem').last()).toContainText('kept the answer from ever coming');
});

test('the document is one click away: in short without a network, in full in a tab of its own', async ({
  page,
}) => {
  const simulator = new SimulatorPage(page);
  const detail = new Detail(page);
  await simulator.open();
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.agree();
  await simulator.until('hop.answered', 'jsapi.getAuthCode');
  await detail.select('jsapi.getAuthCode');
  const document = detail.section('In the document');
  const outside = document.getByRole('link', {
    name: /Read it at miniprogram\.alipay\.com \(opens in a new tab\)/,
  });
  await expect(outside).toHaveAttribute('target', '_blank');
  await expect(outside).toHaveAttribute('rel', /noopener/);
  await document.getByRole('button', { name: 'Document 004: In short' }).click();
  const reference = page.getByRole('dialog', { name: 'The documents, in short' });
  await expect(reference.getByRole('heading', { name: 'Document 004' })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(reference).toBeHidden();
});

for (const theme of ['light', 'dark'])
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    test(`is accessible, ${theme}, ${size.width} wide`, async ({ page }) => {
      test.slow();
      await page.setViewportSize(size);
      const simulator = new SimulatorPage(page);
      await simulator.open({ theme });
      await page.evaluate(() => window.miniauth.consent.always('reject'));
      await simulator.program.getByRole('button', { name: 'Sign in' }).click();
      await simulator.until('hop.answered', 'jsapi.getAuthCode');
      const inspector = page.getByRole('button', { name: /Open the inspector/ });
      if (await inspector.isVisible()) await inspector.click();
      const detail = new Detail(page);
      await detail.select('jsapi.getAuthCode');
      await expect(detail.chain).toBeAttached();
      await detail.chain.scrollIntoViewIfNeeded();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await detail.chain.getByRole('button', { name: /In short/ }).click();
      await expect(page.getByRole('dialog', { name: 'The documents, in short' })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
