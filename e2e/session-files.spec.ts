import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

/** A login in the shop: eleven steps. */
async function login(page: Page): Promise<SimulatorPage> {
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'shop', dialect: 'mini-program-platform' });
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.agree();
  await expect(simulator.program.getByText('Welcome,')).toBeVisible();
  await simulator.until('hop.answered', 'merchant.request');
  // The page's keys are the page's: not the program's.
  await page.getByRole('tab', { name: 'Flow' }).click();
  return simulator;
}

async function exported(page: Page): Promise<{ name: string; text: string }> {
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export this session' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save file' }).click(),
  ]);
  await expect(dialog).toBeHidden();
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const fileOf = (text: string, name = 'session.miniauth.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

async function openFile(page: Page, text: string, name?: string): Promise<void> {
  await page.keyboard.press('o');
  await page.getByLabel('Choose a file', { exact: true }).last().setInputFiles(fileOf(text, name));
}

const secretsOf = (page: Page) =>
  page.evaluate(() => {
    const { wallet } = window.miniauth.state() as { wallet: { codes: object; tokens: object } };
    return [...Object.keys(wallet.codes), ...Object.keys(wallet.tokens)];
  });

test('a session is exported without secrets, opened in another page, walked through, and run again from a step', async ({
  page,
  context,
}) => {
  const first = await login(page);
  const recorded = await first.steps();
  const secrets = await secretsOf(page);
  const { name, text } = await exported(page);
  expect(name).toMatch(/^shop-mini-program-platform-\d{8}T\d{6}Z\.miniauth\.json$/);
  expect(secrets.length).toBeGreaterThan(1);
  for (const secret of secrets) expect(text).not.toContain(secret);

  const other = await context.newPage();
  const simulator = new SimulatorPage(other);
  await simulator.open({ program: 'api-lab' });
  await other.getByRole('tab', { name: 'Flow' }).click();
  await openFile(other, text, name);

  // Paused at its first step: nothing runs.
  const band = simulator.inspector.getByRole('region', { name: 'A recording' });
  await expect(band).toContainText('Corner Shop');
  await expect(band).toContainText(`Step 1 of ${recorded.length}`);
  await expect(simulator.device.locator('iframe[src*="shop"]')).toHaveCount(0);
  expect(await other.evaluate(() => window.miniauth.current)).toBeNull();
  const detail = simulator.inspector.getByRole('region', { name: 'Selected step' });
  await expect(detail.getByRole('heading', { level: 3 })).toContainText('Ask for an auth code');

  // Step by step, by button and by key.
  await band.getByRole('button', { name: 'Step after' }).click();
  await expect(detail).toContainText('spi.getAuthorizedScopes');
  await other.keyboard.press('s');
  await expect(detail).toContainText('spi.getAuthCode');
  await other.keyboard.press('Shift+S');
  await expect(band).toContainText(`Step 2 of ${recorded.length}`);
  await expect(band.getByRole('button', { name: 'Step before' })).toBeEnabled();

  for (let at = 2; at < recorded.length; at++) await other.keyboard.press('s');
  await expect(band.getByRole('button', { name: 'Step after' })).toBeDisabled();
  await band.getByRole('button', { name: 'Run again from here' }).click();
  await expect(simulator.program.getByText('Welcome,')).toBeVisible();
  await expect(band).toBeHidden();
  expect(await simulator.steps()).toEqual(recorded);
  expect(await simulator.notices()).not.toContain('diverged');
});

test('a recording is closed, and what was there before is back', async ({ page }) => {
  const simulator = await login(page);
  const before = await simulator.steps();
  const { text } = await exported(page);
  await page.evaluate(() => window.miniauth.open({ program: 'api-lab' }));
  await page.getByRole('tab', { name: 'Flow' }).click();
  await openFile(page, text);
  const band = simulator.inspector.getByRole('region', { name: 'A recording' });
  await band.getByRole('button', { name: 'Close' }).click();
  await expect(band).toBeHidden();
  await expect(simulator.device.locator('iframe')).toHaveAttribute('src', /api-lab/);
  expect(await simulator.steps()).toEqual(before);
});

test('a recording goes on live, with what was granted in it', async ({ page }) => {
  const simulator = await login(page);
  const { text } = await exported(page);
  await openFile(page, text);
  await simulator.inspector.getByRole('button', { name: 'Go on live' }).click();
  await expect(simulator.device.locator('iframe')).toHaveAttribute('src', /shop/);
  await expect.poll(() => page.evaluate(() => window.miniauth.current?.run)).toBe('r2');
  const granted = await page.evaluate(() => window.miniauth.grants.get().grants.map(({ scope }) => scope));
  expect(granted).toContain('auth_user');
});

test('files that cannot be opened say why, and change nothing', async ({ page }) => {
  const simulator = await login(page);
  const before = await simulator.trace();
  const alert = page.getByRole('dialog', { name: 'Open a file' }).getByRole('alert');
  for (const [name, text, said] of [
    ['newer.json', '{"format":"miniauth-session","version":99}', 'this file is of version 99'],
    ['cut.json', '{"format":"miniauth-session","events":[', 'expected JSON'],
    ['trace.har', '{"log":{"version":"1.2","entries":[]}}', 'This is a HAR'],
    ['other.json', '{"a":1}', 'neither a session nor a scenario'],
    ['scenario.json', '{"name":"x","play":[{"tap":7}]}', 'play[0]'],
  ] as const) {
    await openFile(page, text, name);
    await expect(alert).toContainText(`${name} cannot be opened`);
    await expect(alert).toContainText(said);
  }
  expect((await simulator.trace()).slice(0, before.length)).toEqual(before);
  await expect(simulator.program.getByText('Welcome,')).toBeVisible();
});

test('a file that is dropped on the page is opened', async ({ page }) => {
  const simulator = await login(page);
  const { text } = await exported(page);
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
    return transfer;
  }, text);
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: data });
  await expect(
    page.getByText('Drop a session, a scenario, or the folder or zip of a mini program here'),
  ).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(simulator.inspector.getByRole('region', { name: 'A recording' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'dropped.json is open' })).toBeVisible();
});

