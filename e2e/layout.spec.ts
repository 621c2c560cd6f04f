import { expect, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

test.describe('the borders between the places', () => {
  test('are moved with the keyboard and by dragging, also over the program, and stay where they were put', async ({
    page,
  }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open();
    const setup = page.getByRole('separator', { name: 'Resize' }).first();
    const device = page.getByRole('separator', { name: 'Resize' }).nth(1);
    const x = async (border: typeof setup) => (await border.boundingBox())?.x ?? 0;

    const before = await x(setup);
    await setup.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => x(setup)).toBe(before + 16);
    await expect(setup).toHaveAttribute('aria-valuenow', String(before + 16));

    const start = await x(device);
    const box = await device.boundingBox();
    const y = (box?.y ?? 0) + 300;
    await page.mouse.move(start, y);
    await page.mouse.down();
    await page.mouse.move(start - 80, y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => x(device)).toBe(start - 80);
    await page.mouse.move(start - 200, y);
    expect(await x(device)).toBe(start - 80);

    await page.reload();
    await expect(device).toBeVisible();
    await expect.poll(() => x(device)).toBe(start - 80);
    await device.dblclick();
    await expect.poll(() => x(device)).toBe(start);
  });

  test('leave every place the room that it needs', async ({ page }) => {
    await page.setViewportSize({ width: 1000, height: 700 });
    const simulator = new SimulatorPage(page);
    await simulator.open();
    const device = page.getByRole('separator', { name: 'Resize' }).last();
    const inspector = page.getByRole('region', { name: 'Inspector' });
    const height = page.getByRole('separator', { name: 'Resize' }).filter({ visible: true });
    await expect(height).not.toHaveCount(0);
    for (const key of ['End', 'Home']) {
      await page.locator('[role=separator][aria-orientation=vertical]').last().press(key);
      await expect(device).toBeVisible();
      expect((await inspector.boundingBox())?.width).toBeGreaterThanOrEqual(340);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1000);
    }
    const rows = page.locator('[role=separator][aria-orientation=horizontal]');
    await rows.press('End');
    await expect(page.getByRole('region', { name: 'Selected step' })).toBeInViewport();
    await rows.press('Home');
    await expect(page.getByRole('tab', { name: 'Flow' })).toBeInViewport();
  });
});
