/** The `miniauth` command. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayError, startGateway } from '../gateway/index.ts';
import { programList } from '../gateway/program-list.ts';
import { Answered, type Arguments, readArguments, UsageError } from './arguments.ts';
import { problemPrinter, startReport, styleFor } from './report.ts';
import { readRunArguments } from './run/arguments.ts';
import { run } from './run/run.ts';

/**
 * Starts the simulator and stays until it is interrupted; `run` plays scenarios and ends.
 * @param args what stands after the program's name
 * @param home the package's folder: the built page and the samples are in it
 */
export async function main(args: readonly string[], home: string): Promise<void> {
  const from = process.env.INIT_CWD ?? process.cwd();
  // Whoever reads has seen enough, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    if (args[0] === 'run') process.exitCode = await run(readRunArguments(args.slice(1)), from, home, process);
    else await start(readArguments(args, from, versionOf(home)), home);
  } catch (error) {
    if (error instanceof Answered) process.stdout.write(error.text);
    else if (error instanceof UsageError) for (const line of error.message.split('\n')) fail(line, 2);
    else throw error;
  }
}

function fail(line: string, code: number): void {
  console.error(`miniauth: ${line}`);
  process.exitCode = code;
}

async function start({ folders, urls, port, dialects }: Arguments, home: string): Promise<void> {
  const page = join(home, 'dist', 'page');
  if (!existsSync(join(page, 'index.html')))
    return fail(`the page is not built. Run npm run build in ${home}.`, 1);

  const samples = { path: join(home, 'mini-programs'), sample: true };
  const options = { folders: [...folders.map((path) => ({ path, sample: false })), samples], urls, dialects };
  const printProblems = problemPrinter((line) => console.error(line), styleFor(process.stderr, process.env));
  try {
    const gateway = await startGateway({ ...options, page, port, onPrograms: printProblems });
    const file = await programList(options).file();
    console.log(startReport(gateway.url, file, styleFor(process.stdout, process.env)));
    if (urls.length > 0)
      console.log('\nHot reload of a development server does not reach the frame: use Reload there.');
    printProblems(file);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void gateway.close().then(() => process.exit(0)));
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    fail(error.message, 1);
  }
}

const versionOf = (home: string): string =>
  (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version;
