/** What the terminal says. Plain lines; colour only where the caller says that it shows. */
import type { ProgramsFile } from '../contract/program.ts';

export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  warn(text: string): string;
}

/** Colours for a terminal; none for a pipe, a file or where NO_COLOR is set. */
export function styleFor(stream: { isTTY?: boolean }, env: Record<string, string | undefined>): Style {
  const coloured = stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const code = (open: number, close: number) => (text: string) =>
    coloured ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { bold: code(1, 22), dim: code(2, 22), warn: code(33, 39) };
}

/** The lines after the start: the address, then each program. */
export function startReport(url: string, file: ProgramsFile, style: Style): string {
  const width = Math.max(0, ...file.programs.map(({ id }) => id.length));
  const lines = file.programs.map(({ id, kind, manifest, sample }) => {
    const words = [kind, ...(sample ? ['sample'] : [])].join(', ');
    return `  ${id.padEnd(width)}  ${manifest.name ?? id} ${style.dim(`(${words})`)}`;
  });
  return [
    `Miniauth is running at ${style.bold(url)}`,
    '',
    ...(lines.length > 0 ? ['Mini programs:', ...lines] : ['No mini program was found.']),
  ].join('\n');
}

/** Every problem in a list of programs, one line each. */
export const problemsIn = (file: ProgramsFile): string[] => [
  ...file.problems,
  ...file.programs.flatMap(({ problems }) => problems),
];

/** Prints each problem once, however often the programs are read. */
export function problemPrinter(print: (line: string) => void, style: Style): (file: ProgramsFile) => void {
  let last = new Set<string>();
  return (file) => {
    const now = new Set(problemsIn(file));
    for (const problem of now) if (!last.has(problem)) print(`${style.warn('problem:')} ${problem}`);
    last = now;
  };
}
