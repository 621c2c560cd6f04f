import type { ScenarioResult } from '../../contract/scenario-result.ts';
import type { PlayedScenario } from '../../host/scenario/report/played.ts';
import type { Style } from '../report.ts';

/** One line for a scenario, and below it what did not come as expected. */
export function listLine({ result, ms }: PlayedScenario, style: Style): string {
  const { status, name, dialect, code, problems } = result;
  const mark = status === 'passed' ? style.dim('ok    ') : style.warn(status.padEnd(6));
  const where = name.startsWith(`${dialect}/`) ? '' : style.dim(` (${dialect})`);
  const lines = problems.map((problem) => `         ${problem}`);
  return [
    `${mark} ${name}${where}${code === null ? '' : ` → ${code}`} ${style.dim(inMs(ms))}`,
    ...lines,
  ].join('\n');
}

/** The last line: `3 of 1,860 failed in 2.5 s`. */
export function summaryLine(played: readonly PlayedScenario[], ms: number, style: Style): string {
  const count = (status: ScenarioResult['status']) =>
    played.filter(({ result }) => result.status === status).length;
  const failed = count('failed') + count('error');
  const seconds = `${(ms / 1000).toFixed(1)} s`;
  const all = played.length.toLocaleString('en');
  return failed === 0
    ? style.bold(`All ${all} passed in ${seconds}.`)
    : style.bold(style.warn(`${failed.toLocaleString('en')} of ${all} failed in ${seconds}.`));
}

const inMs = (ms: number): string => `${Math.round(ms)} ms`;
