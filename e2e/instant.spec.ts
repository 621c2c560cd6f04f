import { expect, test } from '@playwright/test';
import type { NewRule } from '../src/contract/rule.ts';
import { SimulatorPage } from './simulator-page.ts';

/** A program whose calls are answered in the frame. */
class InstantPage {
  readonly simulator: SimulatorPage;

  constructor(simulator: SimulatorPage) {
    this.simulator = simulator;
  }

  open(): Promise<void> {
    return this.simulator.open({ program: 'instant' });
  }

  rule(rule: NewRule): Promise<string> {
    return this.simulator.page.evaluate((given) => window.miniauth.rule(given as NewRule), rule as object);
  }

  /** Presses a button; the line that comes of it. */
  async press(name: string): Promise<string> {
    const lines = this.simulator.program.getByRole('listitem').filter({ hasText: `${name}: ` });
    const before = await lines.count();
    await this.simulator.program.getByRole('button', { name, exact: true }).click();
    await expect(lines).toHaveCount(before + 1);
    return (await lines.last().textContent()) ?? '';
  }

  said(): Promise<string[]> {
    return this.simulator.program.getByRole('listitem').allTextContents();
  }

  /** How the hops of a step were answered. */
  async answers(step: string) {
    const events = await this.simulator.trace();
    return events
      .filter((event) => event.type === 'hop.answered' && event.step === step)
      .map(({ origin, code }) => (code === undefined ? String(origin) : `${origin} ${code}`));
  }
}

let house: InstantPage;
test.beforeEach(async ({ page }) => {
  house = new InstantPage(new SimulatorPage(page));
  await house.open();
});

test('a rule reaches the program before it calls: the second and third read fail, recorded as injected', async ({
  page,
}) => {
  await house.rule({ at: 'jsapi.getStorageSync', outcome: 'no-permission', from: 2, times: 2 });
  const read = [await house.press('Read'), await house.press('Read')];
  // The next document goes on counting.
  await house.simulator.program.getByRole('link', { name: 'Once more' }).click();
  await expect(house.simulator.program.getByRole('listitem')).toHaveCount(1);
  read.push(await house.press('Read'), await house.press('Read'));
  expect(read).toEqual([
    'Read: {"data":null}',
    'Read: {"error":4,"errorMessage":"no permission (N22104)"}',
    'Read: {"error":4,"errorMessage":"no permission (N22104)"}',
    'Read: {"data":null}',
  ]);
  await expect
    .poll(() => house.answers('jsapi.getStorageSync'))
    .toEqual(['observed', 'injected 4', 'injected 4', 'observed']);
  await expect(page.getByRole('region', { name: 'Rules' }).getByRole('listitem')).toContainText(
    'used 2 times, 0 left',
  );
});

test('a rule that is there before the program meets its first line', async () => {
  await house.rule({ at: 'jsapi.getSystemInfoSync', outcome: 'unknown-error' });
  await house.simulator.start({ program: 'instant' });
  await expect.poll(() => house.said()).toEqual(['start: {"error":3,"errorMessage":"unknown error!"}']);
});

test('a full storage: setStorageSync answers 12, setItem throws, and nothing is kept', async ({ page }) => {
  await house.rule({ at: 'jsapi.setStorageSync', outcome: 'storage-full' });
  await house.rule({ at: 'html5.storage', outcome: 'quota' });
  expect(await house.press('Write')).toBe(
    'Write: {"success":false,"error":12,"errorMessage":"the storage limit is reached"}',
  );
  expect(await house.press('Page writes')).toBe('Page writes: threw QuotaExceededError, there is null');
  const storage = () => page.evaluate(() => JSON.stringify(window.miniauth.state().storage ?? {}));
  await expect.poll(() => house.answers('html5.storage')).toEqual(['injected threw']);
  expect(await storage()).not.toMatch(/visits|note/);
  expect(await house.press('Write')).toBe('Write: {"success":true}');
  expect(await house.press('Page writes')).toBe('Page writes: wrote, there is kept');
  await expect.poll(storage).toMatch(/visits.*note|note.*visits/);
});

