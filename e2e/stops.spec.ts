import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, test } from '@playwright/test';
import { ApiLab } from './api-lab.ts';
import { SimulatorPage } from './simulator-page.ts';

/** The API lab, asked for a code, with a breakpoint that was set by hand at one place. */
class StoppedLab {
  readonly simulator: SimulatorPage;
  readonly lab: ApiLab;

  constructor(simulator: SimulatorPage) {
    this.simulator = simulator;
    this.lab = new ApiLab(simulator);
  }

  /** Opens the lab, sets the breakpoint and asks for a code; the user agrees, and it stops where the code is made. */
  async stopAtCode(where: 'request' | 'answer', params: Record<string, string> = {}): Promise<void> {
    await this.simulator.open({ program: 'api-lab', ...params });
    await addBreakpoint(this.simulator, { step: 'wallet.issueCode', where });
    await this.lab.choose(['auth_user']);
    await this.lab.ask();
    await this.simulator.agree();
    await expect(this.band).toContainText('Stopped at wallet.issueCode, before');
    await expect(this.controls).toContainText('a breakpoint stands here');
  }

  /** The line on the device. */
  get band(): Locator {
    return this.simulator.device.getByRole('status').filter({ hasText: /^Stopped at/ });
  }

  get controls(): Locator {
    return this.simulator.inspector.getByRole('group', { name: /^Stopped before/ });
  }

  press(name: string): Promise<void> {
    return this.controls.getByRole('button', { name, exact: true }).click();
  }

  /** Why answers of the wallet's backend were not delivered. */
  async ignored() {
    const events = await this.simulator.trace();
    return events
      .filter((event) => event.type === 'hop.ignored' && event.step === 'wallet.issueCode')
      .map((event) => event.reason);
  }

  /** How the last hop at a step was answered. */
  async answer(step: string) {
    const events = await this.simulator.trace();
    return events.findLast((event) => event.type === 'hop.answered' && event.step === step);
  }
}

interface Conditions {
  step: string;
  where?: 'request' | 'answer';
  nth?: string;
  program?: string;
  persona?: string;
  scope?: string;
}

async function addBreakpoint({ page }: SimulatorPage, conditions: Conditions): Promise<void> {
  const { step, where = 'request', nth, program, persona, scope } = conditions;
  await page.getByRole('button', { name: 'Add a breakpoint' }).click();
  const form = page.getByRole('dialog', { name: 'Add a breakpoint' });
  await form.getByRole('combobox', { name: 'Step', exact: true }).selectOption(step);
  await form
    .getByRole('combobox', { name: 'Stop', exact: true })
    .selectOption(where === 'answer' ? 'Before its answer is delivered' : 'Before it is done');
  if (nth !== undefined) await form.getByRole('textbox', { name: 'Only the n-th time' }).fill(nth);
  if (program !== undefined) await form.getByRole('combobox', { name: 'Program' }).selectOption(program);
  if (persona !== undefined) await form.getByRole('combobox', { name: 'Persona' }).selectOption(persona);
  if (scope !== undefined) await form.getByRole('combobox', { name: 'Scope' }).fill(scope);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
}

