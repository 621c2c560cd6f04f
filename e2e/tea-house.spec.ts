import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

/** The tea house as its guests use it: an AXML program, unmodified. */
class TeaHouse extends SimulatorPage {
  tab(name: 'Teas' | 'Basket' | 'Me'): Promise<void> {
    return this.program.getByRole('tab', { name }).click();
  }

  press(name: string): Promise<void> {
    return this.program.getByRole('button', { name }).click();
  }
}

test.describe('an AXML program with tabs, a sub-package and a component library of its own', () => {
  let house: TeaHouse;
  test.beforeEach(async ({ page }) => {
    house = new TeaHouse(page);
    await house.open({ program: 'tea-house' });
  });

  test('App.onLaunch calls my.getAuthCode before there is a page, and the answer reaches the page', async () => {
    await expect(house.program.getByText('Visit 3. The kettle is on.')).toBeVisible();
    expect((await house.steps())[0]).toBe('jsapi.getAuthCode');
    expect(await house.steps()).not.toContain('user.authorize');
  });

  test('a list is filtered, a template is filled, a page is opened with its query and left again', async ({
    page,
  }) => {
    await house.press('oolong');
    await expect(house.program.getByText('Dong Ding', { exact: true })).toBeVisible();
    await expect(house.program.getByText('Sencha', { exact: true })).toBeHidden();
    await house.program.getByText('About Dong Ding').click();
    await expect(house.program.getByText('From Lugu. Steep at 95 °C, 3 min.')).toBeVisible();
    await expect(house.device.getByText('Dong Ding', { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Back', exact: true }).first().click();
    await expect(house.program.getByText('About Dong Ding')).toBeVisible();
    await expect(house.program.getByText('Sencha', { exact: true })).toBeHidden();
  });

  test('what is put into the basket is there on another tab, with a badge, and is paid', async () => {
    await house.program.getByText('About Sencha').click();
    await house.press('One bag more');
    await house.press('One bag more');
    await house.press('To the basket');
    await expect(house.program.getByRole('tab', { name: 'Basket' })).toContainText('2');
    await expect(house.program.getByText('2 × € 14.50')).toBeVisible();
    await expect(house.program.getByText('€ 29.00', { exact: true })).toBeVisible();
    await house.press('Pay');
    await house.page.getByRole('alertdialog').getByRole('button', { name: 'Pay' }).click();
    await expect(house.program.getByText('Your basket is empty.')).toBeVisible();
  });

  test('signs in with the consent of the user, and out again', async () => {
    await house.tab('Me');
    await house.press('Sign in');
    await house.agree();
    await expect(house.program.getByText('You are signed in.')).toBeVisible();
    await expect(house.program.getByText('Lena')).toBeVisible();
    await house.press('Sign out');
    await house.page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
    await expect(house.program.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });

  test('says what to do when the user rejects, and when the wallet does not answer', async () => {
    await house.tab('Me');
    await house.press('Sign in');
    await house.dialog.getByRole('button', { name: 'Reject' }).click();
    await expect(house.program.getByRole('alert')).toHaveText(/You did not agree, and that is fine/);
    await house.rule('jsapi.getAuthCode', {
      reply: { value: { fail: { error: 10, errorMessage: 'timeout' } } },
    });
    await house.press('Try again');
    await expect(house.program.getByRole('alert')).toHaveText(/took too long/);
  });

  test('a page of a sub-package is compiled when it is opened', async () => {
    await house.tab('Me');
    await house.program.getByText('How the tea card works').click();
    await expect(house.program.getByRole('heading', { name: 'Ten and one' })).toBeVisible();
    await house.press('Back');
    await expect(house.program.getByText('How the tea card works')).toBeVisible();
  });

  for (const theme of ['light', 'dark'] as const)
    test(`has no accessibility violations: ${theme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme: theme });
      await expect(house.program.getByText('Visit 3. The kettle is on.')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`)).toEqual([]);
    });
});
