import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { against, median } from './targets.ts';
import type { BenchRow, BenchTools } from './tools.ts';

const ROUNDS = 15;
const WARM = 3;
const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = '.cache/bench-edit/edited';

/** As editors do it: a new file in the place of the old one. Answers when it was there. */
function edit(file: string, change: (text: string) => string): number {
  const path = `${root}${FOLDER}/${file}`;
  writeFileSync(`${path}~`, change(readFileSync(path, 'utf8')));
  renameSync(`${path}~`, path);
  return performance.now();
}

/** From the edit to its text in the program's frame, ms; what asking the browser takes is in it. */
async function shown(page: Page, file: string, from: RegExp, round: number): Promise<number> {
  const text = `round ${round}`;
  const began = edit(file, (source) => source.replace(from, text));
  const exact = new RegExp(`${text}$`);
  await page.frameLocator('[data-frame] iframe').getByText(exact).waitFor({ timeout: 10_000 });
  return performance.now() - began;
}

/**
 * A tea house of 5 pages with the first one open: from the moment at which a file has changed on the disk to the moment at
 * which the program shows it, as a developer sees it.
 */
export default async function edits({ openPage }: BenchTools): Promise<BenchRow[]> {
  rmSync(`${root}.cache/bench-edit`, { recursive: true, force: true });
  mkdirSync(`${root}.cache/bench-edit`, { recursive: true });
  cpSync(`${root}mini-programs/tea-house`, `${root}${FOLDER}`, { recursive: true });
  edit('pages/menu/menu.axml', (text) =>
    text.replace(
      '<view class="screen">',
      '<view>template round 0</view><view>{{edited}}</view><view class="screen">',
    ),
  );
  edit('pages/menu/menu.js', (text) => text.replace('data: {', "data: {\n    edited: 'script round 0',"));
  const page = await openPage([FOLDER]);
  const listening = page.waitForResponse(/\/changes/);
  await page.evaluate(async () => {
    await window.miniauth.ready;
    await window.miniauth.open({ program: 'edited' });
  });
  await listening;
  await page.frameLocator('iframe').getByText('script round 0').waitFor();
  const template: number[] = [];
  const script: number[] = [];
  for (let round = 1; round <= ROUNDS + WARM; round++) {
    template.push(await shown(page, 'pages/menu/menu.axml', /(?<=template )round \d+/, 2 * round));
    script.push(await shown(page, 'pages/menu/menu.js', /(?<=script )round \d+/, 2 * round + 1));
  }
  rmSync(`${root}.cache/bench-edit`, { recursive: true, force: true });
  return [
    against('An edited template on the screen', median(template.slice(WARM)), 200, 'ms'),
    against('An edited script on the screen, page kept', median(script.slice(WARM)), 200, 'ms'),
  ];
}
