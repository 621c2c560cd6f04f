import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

/** Signs in in the shop: eleven steps. */
async function signIn(page: Page, dialect = 'mini-program-platform'): Promise<SimulatorPage> {
  const simulator = new SimulatorPage(page);
  await simulator.open({ dialect });
  await simulator.program.getByRole('button', { name: 'Sign in' }).click();
  await simulator.agree();
  await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  return simulator;
}

const stopped = (simulator: SimulatorPage) => simulator.device.getByText(/Stopped at/);
const button = (simulator: SimulatorPage, name: string) =>
  simulator.inspector.getByRole('button', { name, exact: true });

async function selectStep(simulator: SimulatorPage, step: string, which: 'first' | 'last' = 'last') {
  await simulator.inspector.getByRole('tab', { name: 'Steps' }).click();
  await simulator.inspector.getByRole('row').getByText(step, { exact: true })[which]().click();
}

test.describe('Back and Run again from here', () => {
  test('Back stops before the step before, once more before the one before that, and Run ends as then', async ({
    page,
  }) => {
    const simulator = await signIn(page);
    const steps = await simulator.steps();
    await button(simulator, 'Back').click();
    await expect(stopped(simulator)).toContainText(String(steps.at(-2)));
    await expect(simulator.program.getByText('Signing in…')).toBeVisible();
    expect(await simulator.steps()).toEqual(steps.slice(0, -1));
    await page.keyboard.press('z');
    await expect(stopped(simulator)).toContainText(String(steps.at(-3)));
    expect(await simulator.steps()).toEqual(steps.slice(0, -2));
    await button(simulator, 'Run').click();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
    expect(await simulator.steps()).toEqual(steps);
    expect(await simulator.notices()).not.toContain('diverged');
  });

  test('Run again from here is live from the selected step on: the user is asked, and may refuse', async ({
    page,
  }) => {
    const simulator = await signIn(page);
    await selectStep(simulator, 'user.authorize');
    await button(simulator, 'Run again from here').click();
    await expect(simulator.dialog).toBeVisible();
    await simulator.dialog.getByRole('button', { name: 'Reject' }).click();
    await expect(simulator.program.getByText('Code 11')).toBeVisible();
    await expect(simulator.inspector.getByRole('heading', { level: 3 })).toContainText('The user decides');
  });

  test('there is nothing before the first step', async ({ page }) => {
    const simulator = await signIn(page);
    await selectStep(simulator, 'jsapi.getAuthCode', 'first');
    await expect(button(simulator, 'Back')).toBeDisabled();
    await page.keyboard.press('g');
    await expect(simulator.dialog).toBeVisible();
  });
});

test.describe('the control bar', () => {
  test('what does not fit is in its menu, and the keyboard reaches everything in reading order', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const simulator = await signIn(page);
    await page.getByRole('button', { name: 'Open the inspector' }).click();
    const bar = simulator.inspector.getByRole('toolbar', { name: 'Controls' });
    const box = await bar.boundingBox();
    for (const one of await bar.getByRole('button').all()) {
      const { x = 0, width = 0 } = (await one.boundingBox()) ?? {};
      expect(x).toBeGreaterThanOrEqual(box?.x ?? 0);
      expect(x + width).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
    }
    await bar.getByRole('button', { name: 'Pause' }).focus();
    const names: string[] = [];
    for (let i = 0; i < 12; i++) {
      const name = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused?.closest('[role=toolbar]')) return undefined;
        return focused.getAttribute('aria-label') ?? focused.textContent;
      });
      if (name === undefined) break;
      names.push(name);
      await page.keyboard.press('Tab');
    }
    expect(names.map((name) => name.replace(/[\d:]{8}/, 'time').trim())).toEqual([
      'Pause',
      'Back',
      'Run again from here',
      'Stop',
      'time',
      'More',
    ]);
    await page.evaluate(() => window.miniauth.clock.speed(100));
    await expect(bar.getByRole('button', { name: /^Virtual time/ })).toContainText('at 100×');
    const more = bar.getByRole('button', { name: 'More' });
    await expect
      .poll(async () => {
        const { x = 0, width = 0 } = (await more.boundingBox()) ?? {};
        return x + width <= (box?.x ?? 0) + (box?.width ?? 0);
      })
      .toBe(true);
    await more.click();
    await page.getByRole('menuitem', { name: /^Reset/ }).click();
    await expect(simulator.program.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });

  test('every key is in its tooltip and in the sheet of keys', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    for (const [name, key] of [
      ['Run again from here', 'G'],
      [/^Virtual time/, 'J'],
    ] as const) {
      const one = simulator.inspector.getByRole('button', { name }).first();
      await expect(one).toHaveAttribute('aria-keyshortcuts', key);
      await expect(one).toHaveAttribute('data-tip-key', key);
    }
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys and help' });
    for (const [key, what] of [
      ['Z', 'Back'],
      ['G', 'Run again from here'],
      ['T', 'Freeze the clock, or let it go on'],
      ['J', 'Let the clock jump'],
    ])
      await expect(sheet.getByText(what ?? '', { exact: true }).locator('..')).toContainText(key ?? '');
  });
});

