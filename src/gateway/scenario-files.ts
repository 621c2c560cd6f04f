/** The scenarios that a program's folder brings: `scenarios/*.json`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../contract/json-text.ts';
import type { ProgramScenarios } from '../contract/program.ts';
import type { Scenario } from '../contract/scenario.ts';
import { readScenario } from '../host/scenario/read.ts';

/** Where a program keeps its scenarios, inside its folder. */
const FOLDER = 'scenarios';

/** The JSON files in a folder, absolute and sorted; none when there is no such folder. */
export function jsonIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** The scenario files of the program in this folder. */
export const scenarioFilesOf = (root: string): string[] => jsonIn(join(root, FOLDER));

/**
 * Reads scenario files.
 * @param nameOf how a file is called in a sentence
 * @returns the scenarios, and one line for each problem of a file that is none: the file, the field, what was expected
 */
export function readScenarioFiles(
  files: readonly string[],
  nameOf: (file: string) => string,
): { scenarios: Scenario[]; problems: string[] } {
  const scenarios: Scenario[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const name = nameOf(file);
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

/** What a program brings, for the list of programs; undefined when it brings none. */
export function programScenarios(root: string): ProgramScenarios | undefined {
  const files = scenarioFilesOf(root);
  if (files.length === 0) return undefined;
  const read = readScenarioFiles(files, (file) => file.slice(root.length + 1).replaceAll('\\', '/'));
  return { list: read.scenarios, problems: read.problems };
}
