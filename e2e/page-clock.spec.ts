import { expect, type Page, test } from '@playwright/test';
import { ApiLab } from './api-lab.ts';
import { SimulatorPage } from './simulator-page.ts';

// Playwright fakes the clock of the page and of the program: its timers, dates and animation frames.

const START = new Date('2026-01-01T10:00:00Z');
const now = (page: Page) =>
  page.evaluate(() => new Date(Math.round(window.miniauth.clock.now() / 1000) * 1000).toISOString());

/** The page with a faked clock that stands still. */
async function paused(page: Page, params: Record<string, string> = {}): Promise<SimulatorPage> {
  await page.clock.install({ time: START });
  const simulator = new SimulatorPage(page);
  await simulator.open(params);
  await page.clock.pauseAt(new Date('2026-01-01T11:00:00Z'));
  return simulator;
}

test('virtual time is the page’s: it stands, is wound forward, and runs on with it', async ({ page }) => {
  await paused(page);
  expect(await now(page)).toBe('2026-01-01T11:00:00.000Z');
  await page.clock.fastForward('02:00:00');
  expect(await now(page)).toBe('2026-01-01T13:00:00.000Z');
  await page.clock.runFor(30_000);
  expect(await now(page)).toBe('2026-01-01T13:00:30.000Z');
  await page.evaluate(() => window.miniauth.clock.jump(60_000));
  expect(await now(page)).toBe('2026-01-01T13:01:30.000Z');
  await page.clock.resume();
  await expect.poll(() => now(page)).not.toBe('2026-01-01T13:01:30.000Z');
});

test('a code expires, and the exchange fails', async ({ page }) => {
  const simulator = await paused(page, { program: 'api-lab' });
  const lab = new ApiLab(simulator);
  await lab.choose(['auth_user']);
  await lab.ask();
  await simulator.agree();
  expect(await lab.payload('success')).toHaveProperty('authCode');
  await page.clock.fastForward('11:00');
  await lab.server('Exchange the code');
  await expect
    .poll(() => simulator.lastAnswer('openapi.applyToken'))
    .toMatchObject({ verdict: 'failed', code: 'EXPIRED_CODE' });
});

test('a time limit strikes: a server that never answers', async ({ page }) => {
  const simulator = await paused(page, { program: 'hostile' });
  await simulator.rule('merchant.request', { never: true });
  const frame = await simulator.frame();
  const failed = frame.evaluate(() => {
    const { my } = window as unknown as { my: { request(options: object): Promise<unknown> } };
    return my.request({ url: 'https://shop.example/slow', timeout: 20_000 }).catch((error) => error);
  });
  await simulator.until('hop.requested', 'merchant.request');
  await page.clock.runFor(19_000);
  expect((await simulator.trace()).some((event) => event.type === 'hop.answered')).toBe(false);
  await page.clock.runFor(1_001);
  expect(await failed).toMatchObject({ error: 13 });
});

test('the user does not answer in time', async ({ page }) => {
  const simulator = await paused(page);
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await expect(simulator.dialog).toBeVisible();
  await page.clock.fastForward('01:00:00');
  await expect(simulator.dialog).toBeHidden();
  await expect(simulator.program.getByText('Code 10')).toBeVisible();
});

test('a toast stays while the clock stands, and goes when it runs', async ({ page }) => {
  const simulator = await paused(page, { program: 'hostile' });
  const frame = await simulator.frame();
  await frame.evaluate(() => {
    const { my } = window as unknown as { my: { showToast(options: object): Promise<unknown> } };
    void my.showToast({ content: 'Saved' });
  });
  const toast = simulator.device.getByText('Saved');
  await expect(toast).toBeVisible();
  await page.clock.runFor(5_000);
  await expect(toast).toBeHidden();
});

test('a dialog arms and answers while the clock stands, and the screen follows', async ({ page }) => {
  await page.clock.install({ time: START });
  const simulator = new SimulatorPage(page);
  await simulator.open({}, { arming: 500 });
  await page.clock.pauseAt(new Date('2026-01-01T11:00:00Z'));
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.agree();
  await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  await expect(simulator.inspector.getByText('11', { exact: true }).first()).toBeVisible();
});

test('what is fetched when it is first opened opens while the clock stands', async ({ page }) => {
  const simulator = await paused(page, { program: 'hostile' });
  const frame = await simulator.frame();
  await frame.evaluate(() => {
    const { my } = window as unknown as { my: { alert(options: object): Promise<unknown> } };
    void my.alert({ title: 'Hello', content: 'World' });
  });
  await page.getByRole('alertdialog').getByRole('button').click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await simulator.inspector.getByRole('tab', { name: 'Steps' }).click();
  await expect(simulator.inspector.getByRole('row').getByText('jsapi.alert')).toBeVisible();
  for (const [tab, seen] of [
    ['State', simulator.inspector.getByRole('heading', { name: 'Grants' })],
    ['Wire', simulator.inspector.getByRole('listbox', { name: 'Raw messages' })],
    ['Changes', simulator.inspector.getByRole('region', { name: 'What it changed' })],
  ] as const) {
    await simulator.inspector.getByRole('tab', { name: tab }).click();
    await expect(seen).toBeVisible();
  }
});

test('a run is done again while the clock stands, and time is as it was then', async ({ page }) => {
  const simulator = await paused(page);
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.agree();
  await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  await page.clock.fastForward('00:30:00');
  const back = simulator.inspector.getByRole('button', { name: 'Back', exact: true });
  await back.click();
  await expect(simulator.device.getByText(/Stopped at/)).toContainText('openapi.applyToken');
  expect(await now(page)).toBe('2026-01-01T11:00:00.000Z');
  await simulator.inspector.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  await page.clock.fastForward('00:10:00');
  expect(await now(page)).toBe('2026-01-01T11:10:00.000Z');
});

test('a virtual clock that is frozen, or goes at another speed, obeys its own setting', async ({ page }) => {
  await paused(page);
  await page.evaluate(() => window.miniauth.clock.freeze());
  await page.clock.fastForward('01:00:00');
  expect(await now(page)).toBe('2026-01-01T11:00:00.000Z');
  await page.evaluate(() => window.miniauth.clock.speed(10));
  await page.clock.fastForward('00:01:00');
  expect(await now(page)).toBe('2026-01-01T11:10:00.000Z');
});