test.describe('at a request', () => {
  let house: StoppedLab;
  test.beforeEach(async ({ page }) => {
    house = new StoppedLab(new SimulatorPage(page));
    await house.stopAtCode('request');
  });

  test('Continue lets it go on as it is', async () => {
    await house.press('Continue');
    expect(await house.lab.payload('success')).toHaveProperty('authCode');
  });

  test('Step lets it go on, and the next stops', async () => {
    await house.press('Step');
    await expect(house.band).toBeHidden();
    expect(await house.lab.payload('success')).toHaveProperty('authCode');
    await house.lab.ask();
    await expect(house.band).toContainText('Stopped at jsapi.getAuthCode');
    await expect(house.controls).toContainText('every step stops');
  });

  test('the request can be edited; what is no JSON is not sent', async () => {
    await house.press('Edit request');
    const field = house.controls.getByRole('textbox', { name: 'Request as JSON' });
    const request = JSON.parse(await field.inputValue());
    await field.fill('{"scopes":');
    await expect(house.controls.getByText(/This is not JSON/)).toBeVisible();
    await expect(house.controls.getByRole('button', { name: 'Send' })).toBeDisabled();
    await field.fill(JSON.stringify({ ...request, scopes: ['auth_base'] }));
    await house.press('Send');
    expect(await house.lab.payload('success')).toHaveProperty('authCode');
    const performed = (await house.simulator.trace()).filter((event) => event.type === 'hop.resumed');
    expect(performed.at(-1)).toMatchObject({ how: 'edit', edited: { scopes: ['auth_base'] } });
  });

  test('it can be answered in its place', async () => {
    await house.press('Answer in its place');
    await house.controls
      .getByRole('textbox', { name: 'Answer as JSON' })
      .fill('{"value":{"authCode":"0000000000001"}}');
    await house.press('Send');
    expect(await house.lab.payload('success')).toMatchObject({ authCode: '0000000000001' });
    expect(await house.answer('wallet.issueCode')).toMatchObject({ origin: 'edited' });
  });

  test('Fail it: a documented outcome, on the real path up to the program', async ({ page }) => {
    await house.press('Fail it');
    await page.getByRole('menuitem', { name: /The wallet's backend is down/ }).click();
    expect(await house.lab.payload('fail')).toHaveProperty('error');
    expect(await house.answer('wallet.issueCode')).toMatchObject({ origin: 'injected', code: '1002' });
    expect(await house.answer('spi.getAuthCode')).toMatchObject({ origin: 'performed', code: '1002' });
  });

  test('Drop: nothing comes, and the asker gives up in virtual time', async ({ page }) => {
    await house.press('Drop');
    await page.evaluate(() => window.miniauth.clock.jump(11_000));
    expect(await house.lab.payload('fail')).toHaveProperty('error');
    expect(await house.answer('wallet.issueCode')).toMatchObject({ origin: 'timeout' });
  });

  test('Twice: the answer comes two times, and only the first counts', async () => {
    await house.press('Twice');
    expect(await house.lab.payload('success')).toHaveProperty('authCode');
    expect(await house.ignored()).toEqual(['duplicate']);
    expect((await house.lab.order()).filter((what) => what === 'success')).toHaveLength(1);
  });

  test('Late: after its time limit unless told otherwise; the late answer is ignored', async ({ page }) => {
    await house.press('Late…');
    const field = house.controls.getByRole('textbox', { name: /Arrives later by/ });
    await expect(field).toHaveValue('11000');
    await field.fill('soon');
    await expect(house.controls.getByText(/Expected a number of milliseconds/)).toBeVisible();
    await expect(house.controls.getByRole('button', { name: 'Send' })).toBeDisabled();
    await field.fill('12000');
    await field.press('Enter');
    await page.evaluate(() => window.miniauth.clock.jump(15_000));
    expect(await house.lab.payload('fail')).toHaveProperty('error');
    expect(await house.ignored()).toEqual(['late']);
  });
});

test.describe('at an answer', () => {
  let house: StoppedLab;
  test.beforeEach(async ({ page }) => {
    house = new StoppedLab(new SimulatorPage(page));
    await house.stopAtCode('answer');
  });

  test('the answer that waits is shown, in the diagram, the table and in full; Continue delivers it', async ({
    page,
  }) => {
    await expect(house.band).toContainText('before its answer');
    await expect(page.getByRole('group', { name: 'Answer that waits' })).toContainText('authCode');
    await expect(
      page.getByRole('option', {
        name: /^answer, Platform to OAuthService: wallet.issueCode.*stopped.*breakpoint/,
      }),
    ).toBeVisible();
    await page.getByRole('tab', { name: 'Steps' }).click();
    await expect(page.getByRole('row', { name: /breakpoint wallet.issueCode/ })).toContainText(
      'answer stopped',
    );
    await house.press('Continue');
    expect(await house.lab.payload('success')).toHaveProperty('authCode');
    await expect(house.band).toBeHidden();
    await expect(page.getByText('answer stopped')).toHaveCount(0);
  });

  test('it can be edited, from what it is', async () => {
    await expect(house.controls.getByRole('button', { name: 'Edit request' })).toHaveCount(0);
    await house.press('Edit answer');
    const field = house.controls.getByRole('textbox', { name: 'Answer as JSON' });
    await expect(field).toHaveValue(/"authCode": "\d+"/);
    await field.fill('{"authCode":"1"}');
    await expect(house.controls.getByText(/An answer is/)).toBeVisible();
    await expect(house.controls.getByRole('button', { name: 'Send' })).toBeDisabled();
    await field.fill('{"value":{"authCode":"0000000000002"}}');
    await house.press('Send');
    expect(await house.lab.payload('success')).toMatchObject({ authCode: '0000000000002' });
    expect(await house.answer('wallet.issueCode')).toMatchObject({ origin: 'edited' });
  });

  test('Fail it puts a documented outcome in its place', async ({ page }) => {
    await house.press('Fail it');
    await page.getByRole('menuitem', { name: /The wallet's backend is down/ }).click();
    expect(await house.lab.payload('fail')).toHaveProperty('error');
    expect(await house.answer('wallet.issueCode')).toMatchObject({ code: '1002' });
  });

  test('Drop loses it, Twice doubles it, Late holds it back', async ({ page }) => {
    await house.press('Twice');
    expect(await house.lab.payload('success')).toHaveProperty('authCode');
    await house.lab.ask();
    await expect(house.band).toBeVisible();
    await house.press('Drop');
    await page.evaluate(() => window.miniauth.clock.jump(11_000));
    await expect.poll(() => house.answer('wallet.issueCode')).toMatchObject({ origin: 'timeout' });
    await house.lab.ask();
    await expect(house.band).toBeVisible();
    await house.press('Late…');
    await house.press('Send');
    await page.evaluate(() => window.miniauth.clock.jump(15_000));
    await expect.poll(() => house.ignored()).toEqual(['duplicate', 'late']);
  });
});

test('time stopped does not count: an hour passes, and no time limit strikes', async ({ page }) => {
  await page.clock.install();
  const house = new StoppedLab(new SimulatorPage(page));
  await house.stopAtCode('request');
  const now = () => page.evaluate(() => window.miniauth.clock.now());
  const before = await now();
  await page.clock.fastForward('01:00:00');
  expect(await now(), 'virtual time stands still').toBe(before);
  await house.press('Continue');
  expect(await house.lab.payload('success')).toHaveProperty('authCode');
  expect((await house.simulator.trace()).filter((event) => event.origin === 'timeout')).toEqual([]);
  await page.clock.fastForward('01:00:00');
  expect((await now()) - before, 'and goes on').toBeGreaterThanOrEqual(3_600_000);
});

test('several stopped at once: each can be gone to and decided on', async ({ page }) => {
  const simulator = new SimulatorPage(page);
  const house = new StoppedLab(simulator);
  await simulator.open({ program: 'api-lab' });
  await page.evaluate(() => window.miniauth.pause());
  const frame = await simulator.frame();
  await frame.evaluate(() => {
    const { my } = window as unknown as { my: Record<string, (options: object) => Promise<unknown>> };
    for (const name of ['getSystemInfo', 'getSiteInfo'])
      my[name]?.({}).then((answer) => document.body.append(` ${name}: ${JSON.stringify(answer)} `));
  });
  await expect(house.band).toContainText('Stopped at jsapi.getSystemInfo, before it is done and 1 more');
  await page.getByRole('button', { name: /^jsapi.getSiteInfo/ }).click();
  await house.press('Answer in its place');
  await house.controls
    .getByRole('textbox', { name: 'Answer as JSON' })
    .fill('{"value":{"success":{"siteName":"NOWHERE"}}}');
  await house.press('Send');
  await expect(simulator.program.getByText(/NOWHERE/)).toBeVisible();
  await page.getByRole('button', { name: /^jsapi.getSystemInfo/ }).click();
  await house.press('Continue');
  await expect(simulator.program.getByText(/getSystemInfo:/)).toBeVisible();
});

test('Step stops at answers, too, when it is told to', async ({ page }) => {
  const simulator = new SimulatorPage(page);
  const house = new StoppedLab(simulator);
  await simulator.open({ program: 'api-lab' });
  await simulator.inspector.getByRole('button', { name: 'Pause' }).click();
  await house.lab.choose(['auth_base']);
  await house.lab.ask();
  const answersToo = house.controls.getByRole('switch', { name: 'Step stops at answers, too' });
  await answersToo.click();
  await expect(answersToo).toBeChecked();
  for (const place of [
    'jsapi.getAuthCode, before it is done',
    'spi.getAuthorizedScopes, before it is done',
  ]) {
    await expect(house.band).toContainText(place);
    await simulator.inspector.getByRole('button', { name: 'Step', exact: true }).first().click();
  }
  await expect(house.band).toContainText('Stopped at spi.getAuthorizedScopes, before its answer');
});

test.describe('breakpoints', () => {
  test('K sets one on the selected step and takes it back; the next run stops there', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    const house = new StoppedLab(simulator);
    await simulator.open({ program: 'api-lab' });
    await house.lab.choose(['auth_base']);
    await house.lab.ask();
    await house.lab.payload('success');
    await page.getByRole('tab', { name: 'Steps' }).click();
    await page
      .getByRole('row', { name: /spi.getAuthCode/ })
      .first()
      .click();
    await page.keyboard.press('k');
    const toggle = simulator.inspector.getByRole('button', { name: 'Breakpoint', exact: true });
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('row', { name: /breakpoint spi.getAuthCode/ }).first()).toBeVisible();
    await house.lab.ask();
    await expect(house.band).toContainText('Stopped at spi.getAuthCode, before it is done');
    // What was selected stays; the stop is one press away.
    await simulator.inspector.getByRole('button', { name: /^spi.getAuthCode ?before it is done/ }).click();
    await house.press('Continue');
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await house.lab.ask();
    await expect
      .poll(async () => (await simulator.steps()).filter((step) => step === 'jsapi.getAuthCode').length)
      .toBe(3);
    await expect(house.band).toBeHidden();
  });

  test('each condition: the n-th time, program, persona, scope', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    const house = new StoppedLab(simulator);
    await simulator.open({ program: 'api-lab' });
    const list = page.getByRole('region', { name: 'Breakpoints' });
    await addBreakpoint(simulator, { step: 'spi.getAuthorizedScopes', nth: '2' });
    await addBreakpoint(simulator, { step: 'spi.getAuthorizedScopes', program: 'Corner Shop' });
    await addBreakpoint(simulator, {
      step: 'spi.getAuthorizedScopes',
      persona: 'Omar Al-Jubouri · granted before',
    });
    await addBreakpoint(simulator, { step: 'spi.getAuthorizedScopes', scope: 'auth_user' });
    const hits = () => list.getByRole('listitem').allTextContents();
    await house.lab.choose(['auth_base']);
    await house.lab.ask();
    await house.lab.payload('success');
    expect((await hits()).map((text) => /not hit yet/.test(text))).toEqual([true, true, true, true]);
    await house.lab.ask();
    await expect(house.band).toBeVisible();
    await house.press('Continue');
    await expect
      .poll(hits)
      .toEqual([
        expect.stringMatching(/only time 2.*1 hit/),
        expect.stringMatching(/Corner Shop.*not hit yet/),
        expect.stringMatching(/Omar.*not hit yet/),
        expect.stringMatching(/auth_user.*not hit yet/),
      ]);
    await house.lab.choose(['auth_user']);
    await house.lab.ask();
    await expect(house.band).toBeVisible();
    await expect(list.getByRole('listitem').nth(3)).toContainText('1 hit');
    await list
      .getByRole('switch', { name: /is on$/ })
      .nth(3)
      .click();
    await expect(list.getByRole('switch', { name: /is on$/ }).nth(3)).not.toBeChecked();
    await list
      .getByRole('button', { name: /^Remove breakpoint/ })
      .nth(0)
      .click();
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await house.press('Continue');
    await simulator.start({ program: 'api-lab', persona: 'omar' });
    await house.lab.choose(['auth_base']);
    await house.lab.ask();
    await expect(house.band).toBeVisible();
    await expect(list.getByRole('listitem').nth(1)).toContainText('1 hit');
  });

  test('any step can be typed; bad input says what was expected and loses nothing', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab' });
    await page.getByRole('button', { name: 'Add a breakpoint' }).click();
    const form = page.getByRole('dialog', { name: 'Add a breakpoint' });
    await form.getByRole('combobox', { name: 'Step', exact: true }).selectOption('Another step…');
    const name = form.getByRole('textbox', { name: 'Name of the step' });
    await name.fill('whatever');
    await form.getByRole('textbox', { name: 'Only the n-th time' }).fill('0');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText(/Expected the name of a step/)).toBeVisible();
    await expect(form.getByText(/Expected a whole number/)).toBeVisible();
    await expect(name).toHaveValue('whatever');
    await name.fill('jsapi.vibrate');
    await form.getByRole('textbox', { name: 'Only the n-th time' }).fill('');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toBeHidden();
    const frame = await simulator.frame();
    await frame.evaluate(() => {
      const { my } = window as unknown as { my: Record<string, (options: object) => Promise<unknown>> };
      my.vibrate?.({}).catch(() => undefined);
    });
    await expect(simulator.device.getByText(/Stopped at jsapi.vibrate/)).toBeVisible();
    await page.getByRole('button', { name: /^Edit breakpoint at jsapi.vibrate/ }).click();
    const edited = page.getByRole('dialog', { name: 'Edit the breakpoint' });
    await edited
      .getByRole('combobox', { name: 'Stop', exact: true })
      .selectOption('Before its answer is delivered');
    await edited.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('region', { name: 'Breakpoints' })).toContainText('before its answer');
  });
});

