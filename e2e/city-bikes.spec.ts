import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

/** City Bikes as its riders use it: an AXML program in TypeScript, below `src`. */
class CityBikes extends SimulatorPage {
  press(name: string): Promise<void> {
    return this.program.getByRole('button', { name, exact: true }).click();
  }
}

test.describe('an AXML program in TypeScript', () => {
  let bikes: CityBikes;
  test.beforeEach(async ({ page }) => {
    bikes = new CityBikes(page);
    await bikes.open({ program: 'city-bikes' });
  });

  test('fills a form and sends what it holds', async () => {
    await bikes.press('Ride from Harbour');
    await expect(bikes.program.getByText('From Harbour')).toBeVisible();
    await bikes.program.getByRole('radio', { name: 'All day' }).click();
    await bikes.program.getByRole('switch', { name: 'Helmet' }).click();
    await bikes.program.getByPlaceholder('A note for us').fill('two small ones');
    await bikes.press('Start the ride');
    await expect(bikes.program.getByText('4711')).toBeVisible();
    const request = (await bikes.trace()).findLast(
      (event) => event.type === 'hop.requested' && event.step === 'jsapi.request',
    );
    expect(request).toMatchObject({
      request: { data: { plan: 'day', helmet: false, note: 'two small ones', bikes: 1 } },
    });
  });

  test('a picker is chosen from', async () => {
    await bikes.press('Ride from Harbour');
    await bikes.program.getByText('1', { exact: true }).click();
    await bikes.program.getByRole('option', { name: '3' }).click();
    await bikes.program.getByRole('button', { name: /^(OK|Done|Confirm)$/ }).click();
    await expect(bikes.program.getByText('3', { exact: true })).toBeVisible();
  });

  test('a scanned bike is ridden; a cancelled scan changes nothing', async () => {
    await bikes.press('Scan a bike');
    const sheet = bikes.page.getByRole('alertdialog');
    await sheet.getByRole('button', { name: 'Cancel' }).click();
    await bikes.press('Scan a bike');
    await sheet.getByRole('textbox').fill('B-77');
    await sheet.getByRole('button', { name: 'Scan' }).click();
    await expect(bikes.program.getByText('Bike B-77')).toBeVisible();
  });

  test('a place that is not told is said so', async ({ page }) => {
    await expect(bikes.program.getByText('Harbour', { exact: true })).toBeVisible();
    await bikes.rule('jsapi.getLocation', {
      reply: { value: { fail: { error: 11, errorMessage: 'location permission is off' } } },
    });
    await page.getByRole('button', { name: 'Mini program menu' }).click();
    await page.getByRole('menuitem', { name: 'Reload' }).click();
    await expect(bikes.program.getByRole('alert')).toHaveText('Switch your location on to see what is near.');
  });

  test('<button open-type="getAuthorize"> takes the real way: consent, then the data; a refusal is onError', async () => {
    await bikes.program.getByText('Profile', { exact: true }).click();
    await bikes.press('Use my wallet profile');
    await bikes.dialog.getByRole('button', { name: 'Reject' }).click();
    await expect(bikes.program.getByRole('alert')).toHaveText(/you can ride without one/);
    await bikes.press('Use my wallet profile');
    await bikes.agree();
    await expect(bikes.program.getByText('Hello Lena')).toBeVisible();
    expect(await bikes.steps()).toContain('wallet.submitConsent');
  });

  for (const theme of ['light', 'dark'] as const)
    test(`has no accessibility violations: ${theme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme: theme });
      await bikes.press('Ride from Harbour');
      await expect(bikes.program.getByText('From Harbour')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`)).toEqual([]);
    });
});
