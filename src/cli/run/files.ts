/** Finds the scenario files and the programs that a command line means. */
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { findPrograms } from '../../gateway/programs.ts';
import { jsonIn, scenarioFilesOf } from '../../gateway/scenario-files.ts';
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
      const own = isProgram ? ownScenarios(path) : jsonIn(path);
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
function ownScenarios(path: string): string[] {
  const roots = findPrograms([{ path, sample: false }]).programs.map(({ root }) => root);
  return [...new Set([path, ...roots])].flatMap(scenarioFilesOf);
}

/** How a file is called in a sentence: from the folder that the command was given in, if it is in it. */
export const nameFrom =
  (from: string) =>
  (file: string): string =>
    relative(from, file).startsWith('..') ? file : relative(from, file);
