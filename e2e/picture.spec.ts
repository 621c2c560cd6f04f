import { expect, type Page, test } from '@playwright/test';
import { JSDOM } from 'jsdom';
import type { PlainEvent } from '../src/automation/plain.ts';
import type { ProgramPicture } from '../src/contract/trace.ts';
import { pictureDocument } from '../src/ui/inspector/then/picture-html.ts';
import { SimulatorPage } from './simulator-page.ts';

// What makes the document of a picture is the page's own; here it is asked from outside.
globalThis.DOMParser = new JSDOM().window.DOMParser;

const withPictures = (page: Page) => page.evaluate(() => window.miniauth.trace({ pictures: true }));
const picturesIn = (events: readonly PlainEvent[]) =>
  events.flatMap((event) => (event.type === 'picture' ? [event.picture as unknown as ProgramPicture] : []));
/** The last picture before the n-th request of a step. */
function pictureAt(events: readonly PlainEvent[], step: string, n = 1): ProgramPicture {
  const at =
    events.filter((event) => event.type === 'hop.requested' && event.step === step)[n - 1]?.seq ?? -1;
  const found = picturesIn(events.filter((event) => event.seq < at)).at(-1);
  if (!found) throw new Error(`no picture before ${step}`);
  return found;
}

test.describe('what the program showed', () => {
  test('is known at each step: before the tap, while it waits, and in the end', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    // Tall enough for the button to be in sight: nothing scrolls to it.
    await page.setViewportSize({ width: 1440, height: 1000 });
    await simulator.open();
    await simulator.program.getByRole('button', { name: 'Sign in' }).click();
    await simulator.agree();
    await expect(simulator.program.getByText(/^Welcome, /)).toBeVisible();
    await expect.poll(async () => picturesIn(await withPictures(page)).at(-1)?.html).toContain('Welcome, ');
    const events = await withPictures(page);
    expect(pictureAt(events, 'user.input').html).toContain('Sign in');
    expect(pictureAt(events, 'user.input').html).not.toContain('Welcome, ');
    const all = picturesIn(events);
    for (const { html } of all) expect(html).not.toMatch(/<script|onclick=/);
    for (const [i, one] of all.entries()) expect(one).not.toEqual(all[i - 1]);
    expect(all[0]).toMatchObject({ title: 'Corner Shop', scrollY: 0 });
  });

  test('has the styles of the page inside, what was typed, and no password', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'all-inputs' });
    const { program } = simulator;
    await program.getByLabel('Name').fill('Lena Example');
    await program.getByLabel('Secret').fill('hunter2hunter2');
    await program.getByLabel('A gift').check();
    await program.getByRole('button', { name: 'Inside' }).click();
    await simulator.until('hop.answered', 'jsapi.setStorage');
    const events = await withPictures(page);
    const { html } = picturesIn(events).at(-1) ?? { html: '' };
    expect(html).toContain('rgb(1, 2, 3)');
    expect(html).toContain('<template shadowrootmode="open">');
    expect(html).toContain('value="Lena Example"');
    expect(html).toMatch(/<input type="checkbox" name="gift" checked="">/);
    expect(
      JSON.stringify(await page.evaluate(() => window.miniauth.trace({ pictures: true, raw: true }))),
    ).not.toContain('hunter2');
  });

  test('costs nothing while nothing changes', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'page-kit' });
    const frame = await simulator.frame();
    await frame.evaluate(() =>
      (window as unknown as { my: Record<string, (o?: object) => Promise<unknown>> }).my
        .getStorage?.({ key: 'a' })
        .catch(() => 0),
    );
    const count = async () => picturesIn(await withPictures(page)).length;
    const before = await count();
    await frame.evaluate(async () => {
      const { my } = window as unknown as { my: Record<string, (o?: object) => Promise<unknown>> };
      for (let i = 0; i < 50; i++) await my.getAuthCode?.({ scopes: ['auth_base'] });
    });
    expect(await count()).toBe(before);
  });

  test('a program that breaks what pages are made of loses its picture, and nothing else', async ({
    page,
  }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'page-kit' });
    const frame = await simulator.frame();
    const reply = await frame.evaluate(async () => {
      const fails = () => {
        throw new Error('broken');
      };
      Object.assign(Document.prototype, { importNode: fails, querySelectorAll: fails });
      Object.assign(Element.prototype, { querySelectorAll: fails, setAttribute: fails });
      Object.assign(MutationObserver.prototype, { takeRecords: fails, observe: fails, disconnect: fails });
      Object.assign(MessagePort.prototype, { postMessage: fails });
      Object.defineProperty(Element.prototype, 'attributes', { get: fails });
      document.body.append('changed');
      const { my } = window as unknown as { my: Record<string, (o?: object) => Promise<object>> };
      return my.getAuthCode?.({ scopes: ['auth_base'] });
    });
    expect(reply).toHaveProperty('authCode');
    expect(await simulator.notices()).toEqual([]);
  });

  test('a page that is too large is shown as its text', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'page-kit' });
    const frame = await simulator.frame();
    await frame.evaluate(async () => {
      for (let i = 0; i < 3000; i++) {
        const line = document.createElement('p');
        line.textContent = `Line ${i} `.repeat(30);
        document.body.append(line);
      }
      const { my } = window as unknown as { my: Record<string, (o?: object) => Promise<object>> };
      await my.getAuthCode?.({ scopes: ['auth_base'] });
    });
    const { html } = picturesIn(await withPictures(page)).at(-1) ?? { html: '' };
    expect(html).toContain('data-outline');
    expect(html).toContain('Line 7');
    expect(html.length).toBeLessThan(64 * 1024);
    expect(await simulator.notices()).toEqual([]);
  });

  test('is drawn with its styles, in a frame where nothing runs', async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'all-inputs' });
    await simulator.program.getByRole('button', { name: 'Inside' }).click();
    await simulator.until('hop.answered', 'jsapi.setStorage');
    const picture = picturesIn(await withPictures(page)).at(-1);
    if (!picture) throw new Error('no picture');
    // As if the program had forged it.
    const html = picture.html.replace(
      '</body>',
      '<img src=x onerror="alert(1)"><script>alert(1)</script></body>',
    );
    const errors: string[] = [];
    page.on('dialog', (dialog) => errors.push(dialog.message()));
    await page.evaluate(
      (srcdoc) => {
        const frame = document.createElement('iframe');
        frame.title = 'Picture';
        frame.setAttribute('sandbox', '');
        frame.srcdoc = srcdoc;
        frame.style.cssText = 'position:fixed;inset:0;width:390px;height:700px;z-index:99';
        document.body.append(frame);
      },
      pictureDocument({ ...picture, html }),
    );
    const drawn = page.frameLocator('iframe[title="Picture"]');
    await expect(drawn.getByRole('heading', { name: 'All inputs' })).toHaveCSS('color', 'rgb(1, 2, 3)');
    await expect(drawn.getByText('Bar')).toHaveCSS('background-color', 'rgb(4, 5, 6)');
    await expect(drawn.getByRole('button', { name: 'Inside' })).toHaveCSS('color', 'rgb(7, 8, 9)');
    expect(errors).toEqual([]);
  });
});
