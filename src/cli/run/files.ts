/** Finds and reads the scenario files and the programs that a command line means. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Scenario } from '../../contract/scenario.ts';
import { parseJson } from '../../gateway/json-text.ts';
import { findPrograms } from '../../gateway/programs.ts';
import { readScenario } from '../../host/scenario/read.ts';
import { UsageError } from '../arguments.ts';

/** The word for the scenarios that ship. */
export const CATALOGUE = 'catalogue';

export interface Found {
  catalogue: boolean;
  /** Absolute, each once, in the order given. */
  files: string[];
  /** Folders with a mini program in them, absolute. */
  folders: string[];
}

/**
 * Sorts what was written on the command line.
 * @param from the folder that relative paths start from
 * @throws UsageError for what is not there
 */
export function findScenarios(what: readonly string[], from: string): Found {
  const files = new Set<string>();
  const folders = new Set<string>();
  let catalogue = false;
  for (const text of what) {
    const path = resolve(from, text);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (text === CATALOGUE) catalogue = true;
    else if (stats?.isDirectory()) {
      const isProgram = findPrograms([{ path, sample: false }]).programs.length > 0;
      if (isProgram) folders.add(path);
      const own = isProgram ? programScenarios(path) : jsonIn(path);
      if (!isProgram && own.length === 0)
        throw new UsageError(`${path}: no scenario (*.json) and no mini program in this folder.`);
      for (const file of own) files.add(file);
    } else if (stats) files.add(path);
    else {
      const matching = /[*?{[]/.test(text) ? globSync(text, { cwd: from, absolute: true }).sort() : [];
      if (matching.length === 0) throw new UsageError(`${text}: there is no such file, folder or scenario.`);
      for (const file of matching) files.add(resolve(file));
    }
  }
  return { catalogue, files: [...files], folders: [...folders] };
}

/** The scenarios that a program's folder brings, or those of the programs in it. */
function programScenarios(path: string): string[] {
  const roots = findPrograms([{ path, sample: false }]).programs.map(({ root }) => root);
  return [...new Set([path, ...roots])].flatMap((root) => jsonIn(join(root, 'scenarios')));
}

function jsonIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/**
 * Reads scenario files.
 * @returns the scenarios, and one line for each problem of a file that is none
 */
export function readScenarioFiles(
  files: readonly string[],
  from: string,
): { scenarios: Scenario[]; problems: string[] } {
  const scenarios: Scenario[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const name = relative(from, file).startsWith('..') ? file : relative(from, file);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      problems.push(`${name}: this file cannot be read.`);
      continue;
    }
    const parsed = parseJson(text);
    if (!parsed.ok) {
      problems.push(`${name}, line ${parsed.line}, column ${parsed.column}: ${parsed.message}.`);
      continue;
    }
    const read = readScenario(parsed.value);
    if ('scenario' in read) scenarios.push(read.scenario);
    else problems.push(...read.problems.map((problem) => `${name}: ${problem}`));
  }
  return { scenarios, problems };
}
