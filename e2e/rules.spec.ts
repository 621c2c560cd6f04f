import { expect, type Locator, test } from '@playwright/test';
import { ApiLab } from './api-lab.ts';
import { SimulatorPage } from './simulator-page.ts';

/** The rules of the setup panel, as a user sets them. */
class RuleForm {
  readonly simulator: SimulatorPage;
  readonly lab: ApiLab;

  constructor(simulator: SimulatorPage) {
    this.simulator = simulator;
    this.lab = new ApiLab(simulator);
  }

  get list(): Locator {
    return this.simulator.page.getByRole('region', { name: 'Rules' });
  }
  get dialog(): Locator {
    return this.simulator.page.getByRole('dialog', { name: /rule$/ });
  }

  async open(step: string): Promise<void> {
    await this.simulator.page.getByRole('button', { name: 'Add a rule' }).click();
    await this.select('Step', step);
  }

  select(field: string, option: string): Promise<unknown> {
    return this.dialog.getByRole('combobox', { name: field, exact: true }).selectOption(option);
  }

  fill(field: string, text: string): Promise<void> {
    return this.dialog.getByLabel(field, { exact: true }).fill(text);
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** Asks for a code; the names of the callbacks that ran. */
  async ask(): Promise<string> {
    await this.lab.ask();
    await this.simulator.program.locator('#result li[data-what="complete"]').waitFor();
    return (await this.lab.order()).includes('success') ? 'works' : 'fails';
  }

  async answers(step: string) {
    const events = await this.simulator.trace();
    return events.filter((event) => event.type === 'hop.answered' && event.step === step);
  }
}

let form: RuleForm;
test.beforeEach(async ({ page }) => {
  form = new RuleForm(new SimulatorPage(page));
  await form.simulator.open({ program: 'api-lab' });
  await form.lab.choose(['auth_base']);
});

test('a documented outcome, the first two times, then it works', async () => {
  await form.open('spi.getAuthCode');
  await form.dialog.getByRole('radio', { name: /^The wallet's service is down/ }).check();
  await form.select('How often', 'The first n times, then it works');
  await form.fill('n', '2');
  await form.save();
  await expect(form.list.getByRole('listitem')).toContainText('the first 2 times');
  expect([await form.ask(), await form.ask(), await form.ask()]).toEqual(['fails', 'fails', 'works']);
  await expect(form.list.getByRole('listitem')).toContainText('used 2 times, 0 left');
  expect(await form.answers('spi.getAuthCode')).toMatchObject([
    { origin: 'injected' },
    { origin: 'injected' },
    { origin: 'performed' },
  ]);
});

test('only the third time; edited to always, it counts from the beginning', async ({ page }) => {
  await form.open('spi.getAuthCode');
  await form.dialog.getByRole('radio', { name: /^The wallet's service is down/ }).check();
  await form.select('How often', 'Only the n-th time');
  await form.fill('n', '3');
  await form.save();
  expect([await form.ask(), await form.ask(), await form.ask()]).toEqual(['works', 'works', 'fails']);
  await page.getByRole('button', { name: /^Edit The wallet's service is down/ }).click();
  await expect(form.dialog.getByRole('radio', { name: /^The wallet's service is down/ })).toBeChecked();
  await expect(form.dialog.getByLabel('n', { exact: true })).toHaveValue('3');
  await form.select('How often', 'Always');
  await form.save();
  await expect(form.list.getByRole('listitem')).toContainText('always · not used yet');
  expect(await form.ask()).toBe('fails');
  await form.list.getByRole('button', { name: /^Remove the outcome/ }).click();
  expect(await form.ask()).toBe('works');
});

test('for one program, persona and scope', async () => {
  await form.open('spi.getAuthCode');
  await form.dialog.getByRole('radio', { name: /^The wallet's service is down/ }).check();
  await form.select('How often', 'Always');
  await form.select('Program', 'API lab');
  await form.select('Persona', 'Omar Al-Jubouri · granted before');
  await form.dialog.getByLabel('Scope', { exact: true }).fill('auth_user');
  await form.save();
  await expect(form.list.getByRole('listitem')).toContainText('API lab · Omar Al-Jubouri · auth_user');
  expect(await form.ask()).toBe('works');
  await form.simulator.start({ program: 'api-lab', persona: 'omar' });
  await form.lab.choose(['auth_base']);
  expect(await form.ask()).toBe('works');
  await form.lab.choose(['auth_base', 'auth_user']);
  expect(await form.ask()).toBe('fails');
});

test('delays: fixed, evenly spread, log-normal', async ({ page }) => {
  await page.evaluate(() => window.miniauth.clock.freeze());
  const took = async () => {
    const before = await page.evaluate(() => window.miniauth.clock.now());
    const asked = form.ask();
    const hops = await form.answers('spi.getAuthCode');
    await form.simulator.until('hop.injected', 'spi.getAuthCode');
    await expect
      .poll(async () => {
        const left = await page.evaluate(() => window.miniauth.clock.untilNext());
        if (left !== null && (await form.answers('spi.getAuthCode')).length === hops.length)
          await page.evaluate((ms) => window.miniauth.clock.jump(ms), left);
        return (await form.answers('spi.getAuthCode')).length;
      })
      .toBe(hops.length + 1);
    expect(await asked).toBe('works');
    return (await page.evaluate(() => window.miniauth.clock.now())) - before;
  };
  await form.open('spi.getAuthCode');
  await form.select('What happens', 'It takes longer');
  await form.fill('Milliseconds', 'long');
  await form.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(form.dialog.getByText(/Expected a number of milliseconds/)).toBeVisible();
  await form.fill('Milliseconds', '1500');
  await form.select('How often', 'Always');
  await form.save();
  expect(await took()).toBe(1_500);

  await page.getByRole('button', { name: /^Edit It starts/ }).click();
  await form.select('How long', 'Evenly spread');
  await form.fill('From, in ms', '2000');
  await form.fill('To, in ms', '3000');
  await form.save();
  await expect(form.list.getByRole('listitem')).toContainText('2 s–3 s');
  const uniform = await took();
  expect(uniform).toBeGreaterThanOrEqual(2_000);
  expect(uniform).toBeLessThanOrEqual(3_000);

  await page.getByRole('button', { name: /^Edit It starts/ }).click();
  await form.select('How long', 'Log-normal');
  await form.fill('Median, in ms', '500');
  await form.fill('Sigma', '0');
  await form.save();
  expect(await took()).toBe(500);
});

test('never, lost and late end as a timeout; twice counts once', async ({ page }) => {
  for (const [what, reason] of [
    ['Nothing ever comes back', undefined],
    ['It is done, but the answer is lost', undefined],
    ['The answer comes late', 'late'],
  ] as const) {
    await form.open('spi.getAuthCode');
    await form.select('What happens', what);
    if (reason) await form.fill('Milliseconds', '11000');
    await form.save();
    await form.lab.ask();
    await form.simulator.until('hop.injected', 'spi.getAuthCode');
    await page.evaluate(() => window.miniauth.clock.jump(12_000));
    await form.simulator.program.locator('#result li[data-what="fail"]').waitFor();
    await form.list.getByRole('button', { name: /^Remove the outcome/ }).click();
  }
  expect((await form.answers('spi.getAuthCode')).map((event) => event.origin)).toEqual([
    'timeout',
    'timeout',
    'timeout',
  ]);
  await form.open('spi.getAuthCode');
  await form.select('What happens', 'The answer comes twice');
  await form.save();
  expect(await form.ask()).toBe('works');
  const ignored = (await form.simulator.trace()).filter((event) => event.type === 'hop.ignored');
  expect(ignored.map((event) => event.reason)).toEqual(['late', 'duplicate']);
});

test('an answer of your own; what is none is said and kept', async () => {
  await form.open('spi.getAuthCode');
  await form.select('What happens', 'An answer of your own');
  await form.fill('Answer as JSON', '{"authCode": "1"}');
  await form.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(form.dialog.getByText(/An answer is/)).toBeVisible();
  await expect(form.dialog.getByLabel('Answer as JSON')).toHaveValue('{"authCode": "1"}');
  await form.fill('Answer as JSON', '{"value": {"authCode": "0000000000003"}}');
  await form.save();
  expect(await form.ask()).toBe('works');
  expect(await form.lab.payload('success')).toMatchObject({ authCode: '0000000000003' });
});

test('HTTP and network failures of the merchant server and of the platform', async () => {
  await form.ask();
  for (const [step, outcome] of [
    ['merchant.request', /^The server has a bug \(500\)/],
    ['openapi.applyToken', /^The platform cannot be reached/],
  ] as const) {
    await form.open(step);
    await form.dialog.getByRole('radio', { name: outcome }).check();
    await form.save();
  }
  expect(await form.lab.server('Exchange the code')).toMatchObject({ status: 500 });
  await form.simulator.program.getByRole('button', { name: 'Exchange the code', exact: true }).click();
  await form.simulator.until('hop.answered', 'openapi.applyToken');
  expect(await form.answers('openapi.applyToken')).toMatchObject([{ origin: 'injected', verdict: 'failed' }]);
});

test('from a step: its menu opens the form for that step', async ({ page }) => {
  await form.ask();
  await page.getByRole('tab', { name: 'Steps' }).click();
  await page.getByRole('row', { name: /wallet.issueCode/ }).click();
  await form.simulator.inspector.getByRole('button', { name: 'More for this step' }).click();
  await page.getByRole('menuitem', { name: 'Rule for this step…' }).click();
  await expect(form.dialog.getByRole('combobox', { name: 'Step', exact: true })).toHaveValue(
    'wallet.issueCode',
  );
  await form.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(form.dialog.getByText('Choose one of the outcomes.')).toBeVisible();
  await form.dialog.getByRole('radio', { name: /^The wallet's backend is down/ }).check();
  await form.save();
  expect(await form.ask()).toBe('fails');
});
