import type { Page } from 'playwright';
import type { BenchRow, BenchTools } from './tools.ts';

const HOPS = 10_000;
const SECONDS = 3;

/**
 * The timeline with 10,000 hops: frames a second while it is scrolled from end to end, and while hops stream in, each
 * against the frames that the same page shows when nothing moves.
 */
export default async function timeline({ openPage }: BenchTools): Promise<BenchRow[]> {
  const page = await openPage(['bench/programs']);
  await page.evaluate(async () => {
    await window.miniauth.ready;
    await window.miniauth.open({ program: 'bench-login' });
  });
  await page.getByRole('tab', { name: 'Steps' }).click();
  const idle = await frames(page);

  // Silent logins, four hops each, at a pace that is no flood.
  const program = page.frames().findLast((frame) => frame.url().includes('bench-login'));
  if (!program) throw new Error('the program is missing');
  const calls = program.evaluate(async (logins) => {
    const { my } = window as unknown as { my: { getAuthCode(o: object): Promise<unknown> } };
    const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
    for (let i = 0; i < logins; i++) {
      await my.getAuthCode({ scopes: ['auth_base'] });
      if (i % 10 === 9) await pause();
    }
  }, HOPS / 4);
  const streaming = await frames(page);
  await calls;
  const rows = await page.evaluate(
    () => window.miniauth.trace().filter((event) => event.type === 'hop.requested').length,
  );
  if (rows < HOPS) throw new Error(`expected ${HOPS} hops, the trace has ${rows}`);
  const scrolling = await frames(page, true);
  const row = (name: string, fps: number): BenchRow => ({
    name,
    value: `${fps.toFixed(0)} frames/s`,
    reference: `idle ${idle.toFixed(0)} frames/s`,
    ratio: idle / fps,
    target: 1.25,
  });
  return [row('timeline: hops streaming in', streaming), row(`timeline: scrolling ${HOPS} hops`, scrolling)];
}

/** Frames a second, over a few seconds; with `scroll`, while the list of steps is moved in every frame. */
function frames(page: Page, scroll = false): Promise<number> {
  return page.evaluate(
    async ({ seconds, scroll }) => {
      const lists = [...document.querySelectorAll('[role=tabpanel] *')].filter(
        (element) =>
          element.scrollHeight > element.clientHeight * 5 &&
          getComputedStyle(element).overflowY !== 'visible',
      );
      const [list] = lists;
      if (scroll && !list) throw new Error('no list to scroll');
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const start = await frame();
      let now = start;
      let count = 0;
      while (now - start < seconds * 1000) {
        if (scroll && list) list.scrollTop = ((now - start) / (seconds * 1000)) * list.scrollHeight;
        now = await frame();
        count++;
      }
      return (count * 1000) / (now - start);
    },
    { seconds: SECONDS, scroll },
  );
}