test('a recording of what this page does not have is looked at, not run', async ({ page }) => {
  const simulator = await login(page);
  const { text } = await exported(page);
  const elsewhere = text.replaceAll('"program":"shop"', '"program":"elsewhere"');
  await openFile(page, elsewhere);
  const band = simulator.inspector.getByRole('region', { name: 'A recording' });
  await expect(band).toContainText('does not have the program “elsewhere”');
  await expect(band.getByRole('button', { name: 'Run again from here' })).toBeDisabled();
  await expect(band.getByRole('button', { name: 'Go on live' })).toBeDisabled();
  await band.getByRole('button', { name: 'Step after' }).click();
  await expect(band).toContainText('Step 2 of');
  await band.getByRole('button', { name: 'Close' }).click();
  await expect(simulator.device.locator('iframe')).toHaveAttribute('src', /shop/);
});

test.describe('a reload of the page', () => {
  test('keeps the trace, however soon it comes, and the program goes on in it', async ({ page }) => {
    const simulator = await login(page);
    await page.evaluate(() =>
      window.miniauth.rule({ at: 'spi.getAuthCode', outcome: 'timeout', times: 'always' }),
    );
    const before = await simulator.trace();
    const steps = await simulator.steps();
    await page.reload();
    await page.evaluate(() => window.miniauth.ready);
    const after = await simulator.trace();
    expect(after.slice(0, before.length)).toEqual(before);
    expect((await simulator.steps()).slice(0, steps.length)).toEqual(steps);
    expect(await page.evaluate(() => window.miniauth.current?.run)).toBe('r2');
    await expect(
      simulator.program.getByText('Welcome,').or(simulator.program.getByText('Sign in')).first(),
    ).toBeVisible();
    expect(
      await page.evaluate(() => window.miniauth.grants.get().grants.map(({ scope }) => scope)),
    ).toContain('auth_user');
  });

  test('leaves a frozen clock where it was, and a pause, and breakpoints', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'shop' });
    const at = await page.evaluate(() => {
      window.miniauth.clock.freeze();
      window.miniauth.breakpoints.add({ at: 'user.authorize' });
      return window.miniauth.clock.now();
    });
    await page.reload();
    await page.evaluate(() => window.miniauth.ready);
    expect(await page.evaluate(() => [window.miniauth.clock.frozen, window.miniauth.clock.now()])).toEqual([
      true,
      at,
    ]);
    expect(await page.evaluate(() => window.miniauth.breakpoints.list())).toMatchObject([
      { at: 'user.authorize' },
    ]);
  });

  test('forgets what was reset', async ({ page }) => {
    const simulator = await login(page);
    await page.keyboard.press('Shift+R');
    await expect.poll(() => simulator.steps()).toEqual([]);
    await page.reload();
    await page.evaluate(() => window.miniauth.ready);
    expect(await simulator.steps()).toEqual([]);
  });

  test('shows the recording that was looked at, at its step', async ({ page }) => {
    const simulator = await login(page);
    const { text } = await exported(page);
    await openFile(page, text);
    const band = simulator.inspector.getByRole('region', { name: 'A recording' });
    await band.getByRole('button', { name: 'Step after' }).click();
    await page.reload();
    await expect(band).toContainText('Step 2 of');
    // What was there before the recording is kept, too.
    await band.getByRole('button', { name: 'Close' }).click();
    await expect(simulator.device.locator('iframe')).toHaveAttribute('src', /shop/);
    expect(await simulator.steps()).not.toEqual([]);
  });

  test('another tab begins afresh, one that copies the tab’s storage too', async ({ page, context }) => {
    await login(page);
    const stored = await page.evaluate(() => Object.entries(sessionStorage));
    const other = await context.newPage();
    await other.addInitScript((entries) => {
      for (const [key, value] of entries)
        if (sessionStorage.getItem(key) === null) sessionStorage.setItem(key, value);
    }, stored);
    const simulator = new SimulatorPage(other);
    await simulator.open({ program: 'shop' });
    expect(await simulator.steps()).toEqual([]);
  });

  test('of a session that cannot be read begins a new one, says so, and lets one save the other', async ({
    page,
  }) => {
    const simulator = await login(page);
    // As a newer version of this page would have left it.
    await page.evaluate(() =>
      addEventListener('pagehide', () => {
        const tail = JSON.parse(sessionStorage.getItem('miniauth:tail') ?? '{}');
        tail.head.version = 99;
        sessionStorage.setItem('miniauth:tail', JSON.stringify(tail));
      }),
    );
    await page.reload();
    await page.evaluate(() => window.miniauth.ready);
    await expect.poll(() => simulator.notices()).toContain('sessionSetAside');
    await expect(simulator.device.locator('iframe')).toHaveAttribute('src', /shop/);
    await page.getByRole('tab', { name: 'Flow' }).click();
    await page.keyboard.press('o');
    const dialog = page.getByRole('dialog', { name: 'Open a file' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save file' }).click(),
    ]);
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({ version: 99 });
  });

  test('without a database the page works, and says that it keeps nothing', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
    const simulator = await login(page);
    await expect.poll(() => simulator.notices()).toContain('sessionNotKept');
  });
});

