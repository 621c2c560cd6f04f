/** `miniauth run`: plays scenarios without a browser. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { playTimed } from '../../host/scenario/play.ts';
import { htmlReport } from '../../host/scenario/report/html.ts';
import { jsonReport } from '../../host/scenario/report/json.ts';
import { junitReport } from '../../host/scenario/report/junit.ts';
import type { PlayedScenario } from '../../host/scenario/report/played.ts';
import { UsageError } from '../arguments.ts';
import { type Style, styleFor } from '../report.ts';
import type { RunArguments } from './arguments.ts';
import { planRun, type RunPlan } from './plan.ts';
import { listLine, summaryLine } from './report-list.ts';

/** Where a run writes, and what the environment says of colours. */
export interface RunStreams {
  stdout: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  stderr: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  env: Record<string, string | undefined>;
}

/**
 * Plays what the arguments mean and reports it.
 * @param from the folder that relative paths start from
 * @param home the package's folder
 * @returns the exit code: 0 all passed, 1 some failed
 * @throws UsageError when the arguments are wrong or a file cannot be read or written
 */
export async function run(
  args: RunArguments,
  from: string,
  home: string,
  { stdout, stderr, env }: RunStreams,
): Promise<number> {
  const plan = await planRun(args, from, home);
  const style = styleFor(stdout, env);
  const print = (line: string) => stdout.write(`${line}\n`);
  for (const note of plan.notes) stderr.write(`${styleFor(stderr, env).warn('note:')} ${note}\n`);
  // Lines in a pipe; on a terminal one line that moves, and what failed.
  const lists = args.reporter === 'list' && args.output === undefined;
  const progress = stderr.isTTY ? progressOn(stderr, plan.scenarios.length) : undefined;
  const began = performance.now();
  const played = await playAll(plan, (one, done) => {
    progress?.(done);
    if (lists && (!stdout.isTTY || one.result.status !== 'passed')) {
      if (progress) stderr.write(CLEAR);
      print(listLine(one, style));
    }
  });
  if (progress) stderr.write(CLEAR);
  const summary = summaryLine(played, performance.now() - began, style);
  if (args.output === undefined) stdout.write(lists ? `${summary}\n` : textOf(args, played, style, summary));
  else {
    writeReport(resolve(from, args.output), textOf(args, played, styleFor({}, env), plain(summary)));
    for (const one of played) if (one.result.status !== 'passed') print(listLine(one, style));
    print(summary);
  }
  return played.every(({ result }) => result.status === 'passed') ? 0 : 1;
}

const CLEAR = '\r\u001b[K';

const progressOn = (stream: RunStreams['stderr'], all: number) => (done: number) => {
  if (done % 10 === 0) stream.write(`${CLEAR}${done} of ${all}`);
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character of a terminal
const plain = (text: string): string => text.replace(/\u001b\[\d+m/g, '');

async function playAll(
  { scenarios, house }: RunPlan,
  onPlayed: (one: PlayedScenario, done: number) => void,
): Promise<PlayedScenario[]> {
  const time = { turn: () => new Promise<void>((done) => setImmediate(done)) };
  const played: PlayedScenario[] = [];
  for (const scenario of scenarios) {
    const one = await playTimed(scenario, { ...house, time });
    played.push(one);
    onPlayed(one, played.length);
  }
  return played;
}

function textOf(
  { reporter }: RunArguments,
  played: readonly PlayedScenario[],
  style: Style,
  summary: string,
): string {
  switch (reporter) {
    case 'json':
      return jsonReport(played);
    case 'junit':
      return junitReport(played);
    case 'html':
      return htmlReport(played);
    case 'list':
      return `${[...played.map((one) => listLine(one, style)), summary].join('\n')}\n`;
  }
}

function writeReport(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(
      `--output: ${file} cannot be written: ${error instanceof Error ? error.message : error}.`,
    );
  }
}
