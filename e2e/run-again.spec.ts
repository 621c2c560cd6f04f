import { expect, test } from '@playwright/test';
import type { PlainEvent } from '../src/automation/plain.ts';
import { ApiLab } from './api-lab.ts';
import { SimulatorPage } from './simulator-page.ts';

/** What was asked and answered, in order, however the answers came about. */
function course(events: readonly PlainEvent[]): unknown[] {
  return events.flatMap((event) => {
    if (event.type === 'hop.requested') return [[event.hop, event.request]];
    if (event.type === 'hop.answered') return [[event.hop, event.reply]];
    return [];
  });
}

const hopOf = (events: readonly PlainEvent[], step: string, n = 1) =>
  String(
    events.filter((event) => event.type === 'hop.requested' && event.step === step)[n - 1]?.hop ?? 'none',
  );

const runOf = (events: readonly PlainEvent[]) =>
  String(events.findLast((event) => event.type === 'run.started')?.run);

test.describe('a login in the API lab, done again', () => {
  let simulator: SimulatorPage;
  let lab: ApiLab;
  let before: PlainEvent[];

  test.beforeEach(async ({ page }) => {
    simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab' });
    lab = new ApiLab(simulator);
    await simulator.program.getByText('How the call is made').click();
    await simulator.program.getByRole('button', { name: 'Nothing' }).click();
    const extra = simulator.program.getByLabel('One more scope, in your own words');
    await extra.pressSequentially('auth_user');
    await extra.press('Enter');
    await simulator.agree();
    expect(await lab.payload('success')).toHaveProperty('authCode');
    await lab.server('Exchange the code');
    before = await simulator.trace();
  });

  test('up to the second spi.getAuthCode: the same until then, the same screen, and the same end', async ({
    page,
  }) => {
    const code = (await lab.payload('success')).authCode;
    const target = hopOf(before, 'spi.getAuthCode', 2);
    const end = await page.evaluate(
      (hop) => window.miniauth.runAgain({ to: { hop }, then: 'pause' }),
      target,
    );
    expect(end).toEqual({ how: 'reached', hop: target });
    expect(await page.evaluate(() => window.miniauth.stops().map((stop) => stop.hop))).toEqual([target]);
    await expect(simulator.program.getByLabel('One more scope, in your own words')).toHaveValue('auth_user');
    await expect(simulator.program.locator('#result li')).toHaveCount(0);
    await expect(simulator.dialog).toBeHidden();
    const until = before.findIndex((event) => event.type === 'hop.requested' && event.hop === target);
    expect(course(await simulator.trace())).toEqual(course(before.slice(0, until + 1)));

    await page.evaluate(() => window.miniauth.run());
    await expect(simulator.program.locator('#result li').first()).toBeVisible();
    expect((await lab.payload('success')).authCode).toBe(code);
    expect(await simulator.notices()).not.toContain('diverged');
  });

  test('all of it: every input comes once, every hop is as it was', async ({ page }) => {
    const end = await page.evaluate((run) => window.miniauth.runAgain({ to: { run } }), runOf(before));
    expect(end.how).toBe('reached');
    expect(course(await simulator.trace())).toEqual(course(before));
    expect(await lab.payload('success')).toHaveProperty('authCode');
  });

  test('a step can fail this time, and the program sees it', async ({ page }) => {
    await page.evaluate(
      (hop) =>
        window.miniauth.runAgain({
          to: { hop },
          then: { effect: { reply: { value: { error: { code: '1003' } } } }, title: 'Timeout' },
        }),
      hopOf(before, 'spi.getAuthCode', 2),
    );
    await expect(simulator.program.locator('#result li').first()).toBeVisible();
    expect(await lab.payload('fail')).toMatchObject({ error: 10 });
    expect(await simulator.steps()).not.toContain('merchant.request');
  });
});