test.describe('a link', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('carries everything, and opens the page so', async ({ page, context }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({
      program: 'shop',
      dialect: 'qi',
      persona: 'omar',
      seed: 'a seed/ä#1',
      clock: 'frozen',
      at: '20260131T120000Z',
    });
    expect(await page.evaluate(() => window.miniauth.clock.frozen)).toBe(true);
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await simulator.until('hop.answered', 'spi.getAuthorizedScopes');
    await page.getByRole('tab', { name: 'Steps' }).click();
    await page.getByRole('row', { name: /spi\.getAuthorizedScopes/ }).click();
    await page.keyboard.press('l');
    await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).search).toMatch(/^\?[A-Za-z0-9._/~=&%-]+$/);
    for (const part of [
      'program=shop',
      'dialect=qi',
      'persona=omar',
      'service=in-memory',
      'silentPolicy=',
      'failureShape=',
      'seed=',
      'clock=frozen',
      'speed=1',
    ])
      expect(link).toContain(part);

    const other = await context.newPage();
    const opened = new SimulatorPage(other);
    await other.goto(link);
    await other.evaluate(() => window.miniauth.ready);
    expect(await other.evaluate(() => window.miniauth.clock.now())).toBe(Date.UTC(2026, 0, 31, 12));
    expect((await other.evaluate(() => window.miniauth.export())).seed).toBe('a seed/ä#1');
    await opened.program.getByRole('button', { name: 'Sign in' }).click();
    await opened.until('hop.requested', 'spi.getAuthCode');
    // The step of the link is selected as soon as it exists, and stays so.
    await expect(opened.inspector.getByRole('region', { name: 'Selected step' })).toContainText(
      'spi.getAuthorizedScopes',
    );
  });

  test('that says what means nothing is told', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'shop', clock: 'sometimes', speed: '-3' });
    await expect
      .poll(async () => (await simulator.notices()).filter((code) => code === 'addressProblem').length)
      .toBe(2);
    await page.getByRole('tab', { name: /Notices/ }).click();
    await expect(simulator.inspector.getByText('clock=sometimes')).toBeVisible();
  });
});

