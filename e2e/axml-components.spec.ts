import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

// The platform's components in the browser, found by role and name as a user finds them.

/** Landmarks and headings are a program’s affair. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let simulator: SimulatorPage;
const program = () => simulator.program;
const sent = () => program().locator('#sent');

/** Fills in the form and sends it. */
async function fillIn(): Promise<void> {
  await program().getByLabel('Name').pressSequentially('Ada');
  await program().getByLabel('Street').pressSequentially('Main Street 1');
  await program().getByRole('button', { name: 'Country: France' }).click();
  await program().getByRole('option', { name: 'Peru' }).click();
  await program().getByRole('button', { name: 'OK' }).click();
  await expect(program().getByRole('button', { name: 'Country: Peru' })).toBeVisible();
  await program().getByRole('button', { name: 'Day of arrival' }).press('Enter');
  await program().getByRole('listbox', { name: 'Day' }).press('ArrowDown');
  await program().getByRole('button', { name: 'OK' }).click();
  await program().getByText('Paid').click();
  await program().getByText('Events').click();
  await program().getByRole('slider', { name: 'Volume' }).press('ArrowRight');
  await expect(program().getByRole('button', { name: 'Send' })).toBeDisabled();
  await program().getByRole('switch', { name: 'I agree' }).check();
  await program().getByRole('button', { name: 'Send' }).click();
}
const FILLED = {
  name: 'Ada',
  street: 'Main Street 1',
  country: 2,
  day: '2026-02-11',
  plan: 'Paid',
  news: ['events'],
  terms: true,
  volume: 41,
};
const answer = async () => JSON.parse((await sent().textContent()) ?? '');

test.describe('the components of a program', () => {
  test.beforeEach(async ({ page }) => {
    simulator = new SimulatorPage(page);
    await simulator.open({ program: 'axml-components', theme: 'light' });
  });

  test('a form is filled in by mouse and keyboard, sent, and started again', async () => {
    await fillIn();
    await expect(sent()).toHaveText(/Ada/);
    expect(await answer()).toEqual(FILLED);
    await program().getByRole('button', { name: 'Start again' }).click();
    await expect(program().getByLabel('Name')).toHaveValue('');
    await expect(program().getByRole('radio', { name: 'Free' })).toBeChecked();
    await expect(program().getByRole('checkbox', { name: 'Events' })).not.toBeChecked();
    await expect(program().getByRole('slider', { name: 'Volume' })).toHaveValue('40');
  });

  test('a filled in form is filled in again when the run is done again', async ({ page }) => {
    await fillIn();
    await expect(sent()).toHaveText(/Ada/);
    const run = String((await simulator.trace()).find(({ type }) => type === 'run.started')?.run);
    const end = await page.evaluate((again) => window.miniauth.runAgain({ to: { run: again } }), run);
    expect(end).toMatchObject({ how: 'reached' });
    await expect(sent()).toHaveText(/Ada/);
    expect(await answer()).toEqual(FILLED);
  });

  test('Escape closes a picker, and nothing is chosen', async () => {
    await program().getByRole('button', { name: 'Country: France' }).click();
    await program().getByRole('listbox').press('ArrowDown');
    await program().getByRole('listbox').press('Escape');
    await expect(program().getByRole('dialog')).toHaveCount(0);
    await expect(program().getByRole('button', { name: 'Country: France' })).toBeFocused();
  });

  test('a program’s style of a tag means the platform’s component alone', async () => {
    await expect(program().getByLabel('Name')).toHaveCSS('border-top-width', '1px');
    const box = await program().getByRole('checkbox', { name: 'Offers' }).boundingBox();
    expect(box?.width).toBe(24);
  });

  test('slides are moved by mouse and keyboard, and begin again after the last one', async ({ page }) => {
    await program().getByRole('link', { name: 'Views' }).click();
    const slide = program().locator('#slide');
    const slides = program().getByRole('group', { name: 'Pictures' });
    const box = await slides.boundingBox();
    if (!box) throw new Error('no slides');
    await page.mouse.move(box.x + 300, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 40, { steps: 8 });
    await page.mouse.up();
    await expect(slide).toHaveText('Slide 1');
    await slides.press('ArrowRight');
    await slides.press('ArrowRight');
    await expect(slide).toHaveText('Slide 0');
    await expect(program().getByText('one', { exact: true })).toBeInViewport({ ratio: 0.9 });
  });

  test('columns, scrolling, moving: by mouse and keyboard', async ({ page }) => {
    await program().getByRole('link', { name: 'Views' }).click();
    const month = program().locator('#month');
    await program().getByRole('spinbutton', { name: 'Month' }).press('ArrowDown');
    await expect(month).toHaveText('Mar');
    await program().getByText('Apr', { exact: true }).click();
    await expect(month).toHaveText('Apr');
    await program().getByRole('spinbutton', { name: 'Month' }).hover();
    await page.mouse.wheel(0, -400);
    await expect(month).toHaveText('Jan');
    await program().locator('scroll-view').press('End');
    await expect(program().locator('#end')).toHaveText('The end');
    await program().getByRole('slider', { name: 'Handle' }).press('ArrowRight');
    await expect(program().getByRole('slider', { name: 'Handle' })).toHaveAttribute('aria-valuenow', '10');
  });

  test('a picture that is not there says so, rich text is no script, a map is a box', async () => {
    await program().getByRole('link', { name: 'Views' }).click();
    await expect(program().locator('#failed')).toHaveText('The picture failed');
    await expect(program().getByRole('img', { name: 'A picture that is not there' })).toBeVisible();
    await expect(program().getByText('Some rich text')).toBeVisible();
    await expect(program().getByText('map', { exact: true })).toBeVisible();
    expect(await (await simulator.frame()).evaluate(() => 'bad' in window)).toBe(false);
  });

  test('has nothing that axe finds', async ({ page }) => {
    const violations = async () =>
      (await new AxeBuilder({ page }).include('iframe').withTags(WCAG).analyze()).violations;
    await expect(program().getByLabel('Name')).toBeVisible();
    expect(await violations()).toEqual([]);
    await program().getByRole('button', { name: 'Country: France' }).click();
    await expect(program().getByRole('dialog', { name: 'Country' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await program().getByRole('button', { name: 'Cancel' }).click();
    await program().getByRole('link', { name: 'Views' }).click();
    await expect(program().locator('#failed')).toHaveText('The picture failed');
    expect(await violations()).toEqual([]);
  });
});

test('a form is filled in and sent while the page’s clock stands still', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-01-01T10:00:00Z') });
  simulator = new SimulatorPage(page);
  await simulator.open({ program: 'axml-components' });
  await page.clock.pauseAt(new Date('2026-01-01T11:00:00Z'));
  await fillIn();
  await expect(sent()).toHaveText(/Ada/);
  expect(await answer()).toEqual(FILLED);
});
