import { expect, type Page, test } from '@playwright/test';
import { ApiLab } from './api-lab.ts';
import { SimulatorPage } from './simulator-page.ts';

test.describe('codes and tokens', () => {
  let simulator: SimulatorPage;
  let lab: ApiLab;

  test.beforeEach(async ({ page }) => {
    simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab' });
    lab = new ApiLab(simulator);
    await lab.choose(['auth_base']);
    await lab.ask();
    await lab.payload('success');
  });

  const jump = (page: Page, ms: number) => page.evaluate((by) => window.miniauth.clock.jump(by), ms);
  const lastCode = async (step: string) =>
    (await simulator.trace()).filter((event) => event.type === 'hop.answered' && event.step === step).at(-1)
      ?.code;

  test('a code is exchanged once; the second time it is USED_CODE and ends the token family', async () => {
    expect(await lab.server('Exchange the code')).toMatchObject({ data: { ok: true } });
    expect(await lab.server('Exchange the same code again')).toMatchObject({
      data: { ok: false, resultCode: 'USED_CODE' },
    });
    expect(await lab.server('Ask for the user')).toMatchObject({
      data: { ok: false, resultCode: 'INVALID_ACCESS_TOKEN' },
    });
  });

  test('a code expires after ten minutes', async ({ page }) => {
    await jump(page, 600_001);
    expect(await lab.server('Exchange the code')).toMatchObject({
      data: { ok: false, resultCode: 'EXPIRED_CODE' },
    });
  });

  test('an access token expires after an hour, and the refresh token renews it', async ({ page }) => {
    await lab.server('Exchange the code');
    await jump(page, 3_600_001);
    expect(await lab.server('Ask for the user')).toMatchObject({
      data: { resultCode: 'EXPIRED_ACCESS_TOKEN' },
    });
    expect(await lab.server('Refresh the token')).toMatchObject({ data: { ok: true } });
    expect(await lab.server('Ask for the user')).toMatchObject({ data: { ok: true } });
  });

  test('a refresh token is used once; reuse ends the family', async ({ page }) => {
    await lab.server('Exchange the code');
    const kept = await page.evaluate(() => {
      const tokens = (
        window.miniauth.state() as { wallet: { tokens: Record<string, { kind: string; token: string }> } }
      ).wallet.tokens;
      return Object.values(tokens).find((token) => token.kind === 'refresh')?.token;
    });
    await lab.server('Refresh the token');
    const used = await page.evaluate((token) => {
      const tokens = (window.miniauth.state() as { wallet: { tokens: Record<string, { status: string }> } })
        .wallet.tokens;
      return tokens[token ?? '']?.status;
    }, kept);
    expect(used).toBe('used');
  });

  test('revoke kills both tokens', async () => {
    await lab.server('Exchange the code');
    expect(await lab.server('Revoke the token')).toMatchObject({ data: { ok: true } });
    expect(await lab.server('Ask for the user')).toMatchObject({ data: { ok: false } });
    expect(await lastCode('openapi.inquiryUserInfo')).toBe('INVALID_ACCESS_TOKEN');
    expect(await lab.server('Refresh the token')).toMatchObject({ data: { ok: false } });
    expect(await lastCode('openapi.applyToken')).toBe('INVALID_REFRESH_TOKEN');
  });

  test('withdrawing the consent ends the tokens that came of it', async ({ page }) => {
    await lab.choose(['auth_user']);
    await lab.ask();
    await simulator.agree();
    await expect.poll(() => lab.order()).toContain('promise resolved');
    await lab.server('Exchange the code');
    await page.evaluate(() => {
      const state = window.miniauth.state() as {
        wallet: { grants: Record<string, Record<string, object>> };
      };
      const persona = window.miniauth.current?.persona ?? '';
      for (const client of Object.keys(state.wallet.grants[persona] ?? {}))
        window.miniauth.grant(persona, client, ['auth_user'], false);
    });
    expect(await lab.server('Ask for the user')).toMatchObject({ data: { ok: false } });
  });

  test('no token ever reaches the program', async ({ page }) => {
    await lab.server('Exchange the code');
    const tokens = await page.evaluate(() =>
      Object.keys((window.miniauth.state() as { wallet: { tokens: object } }).wallet.tokens),
    );
    expect(tokens.length).toBeGreaterThan(0);
    const sent = await page.evaluate(() =>
      JSON.stringify(window.miniauth.trace({ raw: true }).filter((event) => event.type === 'raw')),
    );
    for (const token of tokens) expect(sent).not.toContain(token);
  });
});