test.describe('what is copied', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('has placeholders for secrets, unless one holds Shift', async ({ page }) => {
    const simulator = await login(page);
    const secrets = await secretsOf(page);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('tab', { name: 'Steps' }).click();
    await page.getByRole('row', { name: /openapi\.applyToken/ }).click();
    const answer = simulator.inspector.getByRole('group', { name: 'Answer' });
    await answer.getByRole('button', { name: 'Copy Answer' }).click();
    await expect(answer.getByRole('button', { name: /placeholders for secrets/ })).toBeVisible();
    const redacted = await copied();
    expect(redacted).toContain('accessToken·1');
    for (const secret of secrets) expect(redacted).not.toContain(secret);
    await answer.getByRole('button', { name: /placeholders/ }).click({ modifiers: ['Shift'] });
    await expect(answer.getByRole('button', { name: /with secrets/ })).toBeVisible();
    const whole = await copied();
    expect(secrets.some((secret) => whole.includes(secret))).toBe(true);

    // By selection, too.
    await answer.getByRole('button', { name: 'Raw' }).click();
    await answer.locator('pre').click({ clickCount: 3 });
    await page.keyboard.press('ControlOrMeta+c');
    for (const secret of secrets) expect(await copied()).not.toContain(secret);
  });
});

for (const theme of ['light', 'dark']) {
  test(`the dialogs and a recording are accessible, ${theme}`, async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'shop', theme });
    await page.getByRole('tab', { name: 'Flow' }).click();
    const { text } = await exported(page);
    const violations = async () => {
      const { violations: found } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
    };
    await page.keyboard.press('e');
    await expect(page.getByRole('dialog', { name: 'Export this session' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await openFile(page, '{}', 'broken.json');
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByLabel('Choose a file', { exact: true }).last().setInputFiles(fileOf(text));
    await expect(simulator.inspector.getByRole('region', { name: 'A recording' })).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await violations()).toEqual([]);
  });
}

test('a long recording is open before its values have been looked at; what is damaged is told then, and kept', async ({
  page,
}) => {
  await login(page);
  const { text } = await exported(page);
  const file = JSON.parse(text) as { events: object[]; payloads: [string, string][] };
  const first = file.events.find((event) => 'hop' in event) as { seq: number; at: number; hop: string };
  const last = file.events.at(-1) as { seq: number; at: number };
  const damaged = 'a'.repeat(64);
  const value = JSON.stringify('x'.repeat(4_100_000));
  file.payloads.push([damaged, value]);
  file.events.push({
    seq: last.seq + 1,
    at: last.at,
    type: 'hop.ignored',
    hop: first.hop,
    reason: 'late',
    reply: { ref: damaged, size: value.length },
  });
  await openFile(page, JSON.stringify(file), 'long.miniauth.json');
  const simulator = new SimulatorPage(page);
  await expect(simulator.inspector.getByRole('region', { name: 'A recording' })).toBeVisible();
  const alert = simulator.inspector.getByRole('alert');
  await expect(alert).toContainText('Some values of this recording are not what was written.');
  await expect(alert).toContainText(`payload ${damaged.slice(0, 12)}…: the text does not match its address.`);
  await expect(alert).toContainText(`hop.ignored of ${first.hop}.`);
  const { violations } = await new AxeBuilder({ page }).include('[role=alert]').analyze();
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => window.miniauth.damage())).toHaveLength(1);
  const again = await page.evaluate(() => window.miniauth.export({ secrets: 'kept' }));
  expect(again.payloads.find(([ref]) => ref === damaged)?.[1].length).toBe(value.length);
  await simulator.inspector.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(alert).toBeHidden();
});

test('while the file of a long session is made the page says how far that is, and it can be given up', async ({
  page,
}) => {
  await login(page);
  const values = await page.evaluate(async () => {
    const file = await window.miniauth.export({ secrets: 'kept' });
    const last = file.events.at(-1);
    const run = { type: 'picture' as const, run: 'r1', document: 'd1', at: last?.at ?? 0 };
    for (let n = 0; n < 300; n++) {
      const ref = n.toString(16).padStart(64, '0');
      const text = JSON.stringify({
        html: Array.from({ length: 3_000 }, (_, i) => `row ${n * i} `).join(''),
      });
      file.payloads.push([ref, text]);
      file.events.push({ ...run, seq: (last?.seq ?? 0) + 1 + n, picture: { ref, size: text.length } });
    }
    await window.miniauth.import(file);
    return file.payloads.length;
  });
  const dialog = page.getByRole('dialog', { name: 'Export this session' });
  const making = dialog.getByRole('progressbar', { name: 'Making the file…' });
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));

  await page.keyboard.press('e');
  await dialog.getByRole('button', { name: 'Save file' }).click();
  await expect(making).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save file' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const { text } = await exported(page);
  expect((JSON.parse(text) as { payloads: unknown[] }).payloads).toHaveLength(values);
  expect(downloads).toHaveLength(1);
});
