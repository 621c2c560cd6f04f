import { expect, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

// A trace asks every frame for a picture at each step, and this one never answers.
test.use({ trace: 'off', screenshot: 'off' });

test('an endless loop leaves the host usable, and Stop ends it', async ({ page }) => {
  const simulator = new SimulatorPage(page);
  await simulator.open({ program: 'hostile' });
  const frame = await simulator.frame();
  await frame.evaluate(() => {
    new MessageChannel().port1.postMessage(0);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      for (;;);
    };
    port2.postMessage('go');
  });
  await page.getByRole('tab', { name: 'State' }).click();
  await expect(page.getByRole('tab', { name: 'State' })).toHaveAttribute('aria-selected', 'true');
  await simulator.device
    .getByRole('button', { name: /stop/i })
    .or(page.getByRole('button', { name: 'Stop' }))
    .first()
    .click();
  await expect(simulator.device.locator('iframe')).toHaveCount(0);
  await simulator.start({ program: 'shop' });
  await expect(simulator.program.getByRole('button', { name: 'Sign in' })).toBeVisible();
});
