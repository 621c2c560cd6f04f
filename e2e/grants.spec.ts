import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { ApiLab } from './api-lab.ts';
import { SimulatorPage } from './simulator-page.ts';

const DIALECT = 'mini-program-platform';
const WEEK_OLD = { userInfo: 'EXPIRED_ACCESS_TOKEN', asked: false };
const PRESETS = [
  { name: 'First visit', userInfo: 'NO_SESSION', asked: true },
  { name: 'Returning', ...WEEK_OLD },
  { name: 'Partly granted', ...WEEK_OLD, asked: true },
  { name: 'Declined before', userInfo: 'NO_SESSION', asked: true },
  { name: 'Expired', userInfo: 'EXPIRED_ACCESS_TOKEN', asked: true },
  { name: 'Revoked outside', userInfo: 'INVALID_ACCESS_TOKEN', asked: true },
];

test.describe('where the user stands, in the shop', () => {
  let simulator: SimulatorPage;
  const signIn = () => simulator.program.getByRole('button', { name: 'Sign in' }).click();
  const welcome = () => expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
  const grant = (scope: string) =>
    simulator.inspector.getByRole('switch', { name: `Grant ${scope}`, exact: true });
  const press = (name: string | RegExp) => simulator.inspector.getByRole('button', { name }).click();

  test.beforeEach(async ({ page }) => {
    simulator = new SimulatorPage(page);
    await simulator.open({ program: 'shop', dialect: DIALECT });
    await simulator.inspector.getByRole('tab', { name: 'State' }).click();
  });

  /** Goes to the account page with somebody signed in. */
  async function account(): Promise<void> {
    await signIn();
    await simulator.agree();
    await welcome();
    await simulator.program.getByRole('link', { name: 'Account' }).click();
    await expect(simulator.program.getByRole('button', { name: 'Refresh my profile' })).toBeVisible();
  }

  for (const { name, userInfo, asked } of PRESETS)
    test(`${name}: the server meets ${userInfo}, the sign-in ${asked ? 'asks' : 'is silent'}`, async () => {
      await press(new RegExp(`^${name}`));
      const frame = await simulator.frame();
      const answer = await frame.evaluate(async () => (await fetch('https://shop.example/api/me')).json());
      expect(answer).toMatchObject({ ok: false, resultCode: userInfo });
      await signIn();
      if (asked) await simulator.agree();
      await welcome();
      expect((await simulator.steps()).includes('user.authorize')).toBe(asked);
      await expect(grant('auth_user')).toBeChecked();
    });

  test('a refusal is marked, and the program is told', async () => {
    await press(/^Declined before/);
    await expect(simulator.inspector.getByText('refused at the last dialog')).toBeVisible();
    await signIn();
    await simulator.dialog.getByRole('button', { name: 'Reject' }).click();
    await expect(simulator.program.getByText(/You did not agree/)).toBeVisible();
    await expect(simulator.inspector.getByText('refused at the last dialog')).toBeVisible();
  });

  test('Forget this mini program makes the user agree again', async () => {
    await press(/^Returning/);
    await expect(grant('auth_user')).toBeChecked();
    await press('Forget this mini program');
    await expect(grant('auth_user')).not.toBeChecked();
    await expect(simulator.inspector.getByText('the user withdrew it')).toBeVisible();
    await signIn();
    await simulator.agree();
    await welcome();
  });

  test('any grant can be edited, ones that were never asked for too; a granted one is not asked for', async () => {
    await grant('USER_GENDER').click();
    await grant('auth_user').click();
    await expect(grant('auth_user')).toBeChecked();
    await signIn();
    await welcome();
    expect(await simulator.steps()).not.toContain('user.authorize');
    await expect(grant('USER_GENDER')).toBeChecked();
  });

  test('revoked in the middle of a session: the server’s token is dead, and it keeps it', async () => {
    await account();
    await grant('auth_user').click();
    await expect(grant('auth_user')).not.toBeChecked();
    await simulator.program.getByRole('button', { name: 'Refresh my profile' }).click();
    await expect(simulator.program.getByText(/INVALID_ACCESS_TOKEN/)).toBeVisible();
    const merchant = simulator.inspector.getByRole('group', { name: 'Merchant server' });
    await expect(merchant.getByText('revoked')).toHaveCount(2);
  });

  test('expired in the middle of a session: tokens with time left are refused, and the user is asked', async () => {
    await account();
    await press('Expire now: auth_user');
    await expect(grant('auth_user')).not.toBeChecked();
    await expect(simulator.inspector.getByText('agreement lapsed').first()).toBeVisible();
    await simulator.program.getByRole('button', { name: 'Refresh my profile' }).click();
    await expect(simulator.program.getByText(/EXPIRED_ACCESS_TOKEN/)).toBeVisible();
    const frame = await simulator.frame();
    await frame.evaluate(() => {
      const { my } = window as unknown as {
        my: { getAuthCode(options: { scopes: string[] }): Promise<unknown> };
      };
      void my.getAuthCode({ scopes: ['auth_user'] }).catch(() => {});
    });
    await expect(simulator.dialog).toBeVisible();
  });

  for (const drops of [false, true])
    test(`a token that is revoked ${drops ? 'takes the consent with it' : 'leaves the consent'}, as chosen`, async ({
      page,
    }) => {
      const policy = page.getByRole('switch', {
        name: 'Revoking a token also withdraws the consent behind it',
      });
      if (drops) await policy.click();
      await expect(policy).toBeChecked({ checked: drops });
      await account();
      await simulator.program.getByRole('button', { name: 'Sign out' }).click();
      await expect(simulator.program.getByText('You are signed out.')).toBeVisible();
      await expect(grant('auth_user')).toBeChecked({ checked: !drops });
      const before = (await simulator.steps()).filter((step) => step === 'user.authorize').length;
      await signIn();
      if (drops) await simulator.agree();
      await expect(simulator.program.getByRole('button', { name: 'Refresh my profile' })).toBeVisible();
      const after = (await simulator.steps()).filter((step) => step === 'user.authorize').length;
      expect(after - before).toBe(drops ? 1 : 0);
    });

  test('agreements live as long as the policy says, and the clock goes there', async ({ page }) => {
    await page.getByRole('combobox', { name: 'Agreement' }).selectOption({ label: '1 day' });
    await signIn();
    await simulator.agree();
    await welcome();
    await press('Go to 1 s before it expires: auth_user');
    await expect(grant('auth_user')).toBeChecked();
    await press('Go to its expiry: auth_user');
    await expect(grant('auth_user')).not.toBeChecked();
    await expect(simulator.inspector.getByText(/^lapsed /)).toBeVisible();
  });

  test('a life of one’s own is a whole number of a unit; what is none says so', async ({ page }) => {
    await page.getByRole('combobox', { name: 'Auth code' }).selectOption({ label: 'Other…' });
    const amount = page.getByRole('textbox', { name: 'Auth code: how many' });
    await amount.fill('a few');
    await expect(page.getByRole('alert').filter({ hasText: 'Expected a whole number' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Auth code: unit' }).selectOption({ label: 'hours' });
    await amount.fill('2');
    await signIn();
    await simulator.agree();
    await welcome();
    const code = await page.evaluate(() => {
      const { codes } = (
        window.miniauth.state() as unknown as {
          wallet: { codes: Record<string, { issuedAt: number; expiresAt: number }> };
        }
      ).wallet;
      return Object.values(codes)[0];
    });
    expect((code?.expiresAt ?? 0) - (code?.issuedAt ?? 0)).toBe(2 * 3_600_000);
  });

  test('everybody is shown with grants of their own to edit', async () => {
    await simulator.inspector.getByRole('switch', { name: 'All users and programs' }).click();
    const omar = simulator.inspector.getByRole('group', { name: 'Omar Al-Jubouri · Corner Shop' });
    await expect(omar.getByRole('switch', { name: 'Grant auth_user', exact: true })).toBeChecked();
    await omar.getByRole('button', { name: 'Forget this mini program' }).click();
    const granted = await simulator.page.evaluate(
      () =>
        window.miniauth.grants.get({ persona: 'omar' }).grants.length +
        window.miniauth.grants.get({ persona: 'lena' }).grants.length,
    );
    expect(granted).toBe(0);
  });

  test('the keyboard sets a preset and edits a grant', async ({ page }) => {
    await simulator.inspector.getByRole('button', { name: /^Returning/ }).focus();
    await page.keyboard.press('Enter');
    await expect(grant('auth_user')).toBeChecked();
    await grant('auth_user').focus();
    await page.keyboard.press('Space');
    await expect(grant('auth_user')).not.toBeChecked();
  });
});

test('partly granted: the next dialog asks only for what is missing', async ({ page }) => {
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'api-lab', dialect: DIALECT });
  const granted = await page.evaluate(() =>
    window.miniauth.grants.preset('partly-granted').grants.map((grant) => grant.scope),
  );
  expect(granted).toContain('auth_user');
  const lab = new ApiLab(simulator);
  await lab.choose(['auth_user', 'USER_ADDRESS']);
  await lab.ask();
  await expect(simulator.dialog.getByText('USER_ADDRESS', { exact: true })).toBeVisible();
  await expect(simulator.dialog.getByText('auth_user', { exact: true })).toHaveCount(0);
  await simulator.agree();
  expect(await lab.payload('success')).toHaveProperty('authCode');
});

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const)
    test(`the ledger has no accessibility violations: ${theme}, ${width}×${height}`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      const simulator = new SimulatorPage(page);
      await simulator.open({ program: 'shop', dialect: DIALECT });
      if (width < 900)
        await page
          .getByRole('button', { name: /inspector/i })
          .first()
          .click();
      await page.getByRole('tab', { name: 'State' }).click();
      const check = async (what = '[role=tabpanel]') => {
        const { violations } = await new AxeBuilder({ page }).include(what).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target).join(', ')}`),
        ).toEqual([]);
      };
      await simulator.inspector.getByRole('button', { name: /^Returning/ }).click();
      await simulator.inspector.getByRole('button', { name: 'Expire now: auth_user' }).click();
      await check();
      await simulator.inspector.getByRole('button', { name: /^Declined before/ }).click();
      await page.evaluate(() => window.miniauth.grants.edit({ USER_NAME: { expiresAt: 9e12 } }));
      await expect(simulator.inspector.getByText('refused at the last dialog')).toBeVisible();
      await check();
      await simulator.inspector.getByRole('switch', { name: 'All users and programs' }).click();
      const omar = 'Omar Al-Jubouri · Corner Shop';
      await expect(simulator.inspector.getByRole('group', { name: omar })).toBeVisible();
      // One of them: all are drawn alike, and looking at each takes minutes.
      await check(`[role=group][aria-label="${omar}"]`);
    });