test.describe('a step as it was then', () => {
  test('the state after it, which cannot be changed, and the way back to now', async ({ page }) => {
    const simulator = await signIn(page);
    const { inspector } = simulator;
    await selectStep(simulator, 'wallet.issueCode');
    await inspector.getByRole('tab', { name: 'State' }).click();
    await expect(inspector.getByRole('status').filter({ hasText: 'As it was' })).toContainText(
      'As it was after step 8 (wallet.issueCode)',
    );
    const codes = inspector.getByRole('group', { name: 'Auth codes' });
    await expect(codes.getByText('live', { exact: true })).toBeVisible();
    await expect(inspector.getByRole('group', { name: 'Tokens' })).toContainText('No tokens yet');
    await expect(inspector.getByRole('switch', { name: 'Grant auth_user' })).toBeDisabled();
    await expect(inspector.getByRole('switch', { name: 'Grant auth_user' })).toBeChecked();
    await expect(inspector.getByRole('button', { name: /^(Go to|Forget|Expire)/ })).toHaveCount(0);
    await inspector.getByRole('button', { name: 'Back to now' }).click();
    await expect(codes.getByText('exchanged', { exact: true })).toBeVisible();
    await expect(inspector.getByRole('switch', { name: 'Grant auth_user' })).toBeEnabled();
  });

  test('what it changed, and how it differs from the one of its kind before', async ({ page }) => {
    const simulator = await signIn(page);
    const { inspector } = simulator;
    await selectStep(simulator, 'openapi.applyToken');
    await inspector.getByRole('tab', { name: 'Changes' }).click();
    const changed = inspector.getByRole('region', { name: 'What it changed' });
    await expect(changed.getByRole('listitem').filter({ hasText: 'Auth code' })).toContainText(
      /changed.*live.*exchanged/,
    );
    await expect(changed.getByRole('listitem').filter({ hasText: 'Access token' })).toContainText('added');
    await inspector.getByRole('row').getByText('spi.getAuthCode', { exact: true }).last().click();
    const answer = inspector.getByRole('region', { name: 'Answer' });
    await expect(answer.getByRole('listitem').filter({ hasText: 'value.error' })).toContainText('gone');
    await expect(answer.getByRole('listitem').filter({ hasText: 'value.authCode' })).toContainText('added');
    await expect(inspector.getByRole('region', { name: 'Request' })).toContainText(
      'The request is the same.',
    );
    await changed.getByRole('button', { name: 'Show all of the state then' }).click();
    await expect(inspector.getByText('As it was after step 7')).toBeVisible();
  });

  test('the screen: the dialog while the user was asked, the program before and after', async ({ page }) => {
    const simulator = await signIn(page);
    const { inspector } = simulator;
    await selectStep(simulator, 'user.authorize');
    await inspector.getByRole('tab', { name: 'Screen' }).click();
    const asked = inspector.getByRole('figure', { name: 'When it was asked' });
    await expect(asked).toContainText('Corner Shop wants to');
    await expect(inspector.getByRole('figure', { name: 'After its answer' })).not.toContainText('wants to');
    await inspector.getByRole('row').getByText('merchant.request', { exact: true }).click();
    const shown = inspector.getByRole('figure', { name: 'After its answer' }).frameLocator('iframe');
    await expect(shown.getByText(/^Welcome, /)).toBeAttached();
    await expect(asked.frameLocator('iframe').getByText('Signing in…')).toBeAttached();
    expect(await simulator.device.locator('iframe').count()).toBe(1);
  });
});