test.describe('what a user can do in a page', () => {
  let simulator: SimulatorPage;
  test.beforeEach(async ({ page }) => {
    simulator = new SimulatorPage(page);
    await simulator.open({ program: 'all-inputs' });
  });
  const log = () => simulator.program.locator('#log').textContent();
  const again = async () => {
    const before = await simulator.trace();
    const end = await simulator.page.evaluate(
      (run) => window.miniauth.runAgain({ to: { run } }),
      runOf(before),
    );
    expect(end).toMatchObject({ how: 'reached' });
    expect(course(await simulator.trace())).toEqual(course(before));
  };

  test('typed text, ticks, choices and a form that is sent', async () => {
    const { program } = simulator;
    await program.getByLabel('Name').pressSequentially('Lena');
    await program.getByLabel('Note').fill('two\nlines');
    await program.getByLabel('A gift').check();
    await program.getByText('Large').click();
    // By key and by mouse, as a user does it: selectOption() leaves no trusted event.
    await program.getByLabel('Colour').press('ArrowDown');
    await program.getByRole('option', { name: 'bag' }).click();
    await program.getByRole('option', { name: 'bow' }).click({ modifiers: ['ControlOrMeta'] });
    await program.getByRole('button', { name: 'Order' }).click();
    await expect(program.locator('#log')).toContainText('extras=bow');
    const heard = await log();
    expect(heard).toContain(
      'order name=Lena note=two\nlines gift=on size=l colour=blue extras=bag extras=bow',
    );
    await again();
    expect(await log()).toBe(heard);
  });

  test('a tick and a choice by the text of their labels', async () => {
    const { program } = simulator;
    for (const name of ['A gift', 'Large']) {
      const label = program.getByText(name);
      const { width = 0, height = 0 } = (await label.boundingBox()) ?? {};
      await label.click({ position: { x: width - 3, y: height / 2 } });
    }
    const heard = await log();
    expect(heard).toBe('gift changed | size changed');
    expect((await simulator.trace()).filter(({ step }) => step === 'user.input').length).toBeGreaterThan(4);
    await again();
    expect(await log()).toBe(heard);
  });

  test('Enter in a form without a button sends it once', async () => {
    const { program } = simulator;
    await program.getByLabel('Word').pressSequentially('tea');
    await program.getByLabel('Word').press('Enter');
    await expect(program.locator('#log')).toHaveText(/search tea/);
    const heard = await log();
    await again();
    expect(await log()).toBe(heard);
    expect(heard?.match(/search tea/g)).toHaveLength(1);
  });

  test('Enter in a form with a button sends it once', async () => {
    const { program } = simulator;
    await program.getByLabel('Name').fill('Lena');
    await program.getByLabel('Name').press('Enter');
    await expect(program.locator('#log')).toHaveText(/order name=Lena/);
    const heard = await log();
    await again();
    expect(await log()).toBe(heard);
    expect(heard?.match(/order/g)).toHaveLength(1);
  });

  test('keys that the page listens to, and a dialog that Escape closes', async () => {
    const { program } = simulator;
    await program.locator('#pad').press('7');
    await program.locator('#pad').press('ArrowLeft');
    await program.getByRole('button', { name: 'Open' }).press('Space');
    await expect(program.getByText('In the dialog')).toBeVisible();
    await program.getByRole('dialog').press('Escape');
    await expect(program.locator('#log')).toContainText('closed');
    const heard = await log();
    expect(heard).toBe('key 7 Digit7 55 | key ArrowLeft ArrowLeft 37 | opened | closed');
    await again();
    expect(await log()).toBe(heard);
  });

  test('a button inside a shadow tree', async () => {
    await simulator.program.getByRole('button', { name: 'Inside' }).click();
    await expect(simulator.program.locator('#log')).toHaveText('inside');
    await again();
    expect(await log()).toBe('inside');
  });

  test('a button that is there only after a while is waited for', async () => {
    await simulator.program.getByRole('button', { name: 'Load' }).click();
    await simulator.program.getByRole('button', { name: 'Choose apple' }).click();
    await expect(simulator.program.locator('#log')).toHaveText('chosen');
    await again();
    expect(await log()).toBe('chosen');
  });

  test('two documents, and the storage that the run began with', async ({ page }) => {
    const { program } = simulator;
    await program.getByRole('link', { name: 'Second page' }).click();
    await expect(program.getByText('Visits: 1')).toBeVisible();
    await page.evaluate(() => window.miniauth.reload());
    await program.getByRole('link', { name: 'Second page' }).click();
    await program.getByRole('button', { name: 'Count' }).click();
    await simulator.until('hop.answered', 'jsapi.setStorage');
    await expect(program.getByText('Visits: 2')).toBeVisible();
    await again();
    await expect(program.getByText('Visits: 2')).toBeVisible();
  });

  test('a program that leaves it to chance goes another way, and it is said', async ({ page }) => {
    await simulator.program.getByRole('button', { name: 'Chance' }).click();
    await simulator.until('hop.answered', 'jsapi.setStorage');
    const events = await simulator.trace();
    const end = await page.evaluate((run) => window.miniauth.runAgain({ to: { run } }), runOf(events));
    expect(end).toMatchObject({
      how: 'diverged',
      hop: expect.stringContaining('jsapi.setStorage'),
      expected: expect.stringContaining('jsapi.setStorage {"key":"chance","data":0.'),
    });
    expect(await simulator.notices()).toContain('diverged');
    await expect(simulator.device.getByText(/Stopped at/)).toContainText('jsapi.setStorage');
  });
});
