/** Plays scenarios beside the page: whole catalogues take seconds, and the page stays as it is. */
import { playTimed } from '../../host/scenario/play.ts';
import type { RunnerTask } from './runner.ts';

addEventListener('message', async ({ data }: MessageEvent<RunnerTask>) => {
  for (const scenario of data.scenarios) postMessage(await playTimed(scenario, data.house));
});