test.describe('Fail it, on a step that has happened', () => {
  for (const [dialect, code, elsewhere] of [
    ['mini-program-platform', '11', '1001 in Qi wallet'],
    ['qi', '1001', '11 in '],
  ] as const)
    test(`in the shop under ${dialect}: the run is done again to it, and fails with ${code}`, async ({
      page,
    }) => {
      const simulator = await signIn(page, dialect);
      const { inspector } = simulator;
      await selectStep(simulator, 'user.authorize');
      await button(simulator, 'Fail it').click();
      const item = page.getByRole('menuitem', { name: /The user closes the sheet/ });
      await expect(item).toContainText(code);
      await expect(item).toContainText(elsewhere);
      await item.click();
      await expect(simulator.program.getByText(`Code ${code}`)).toBeVisible();
      await expect(simulator.dialog).toBeHidden();
      await expect(inspector.getByRole('heading', { level: 3 })).toContainText('The user decides');
      await expect(inspector.getByText('injected: The user closes the sheet')).toBeVisible();
      await simulator.program.getByRole('button', { name: 'Try again' }).click();
      await expect(simulator.dialog).toBeVisible();
    });

  test('in the loyalty card: what was joined before is joined again, one request is refused', async ({
    page,
  }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'loyalty-card' });
    const { program } = simulator;
    await program.getByRole('button', { name: 'Join' }).click();
    await expect(program.getByText('40 points', { exact: true })).toBeVisible();
    await program.getByRole('link', { name: 'Extras', exact: true }).click();
    await program.getByRole('button', { name: 'Personalise my card' }).click();
    await simulator.agree();
    await expect(program.getByText(/^Your card says Lena/)).toBeVisible();
    await selectStep(simulator, 'user.authorize');
    await button(simulator, 'Fail it').click();
    await page.getByRole('menuitem', { name: /^The user rejects/ }).click();
    await expect(program.getByRole('alert')).toContainText('You did not agree');
    await expect(program.getByText(/^Your card says Lena/)).toHaveCount(0);
    await button(simulator, 'Back').click();
    await expect(stopped(simulator)).toContainText('spi.showAuthPage');
    await button(simulator, 'Run').click();
    await simulator.agree();
    await expect(program.getByText(/^Your card says Lena/)).toBeVisible();
  });

  test('the next time, or every time, is a rule', async ({ page }) => {
    const simulator = await signIn(page);
    await selectStep(simulator, 'merchant.request');
    await button(simulator, 'Fail it').click();
    await page.getByRole('combobox', { name: 'When' }).selectOption('next');
    await page.getByRole('menuitem', { name: /^No network/ }).click();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
    await expect(simulator.inspector.getByText(/^Chosen:/)).toBeVisible();
  });
});

