import type { Page } from 'playwright';
import type { CompileTimes } from './page/compile.ts';
import { medianWithBound, ratios } from './stats.ts';
import { against, median } from './targets.ts';
import type { BenchRow, BenchTools } from './tools.ts';

/** Workers that start from nothing. */
const STARTS = 5;

/** The compiler of AXML programs in a worker, beside the parsers that it is made of. */
export default async function compile({ openPage, pageScript }: BenchTools): Promise<BenchRow[]> {
  const script = await pageScript('bench/page/compile.ts');
  const opened = await openPage([]);
  // A page without a policy: a worker may come from text.
  const page = await opened.context().browser()?.newPage();
  if (!page) throw new Error('the browser is gone');
  const all: CompileTimes[] = [];
  for (let start = 0; start < STARTS; start++) all.push(await inWorker(page, script));
  const compiled = all.flatMap((one) => one.compiled);
  const parsed = all.flatMap((one) => one.parsed);
  const { median: ratio, upper } = medianWithBound(ratios(compiled, parsed));
  const kilobytes = Math.round((all[0]?.bytes ?? 0) / 1000);
  return [
    {
      name: `400 AXML files, ${kilobytes} kB, to a script with its source map`,
      value: `${median(compiled).toFixed(0)} ms`,
      reference: `htmlparser2 and acorn ${median(parsed).toFixed(0)} ms`,
      ratio,
      upper,
      target: 3.5,
    },
    against(
      'first page of 50, compiled for the first time',
      median(all.map((one) => one.firstPage)),
      500,
      'ms',
    ),
  ];
}

async function inWorker(page: Page, script: string): Promise<CompileTimes> {
  const answer = await page.evaluate(
    (text) =>
      new Promise<CompileTimes | string>((resolve) => {
        const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
        const worker = new Worker(url);
        worker.onmessage = (event: MessageEvent<CompileTimes | string>) => {
          worker.terminate();
          resolve(event.data);
        };
        worker.onerror = (event) => resolve(event.message);
      }),
    script,
  );
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}