test('on a phone everything at a stop is reachable', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const simulator = new SimulatorPage(page);
  const house = new StoppedLab(simulator);
  await simulator.open({ program: 'api-lab' });
  await page.getByRole('button', { name: /^Choose program/ }).click();
  await addBreakpoint(simulator, { step: 'spi.getAuthCode', where: 'answer' });
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await house.lab.choose(['auth_base']);
  await house.lab.ask();
  await expect(house.band).toContainText('Stopped at spi.getAuthCode, before its answer');
  await page.getByRole('button', { name: 'Show it in the inspector' }).click();
  await house.press('Late…');
  await house.press('Cancel');
  await house.press('Continue');
  await page.getByRole('button', { name: 'Close the inspector' }).click();
  expect(await house.lab.payload('success')).toHaveProperty('authCode');
});

for (const theme of ['light', 'dark'])
  test(`axe finds nothing at a stop, in the lists and in the forms (${theme})`, async ({ page }) => {
    const house = new StoppedLab(new SimulatorPage(page));
    await house.stopAtCode('answer', { theme });
    await page.evaluate(() => window.miniauth.rule({ at: 'spi.getAuthCode', outcome: '1003' }));
    const clean = async (...places: string[]) => {
      const axe = places.reduce((builder, place) => builder.include(place), new AxeBuilder({ page }));
      const { violations } = await axe.exclude('iframe').analyze();
      expect(
        violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(', ')}`),
      ).toEqual([]);
    };
    const detail = 'section[aria-label="Selected step"]';
    await house.press('Late…');
    await clean(detail, 'section[aria-label="Rules"]', 'section[aria-label="Breakpoints"]', '[role=listbox]');
    await house.press('Edit answer');
    await clean(detail);
    for (const name of ['Add a breakpoint', 'Add a rule']) {
      await page.getByRole('button', { name }).click();
      const form = page.getByRole('dialog', { name });
      await form.getByRole('combobox', { name: 'Step', exact: true }).selectOption('Another step…');
      await clean('dialog[open]');
      await page.keyboard.press('Escape');
    }
  });
