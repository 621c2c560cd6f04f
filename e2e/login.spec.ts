import { expect, test } from '@playwright/test';
import { ApiLab } from './api-lab.ts';
import { SimulatorPage } from './simulator-page.ts';

test.describe('the main job', () => {
  test('first login: consent, code, exchange, welcome, in eleven steps', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect(simulator.dialog).toBeVisible();
    await simulator.agree();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
    expect(await simulator.steps()).toEqual([
      'jsapi.getAuthCode',
      'spi.getAuthorizedScopes',
      'spi.getAuthCode',
      'spi.showAuthPage',
      'user.authorize',
      'wallet.submitConsent',
      'spi.getAuthCode',
      'wallet.issueCode',
      'merchant.request',
      'openapi.applyToken',
      'openapi.inquiryUserInfo',
    ]);
  });

  test('the second login is silent: what was granted is not asked again', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab' });
    const lab = new ApiLab(simulator);
    await lab.choose(['auth_user']);
    await lab.ask();
    await simulator.agree();
    expect(await lab.payload('success')).toHaveProperty('authCode');
    await lab.ask();
    await expect.poll(() => lab.order()).toEqual(['success', 'complete', 'promise resolved']);
    const steps = await simulator.steps();
    expect(steps.filter((step) => step === 'user.authorize')).toHaveLength(1);
  });

  test('a silent scope never shows the dialog', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab' });
    const lab = new ApiLab(simulator);
    await lab.choose(['auth_base']);
    await lab.ask();
    expect(await lab.payload('complete')).toMatchObject({
      authSuccessScopes: ['auth_base'],
      authErrorScopes: {},
    });
    expect(await simulator.steps()).not.toContain('user.authorize');
  });

  test('a part is granted: the code comes with what was and what was not granted', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab' });
    const lab = new ApiLab(simulator);
    await lab.choose(['auth_user', 'USER_NAME']);
    await lab.ask();
    await simulator.dialog.getByRole('checkbox', { name: /USER_NAME/ }).uncheck();
    await simulator.agree();
    expect(await lab.payload('success')).toMatchObject({
      authCode: expect.stringMatching(/^\d{13}$/),
      authSuccessScopes: ['auth_user'],
      authErrorScopes: { USER_NAME: '10001' },
    });
  });

  test('success, then complete, then the promise; the same object each time', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab' });
    const lab = new ApiLab(simulator);
    await lab.choose(['auth_base']);
    await lab.ask();
    await expect.poll(() => lab.order()).toEqual(['success', 'complete', 'promise resolved']);
    expect(await lab.payload('success')).toEqual(await lab.payload('complete'));
    expect(await lab.payload('success')).toEqual(await lab.payload('promise resolved'));
  });
});

test.describe('personas and dialects', () => {
  test('one who granted before is not asked', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    const returning = await page.evaluate(() => {
      const grants = (
        window.miniauth.state() as { wallet: { grants: Record<string, Record<string, object>> } }
      ).wallet.grants;
      return Object.entries(grants).find(([, programs]) =>
        Object.values(programs).some((scopes) => 'auth_user' in scopes),
      )?.[0];
    });
    await simulator.start({ persona: returning ?? '' });
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
    expect(await simulator.steps()).not.toContain('user.authorize');
  });

  test('switching the persona switches grants and storage', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await simulator.agree();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
    const welcome = await simulator.program.getByText(/^Welcome, /).textContent();
    const [first, ...others] = await page.evaluate(() => window.miniauth.personas ?? []);
    await simulator.start({ persona: others.at(-1) ?? '' });
    await expect(simulator.program.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await simulator.start({ persona: first ?? '' });
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await expect(simulator.program.getByText(welcome ?? '')).toBeVisible();
    const events = await simulator.trace();
    expect(events.filter((e) => e.type === 'hop.requested' && e.step === 'user.authorize')).toHaveLength(1);
  });

  test('switching the dialect switches scopes, silence and the shape of the code', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab', dialect: 'qi' });
    const lab = new ApiLab(simulator);
    await lab.choose(['USER_LOGIN_ID']);
    await lab.ask();
    const qi = await lab.payload('complete');
    expect(Object.keys(qi)).toEqual(['authCode']);
    expect(qi.authCode).toMatch(/^[0-9A-Za-z]{32}$/);
    await simulator.start({ dialect: 'mini-program-platform' });
    await lab.choose(['USER_LOGIN_ID']);
    await lab.ask();
    await expect(simulator.dialog).toBeVisible();
  });
});