test.describe('while a run is done again', () => {
  test('it is said, on the device and in the inspector, and can be cancelled where it is', async ({
    page,
  }) => {
    await page.clock.install();
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'all-inputs' });
    const { program, inspector, device } = simulator;
    // A button that is there a while later: while the page's clock stands, it never comes.
    await program.getByRole('button', { name: 'Load' }).click();
    await program.getByRole('button', { name: 'Choose apple' }).click();
    await program.getByRole('button', { name: 'Inside' }).click();
    await simulator.until('hop.answered', 'jsapi.setStorage');
    await page.clock.pauseAt(Date.now() + 3_600_000);
    await selectStep(simulator, 'jsapi.setStorage');
    await page.keyboard.press('g');
    const said = /^Doing step|^Starting the program again/;
    await expect(device.getByText(said)).toBeVisible();
    await expect(inspector.getByText(said)).toBeVisible();
    await expect(inspector.getByRole('progressbar', { name: 'Steps done again' })).toBeVisible();
    await inspector
      .getByRole('toolbar')
      .getByRole('button', { name: /Virtual time/ })
      .click();
    await expect(page.getByText('It follows the recording while steps are done again.')).toBeVisible();
    await expect(page.getByRole('radio', { name: '100×' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await inspector.getByRole('button', { name: 'Cancel' }).click();
    await expect(device.getByText(said)).toHaveCount(0);
    await expect(button(simulator, 'Run')).toBeVisible();
    expect(await simulator.notices()).not.toContain('diverged');
  });

  test('a program that goes another way is stopped there, with what was expected and what it did', async ({
    page,
  }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'all-inputs' });
    const { program, inspector } = simulator;
    for (let i = 1; i <= 2; i++) {
      await program.getByRole('button', { name: 'Chance' }).click();
      await expect
        .poll(
          async () =>
            (await simulator.trace()).filter(
              (event) => event.type === 'hop.answered' && event.step === 'jsapi.setStorage',
            ).length,
        )
        .toBe(i);
    }
    await selectStep(simulator, 'jsapi.setStorage');
    await page.keyboard.press('g');
    const told = inspector.getByRole('alert');
    await expect(told).toContainText('The run went another way at jsapi.setStorage');
    await expect(told).toContainText(
      /Recorded.*jsapi\.setStorage \{"key":"chance".*This time.*jsapi\.setStorage/s,
    );
    await expect(stopped(simulator)).toContainText('jsapi.setStorage');
    await inspector.getByRole('button', { name: 'Close' }).click();
    await expect(told).toHaveCount(0);
  });

  test('a recording that is open goes back, too', async ({ page }) => {
    const first = await signIn(page);
    const steps = await first.steps();
    const file = await page.evaluate(async () => JSON.stringify(await window.miniauth.export()));
    await page.evaluate((session) => window.miniauth.import(session), file);
    await expect(first.inspector.getByText(/recording/i).first()).toBeVisible();
    await selectStep(first, 'merchant.request');
    await button(first, 'Back').click();
    await expect(stopped(first)).toContainText('wallet.issueCode');
    await button(first, 'Run').click();
    await expect(first.program.getByText(/^Welcome, /)).toBeVisible();
    expect(await first.steps()).toEqual(steps);
  });
});

for (const [theme, width, height] of [
  ['light', 390, 844],
  ['dark', 1440, 900],
] as const)
  test(`no accessibility violations in what is of then, ${theme}, ${width}×${height}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    const simulator = await signIn(page);
    const { inspector } = simulator;
    const check = async (where: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(
          ({ id, nodes }) => `${where}: ${id} at ${nodes.map((node) => node.target).join(', ')}`,
        ),
      ).toEqual([]);
    };
    if (width < 900) {
      await page.getByRole('button', { name: 'Open the inspector' }).click();
      await page.getByRole('button', { name: 'Make the inspector taller' }).click();
    }
    await selectStep(simulator, 'spi.getAuthCode');
    await inspector.getByRole('tab', { name: 'Changes' }).click();
    await expect(inspector.getByRole('region', { name: 'What it changed' })).toBeVisible();
    await check('changes');
    await inspector.getByRole('tab', { name: 'Screen' }).click();
    await expect(inspector.getByRole('figure').first()).toBeVisible();
    await check('screen');
    await inspector.getByRole('tab', { name: 'State' }).click();
    await expect(inspector.getByText(/^As it was after step/)).toBeVisible();
    await check('state of then');
    await button(simulator, 'Fail it').click();
    await check('fail it');
    await page.keyboard.press('Escape');
    await inspector
      .getByRole('toolbar')
      .getByRole('button', { name: /Virtual time/ })
      .click();
    await expect(page.getByRole('dialog', { name: 'Virtual time' })).toBeVisible();
    await check('clock');
  });
