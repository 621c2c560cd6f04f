import { expect, test } from '@playwright/test';
import { dialectById } from '../src/contract/dialects/index.ts';
import { ApiLab } from './api-lab.ts';
import { SimulatorPage } from './simulator-page.ts';

const DIALECTS = [
  { dialect: 'qi', cancelled: 1001, closed: 1001, back: 1001, away: 1001, late: 1003, broken: 1000 },
  { dialect: 'mini-program-platform', cancelled: 11, closed: 11, back: 11, away: 11, late: 10, broken: 3 },
  { dialect: 'besuperapp', cancelled: 11, closed: 11, back: 11, away: 10, late: 10, broken: 1005 },
  { dialect: 'alipay-cn', cancelled: 11, closed: 10, back: 3, away: 10, late: 12, broken: 3 },
];

for (const { dialect, cancelled, closed, back, away, late, broken } of DIALECTS) {
  test.describe(`the endings of the dialog in ${dialect}`, () => {
    let simulator: SimulatorPage;
    let lab: ApiLab;

    test.beforeEach(async ({ page }) => {
      simulator = new SimulatorPage(page);
      await simulator.open({ program: 'api-lab', dialect });
      lab = new ApiLab(simulator);
      await lab.choose(['auth_user']);
      await lab.ask();
      await expect(simulator.dialog).toBeVisible();
    });

    const failsWith = async (error: number) => {
      await expect(simulator.dialog).toBeHidden();
      expect(await lab.payload('fail')).toMatchObject({ error });
      await expect.poll(() => lab.order()).toEqual(['fail', 'complete', 'promise rejected']);
    };

    test('Agree gives a code', async () => {
      await simulator.agree();
      expect(await lab.payload('success')).toHaveProperty('authCode');
    });

    test('Reject is a refusal', async () => {
      await simulator.dialog.getByRole('button', { name: 'Reject' }).click();
      await failsWith(cancelled);
    });

    test('Close is a refusal', async () => {
      await simulator.dialog.getByRole('button', { name: 'Close' }).click();
      await failsWith(closed);
    });

    test('Escape is a refusal', async ({ page }) => {
      await page.keyboard.press('Escape');
      await failsWith(back);
    });

    test('the app going to the background is a refusal', async ({ page }) => {
      await page.evaluate(() => window.miniauth.setForeground(false));
      await failsWith(away);
    });

    test('nobody answering in time is a timeout', async ({ page }) => {
      await page.evaluate(() => window.miniauth.clock.jump(121_000));
      await failsWith(late);
    });

    const ticks = dialectById(dialect)?.consent.perScopeTicks;
    test(ticks ? 'agreeing to nothing is a refusal' : 'there is nothing to untick', async () => {
      const tick = simulator.dialog.getByRole('checkbox', { name: /auth_user/ });
      await expect(tick).toHaveCount(ticks ? 1 : 0);
      if (!ticks) return;
      await tick.uncheck();
      await simulator.agree();
      await failsWith(cancelled);
    });
  });

  test(`the host failing to show the dialog ends the call with ${broken} in ${dialect}`, async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab', dialect });
    await simulator.rule('user.authorize', { reply: { value: { ending: 'failed', message: 'no screen' } } });
    const lab = new ApiLab(simulator);
    await lab.choose(['auth_user']);
    await lab.ask();
    expect(await lab.payload('fail')).toMatchObject({ error: broken });
  });
}

test.describe('the caller goes away in mid-consent', () => {
  test('reload: the dialog closes, nothing is granted, no callback runs, the trace says caller gone', async ({
    page,
  }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect(simulator.dialog).toBeVisible();
    await page.evaluate(() => window.miniauth.reload());
    await expect(simulator.dialog).toBeHidden();
    await expect(simulator.program.getByRole('button', { name: 'Sign in' })).toBeVisible();
    const events = await simulator.trace();
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'hop.abandoned', step: 'jsapi.getAuthCode', reason: 'callerGone' }),
    );
    expect(
      events.filter((event) => event.type === 'hop.requested' && event.step === 'wallet.submitConsent'),
    ).toEqual([]);
  });

  test('the program navigates itself: the dialog closes and the next page is alive', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'page-kit' });
    const frame = await simulator.frame();
    await frame.evaluate(() => {
      (window as unknown as { my: { getAuthCode(o: object): void } }).my.getAuthCode({
        scopes: ['auth_user'],
        fail() {},
      });
    });
    await expect(simulator.dialog).toBeVisible();
    await frame.evaluate(() => {
      location.href = '/sub/second.html';
    });
    await expect(simulator.dialog).toBeHidden();
    await expect(simulator.program.getByRole('heading', { name: 'Second page' })).toBeVisible();
    await expect(simulator.program.locator('#my')).toHaveText('function');
  });
});

test.describe('the dialog is the host’s', () => {
  test('its buttons cannot be pressed before it is armed, and can be after', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({}, { arming: 600_000 });
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect(simulator.dialog.getByRole('button', { name: 'Agree' })).toBeDisabled();
    await page.evaluate(() => window.miniauth.setPolicies({ consentArming: 0 }));
    await expect(simulator.dialog.getByRole('button', { name: 'Agree' })).toBeEnabled();
  });

  test('it is armed by an animation, also when timers stand still', async ({ page }) => {
    await page.clock.install();
    const simulator = new SimulatorPage(page);
    await simulator.open({}, { arming: 500 });
    await page.clock.pauseAt(Date.now() + 3_600_000);
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await simulator.agree();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  });

  test('it says who asks, who the user is, and what each scope would give away', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect(simulator.dialog).toContainText('Corner Shop');
    await expect(simulator.dialog.getByRole('checkbox', { name: /auth_user/ })).toBeChecked();
    await expect(simulator.dialog.getByRole('button', { name: 'Reject' })).toBeFocused();
  });

  test('a scope of one wallet alone is asked for in plain words, as a bare string too', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab', dialect: 'alipay-cn' });
    const lab = new ApiLab(simulator);
    await lab.choose(['auth_zhima']);
    await simulator.program.getByText('How the call is made').click();
    await simulator.program.getByRole('radio', { name: 'a bare string' }).check();
    await lab.ask();
    await expect(simulator.dialog).toContainText('See your Zhima credit information');
    await simulator.agree();
    expect(await lab.payload('success')).toMatchObject({
      authSuccessScopes: ['auth_zhima'],
      authErrorScopes: {},
    });
  });

  test('the keyboard stays inside: Tab goes round its controls', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect(simulator.dialog).toBeVisible();
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          () => document.activeElement === document.body || !!document.activeElement?.closest('dialog'),
        ),
      ).toBe(true);
    }
  });
});
