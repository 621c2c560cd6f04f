import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { against } from './targets.ts';
import type { BenchRow } from './tools.ts';

/** The whole catalogue by the command line, start and all. */
export default async function catalogue(): Promise<BenchRow[]> {
  const start = performance.now();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['bin/miniauth.js', 'run', 'catalogue', '--reporter', 'json'],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const took = (performance.now() - start) / 1000;
  const results = JSON.parse(stdout) as { status: string }[];
  const failed = results.filter(({ status }) => status !== 'passed');
  if (failed.length > 0) throw new Error(`${failed.length} scenarios failed`);
  return [against(`the whole catalogue, ${results.length} scenarios, headless`, took, 60, 's')];
}
