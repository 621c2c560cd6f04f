import { type Browser, expect, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

/** Signs in at the shop in a browser of its own. @returns the canonical trace */
async function login(browser: Browser, { slower }: { slower: number }): Promise<string> {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' });
  const page = await context.newPage();
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'shop', persona: 'lena' });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await simulator.start({ seed: 'twice', clock: { at: '2026-01-01T08:00:00Z', mode: 'frozen' } });
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.agree();
  await expect(simulator.program.getByText('Lena')).toBeVisible();
  const text = await page.evaluate(() => window.miniauth.trace({ canonical: true }));
  await context.close();
  return text;
}

test('the same login with the same seed under a frozen clock: the same trace, byte for byte, on a slower machine too', async ({
  browser,
}) => {
  const first = await login(browser, { slower: 1 });
  expect(first).toContain('openapi.applyToken');
  expect(first).toContain('user.authorize');
  expect(await login(browser, { slower: 6 })).toBe(first);
});
