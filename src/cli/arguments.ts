/** Reads the command line. No printing and no exit here: what is wrong is thrown as one plain line. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { type Dialect, parseDialect } from '../contract/dialects/index.ts';
import { parseJson } from '../contract/json-text.ts';

export const DEFAULT_PORT = 6464;

export interface Arguments {
  /** Absolute. */
  folders: string[];
  urls: URL[];
  port: number;
  dialects: Dialect[];
}

/** The command line is wrong; `message` is one line for a person. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** `--help` or `--version` was asked for; `text` is the answer. */
export class Answered extends Error {
  constructor(readonly text: string) {
    super('answered');
  }
}

/**
 * @param args what stands after the program's name
 * @param from the folder that relative paths start from
 * @throws UsageError | Answered
 */
export function readArguments(args: readonly string[], from: string, version: string): Arguments {
  let printed = '';
  const command = new Command('miniauth')
    .description('A mini program runtime simulator for the browser: authorization, step by step.')
    .argument('[folder|url...]', 'folders of mini programs, or addresses of development servers')
    .option('--port <number>', 'the port to listen on', portOf, DEFAULT_PORT)
    .option('--dialect <file.json>', 'a dialect from a file; may be repeated', collected)
    .version(version)
    .addHelpText('after', '\nminiauth run --help: play scenarios without a browser.\n')
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
    throw new UsageError(
      `${error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')} See miniauth --help.`,
    );
  }
  const { port, dialect = [] } = command.opts<{ port: number; dialect?: string[] }>();
  const places = command.args.map((text) => placeOf(text, from));
  return {
    port,
    folders: places.filter((place) => typeof place === 'string'),
    urls: places.filter((place) => place instanceof URL),
    dialects: dialect.map((file) => dialectOf(file, from)),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('Expected a number from 0 to 65535.');
  return port;
}

const collected = (text: string, before: string[] = []): string[] => [...before, text];

function placeOf(text: string, from: string): string | URL {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
    throw new UsageError(`${text}: expected an address such as http://localhost:5173.`);
  }
  const folder = resolve(from, text);
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`${folder}: this folder does not exist.`);
  if (!stats.isDirectory()) throw new UsageError(`${folder}: expected a folder, this is a file.`);
  return folder;
}

/** The dialect in a file. Throws a {@link UsageError}. */
export function dialectOf(name: string, from: string): Dialect {
  const file = resolve(from, name);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--dialect: ${file} cannot be read.`);
  }
  const parsed = parseJson(text);
  if (!parsed.ok)
    throw new UsageError(
      `--dialect: ${file}, line ${parsed.line}, column ${parsed.column}: ${parsed.message}.`,
    );
  const read = parseDialect(parsed.value);
  if ('dialect' in read) return read.dialect;
  const [first = '', ...more] = read.problems;
  const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
  throw new UsageError(`--dialect: ${file}: ${first}${rest}`);
}
