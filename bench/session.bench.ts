import type { Page } from 'playwright';
import { recording } from './recording.ts';
import { against, median } from './targets.ts';
import type { BenchRow, BenchTools } from './tools.ts';

const EVENTS = 100_000;
const SECONDS = 5;
/** Characters. */
const PART = 8_000_000;
const EVENTS_A_SECOND = 1_000;
const WORDS = [
  'e',
  'item 7',
  'sku-100',
  'getauthcode 11',
  'used_code',
  'nothing like this',
  '€4',
  'user.authorize',
];

/** A session of 100,000 events in the page: opened from its file, searched, and gone on with. */
export default async function session({ openPage }: BenchTools): Promise<BenchRow[]> {
  const file = JSON.stringify(await recording(EVENTS));
  const page = await openPage(['bench/programs']);
  // In parts: what a route answers travels through the protocol, which has a limit.
  await page.route('**/bench-session-*', (route) => {
    const part = Number(/\d+$/.exec(new URL(route.request().url()).pathname)?.[0]);
    return route.fulfill({
      body: file.slice(part * PART, (part + 1) * PART),
      contentType: 'text/plain; charset=utf-8',
    });
  });
  await page.evaluate(() => window.miniauth.ready);
  await page.getByRole('tab', { name: 'Steps' }).click();
  const before = await heap(page);
  const opened = await open(page, Math.ceil(file.length / PART));
  const after = await heap(page);
  // What the first search needs is read between frames.
  await page.waitForTimeout(3_000);
  const searched = await search(page);
  const idle = await frames(page);
  await page.evaluate(async () => {
    window.miniauth.run();
    await window.miniauth.open({ program: 'bench-login', persona: 'lena' });
  });
  const steps = await streaming(page);
  await page.getByRole('tab', { name: 'Flow' }).click();
  const flow = await streaming(page);
  const fps = (name: string, { fps, events }: { fps: number; events: number }): BenchRow => ({
    name: `${name}, ${Math.round(events / 100) * 100} events a second`,
    value: `${fps.toFixed(0)} frames/s`,
    reference: `idle ${idle.toFixed(0)} frames/s`,
    ratio: idle / fps,
    target: 1.1,
  });
  const megabytes = (bytes: number) => bytes / 1_000_000;
  return [
    against(`opening ${EVENTS} events, ${Math.round(megabytes(file.length))} MB`, opened, 1_000, 'ms'),
    against('the slowest of 8 searches in them', searched, 100, 'ms'),
    fps('the steps', steps),
    fps('the diagram', flow),
    {
      name: 'heap of an open session',
      value: `${megabytes(after - before).toFixed(0)} MB`,
      reference: `its file ${megabytes(file.length).toFixed(0)} MB`,
      ratio: (after - before) / file.length,
    },
  ];
}

/** From the text of the file to the first frame that shows it: the median of three times. */
function open(page: Page, parts: number): Promise<number> {
  return page
    .evaluate(async (count) => {
      const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      let text = '';
      for (let n = 0; n < count; n++) text += await (await fetch(`bench-session-${n}`)).text();
      const took: number[] = [];
      for (let n = 0; n < 3; n++) {
        await frame();
        const start = performance.now();
        await window.miniauth.import(text);
        await frame();
        took.push(performance.now() - start);
      }
      return took;
    }, parts)
    .then(median);
}

/** The slowest search: from the key to the list that is drawn. */
function search(page: Page): Promise<number> {
  return page.getByRole('searchbox').evaluate((input: HTMLInputElement, words) => {
    const type = (word: string) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
      set?.call(input, word);
      const start = performance.now();
      input.dispatchEvent(new Event('input', { bubbles: true }));
      void document.body.offsetHeight;
      return performance.now() - start;
    };
    const took = words.map(type);
    type('');
    return Math.max(...took);
  }, WORDS);
}

/** Frames a second while so many events arrive: silent logins, evenly spread. */
async function streaming(page: Page): Promise<{ fps: number; events: number }> {
  const program = page.frames().findLast((frame) => frame.url().includes('bench-login'));
  if (!program) throw new Error('the program is missing');
  const count = () => page.evaluate(() => window.miniauth.trace({ raw: true }).at(-1)?.seq ?? 0);
  const play = (logins: number, seconds: number) =>
    program.evaluate(
      async ({ logins, seconds }) => {
        const { my } = window as unknown as { my: { getAuthCode(o: object): Promise<unknown> } };
        const start = performance.now();
        const made: Promise<unknown>[] = [];
        while (made.length < logins) {
          const share = seconds === 0 ? 1 : Math.min(1, (performance.now() - start) / 1000 / seconds);
          while (made.length < Math.floor(logins * share))
            made.push(my.getAuthCode({ scopes: ['auth_base'] }));
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        await Promise.all(made);
      },
      { logins, seconds },
    );
  const before = await count();
  await play(10, 0);
  const from = await count();
  const calls = play(Math.ceil((EVENTS_A_SECOND * SECONDS * 10) / (from - before)), SECONDS);
  const fps = await frames(page);
  await calls;
  return { fps, events: ((await count()) - from) / SECONDS };
}

/** Frames a second, over a few seconds. */
function frames(page: Page): Promise<number> {
  return page.evaluate(async (seconds) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const start = await frame();
    let now = start;
    let count = 0;
    for (; now - start < seconds * 1000; count++) now = await frame();
    return (count * 1000) / (now - start);
  }, SECONDS);
}

/** Bytes of the page's heap that are in use when the garbage is gone. */
async function heap(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}
