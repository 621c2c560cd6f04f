/** Reads the command line of `miniauth run`. No printing and no exit here. */
import { Command, CommanderError, Option } from 'commander';
import { Answered, UsageError } from '../arguments.ts';

export const REPORTERS = ['list', 'json', 'junit', 'html'] as const;
export type Reporter = (typeof REPORTERS)[number];

export interface RunArguments {
  /** What is to be run, as it was written: `catalogue`, files, patterns, folders. */
  what: string[];
  reporter: Reporter;
  /** Where the report goes; undefined: to the standard output. */
  output: string | undefined;
  /** Ids of dialects, or files that hold one. None: every dialect that a scenario is for. */
  dialects: string[];
  program: string | undefined;
  /** Only scenarios with this in their name or title. */
  grep: string | undefined;
}

const EXAMPLES = `
Examples:
  miniauth run catalogue
  miniauth run catalogue ./my-program --dialect qi --reporter html --output report.html
  miniauth run login.json 'scenarios/**/*.json' --reporter junit --output results.xml

Exit codes: 0 all passed, 1 some failed, 2 the arguments are wrong or a file cannot be read.
`;

/**
 * @param args what stands after `run`
 * @throws UsageError | Answered
 */
export function readRunArguments(args: readonly string[]): RunArguments {
  let printed = '';
  const command = new Command('miniauth run')
    .description('Plays scenarios without a browser and says what came of them.')
    .argument(
      '<what...>',
      'catalogue (the scenarios that ship), scenario files, patterns or folders of them, and the folder of your mini program, which brings its own scenarios/*.json',
    )
    .addOption(new Option('--reporter <name>', 'how to report').choices([...REPORTERS]).default('list'))
    .option('--output <file>', 'write the report into a file')
    .option(
      '--dialect <id>',
      'only in this dialect: an id, or a file that holds one; may be repeated',
      collected,
    )
    .option('--program <id>', 'the program to play, when there are several')
    .option('--grep <text>', 'only scenarios with this text in their name or title')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        printed += text;
      },
      writeErr: () => {},
    });
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) throw new Answered(printed);
    const message = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
    throw new UsageError(`${message.replace(/\.?$/, '.')} See miniauth run --help.`);
  }
  const {
    reporter,
    output,
    dialect = [],
    program,
    grep,
  } = command.opts<{
    reporter: Reporter;
    output?: string;
    dialect?: string[];
    program?: string;
    grep?: string;
  }>();
  return { what: command.args, reporter, output, dialects: dialect, program, grep };
}

const collected = (text: string, before: string[] = []): string[] => [...before, text];