test('canIUse says no; a reply of your own is what the program gets', async () => {
  await house.rule({ at: 'jsapi.canIUse', outcome: 'cannot' });
  await house.rule({
    at: 'jsapi.getStorageSync',
    outcome: { reply: { value: { success: { data: 7 } } } },
    times: 'always',
  });
  expect(await house.press('Can I')).toBe('Can I: false');
  expect(await house.press('Can I')).toBe('Can I: true');
  expect(await house.press('Read')).toBe('Read: {"data":7}');
});

test('a run that is done again passes over a fault as it was, though its rule is gone', async ({ page }) => {
  await house.rule({ at: 'jsapi.getStorageSync', outcome: 'no-permission', from: 2 });
  await house.press('Read');
  await house.press('Read');
  await house.press('Write');
  await house.press('Ask');
  await house.press('Read');
  const before = await house.said();
  const answers = await house.answers('jsapi.getStorageSync');
  expect(answers).toEqual(['observed', 'injected 4', 'observed', 'observed']);
  await page.evaluate(() => window.miniauth.clearRules());
  const run = await page.evaluate(() => window.miniauth.current?.run ?? '');
  const end = await page.evaluate((id) => window.miniauth.runAgain({ to: { run: id } }), run);
  expect(end.how).toBe('reached');
  await expect.poll(() => house.said()).toEqual(before);
  expect(await house.answers('jsapi.getStorageSync')).toEqual(answers);
  expect(await house.press('Read'), 'and from there on nothing fails').toBe('Read: {"data":1}');
});

test('a rule that still stands acts at its turn after the run was done again', async ({ page }) => {
  await house.rule({ at: 'jsapi.getStorageSync', outcome: 'no-permission', from: 3 });
  await house.press('Read');
  await house.press('Ask');
  const hop = (await house.simulator.trace()).find(
    (event) => event.type === 'hop.requested' && event.step === 'jsapi.getSiteInfo',
  )?.hop;
  const end = await page.evaluate((id) => window.miniauth.runAgain({ to: { hop: id } }), String(hop));
  expect(end.how).toBe('reached');
  expect([await house.press('Read'), await house.press('Read'), await house.press('Read')]).toEqual([
    'Read: {"data":null}',
    'Read: {"error":4,"errorMessage":"no permission (N22104)"}',
    'Read: {"data":null}',
  ]);
});

test('Fail it on an instant call that has happened: the run is done again, and it fails there', async ({
  page,
}) => {
  await house.press('Read');
  await house.press('Read');
  await house.simulator.inspector.getByRole('button', { name: 'Taps and instant calls' }).click();
  await house.simulator.inspector.getByRole('tab', { name: 'Steps' }).click();
  await page
    .getByRole('row', { name: /jsapi.getStorageSync/ })
    .nth(1)
    .click();
  await expect(
    house.simulator.inspector.getByRole('button', { name: 'Breakpoint', exact: true }),
  ).toHaveCount(0);
  const hop = (await house.simulator.trace()).findLast(
    (event) => event.type === 'hop.requested' && event.step === 'jsapi.getStorageSync',
  )?.hop;
  const end = await page.evaluate(
    (id) =>
      window.miniauth.runAgain({
        to: { hop: id },
        then: { effect: { reply: { value: { fail: { error: 3, errorMessage: 'once' } } } }, title: 'Once' },
      }),
    String(hop),
  );
  expect(end.how).toBe('reached');
  await expect
    .poll(async () => (await house.said()).slice(1))
    .toEqual(['Read: {"data":null}', 'Read: {"error":3,"errorMessage":"once"}']);
  expect(await house.answers('jsapi.getStorageSync')).toEqual(['observed', 'injected 3']);
  expect(await house.press('Read')).toBe('Read: {"data":null}');
});

test('the form of a rule offers what makes sense at once: an outcome, or an answer of your own', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const form = page.getByRole('dialog', { name: 'Add a rule' });
  await form.getByRole('combobox', { name: 'Step', exact: true }).selectOption('jsapi.setStorageSync');
  await expect(form.getByRole('combobox', { name: 'What happens' }).getByRole('option')).toHaveText([
    'A documented outcome',
    'An answer of your own',
  ]);
  await form.getByRole('radio', { name: /^The storage is full/ }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  expect(await house.press('Write')).toContain('"error":12');
});
