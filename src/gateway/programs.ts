/** Finds the mini programs in folders, fresh from disk at each call. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseObject } from '../compiler/project/json.ts';
import { axmlFolder, type ReadObject } from '../contract/axml/project.ts';
import type { Dialect } from '../contract/dialects/index.ts';
import type { Manifest, ProgramListing } from '../contract/program.ts';
import { hostSafeId, uniqueId } from '../contract/program-id.ts';
import { readManifest } from './manifest.ts';
import { namesOf } from './safe-path.ts';

export interface ProgramFolder {
  /** Absolute. A program itself, or a folder of programs. */
  path: string;
  /** Ships with the simulator. */
  sample: boolean;
}

export interface FolderProgram {
  listing: ProgramListing;
  /** A whole dialect from its miniauth.json. */
  dialect: Dialect | undefined;
  /** Absolute folder of its files. */
  root: string;
}

/** The files that make a folder a program. */
export const MARKERS = ['miniauth.json', 'app.json', 'manifest.json', 'index.html'] as const;

const isProgram = (folder: string): boolean =>
  MARKERS.some((name) => existsSync(join(folder, name))) || axmlFolder(objectsIn(folder)) !== undefined;

/** JSON files of a folder, read without a word about what is wrong with them. */
const objectsIn = (root: string): ReadObject => {
  return (path) => readObject(root, '', path, []);
};

/**
 * The programs in these folders: the folder itself, or else each of its sub-folders that is one. An earlier folder
 * has the first choice of an id.
 * @param taken ids that are not free any more; those given out here are added
 * @returns `problems`: one sentence for each folder without any program
 */
export function findPrograms(
  folders: readonly ProgramFolder[],
  taken: Set<string> = new Set(),
): { programs: FolderProgram[]; problems: string[] } {
  const problems: string[] = [];
  const programs = folders.flatMap(({ path, sample }) => {
    const roots = rootsIn(path);
    if (roots.length === 0) problems.push(nothingIn(path));
    return roots.map((root) => {
      const id = uniqueId(hostSafeId(basename(root)), taken);
      taken.add(id);
      return readProgram(root, id, sample);
    });
  });
  return { programs, problems };
}

/** The sentence for a folder with no program in it. */
const nothingIn = (path: string): string =>
  existsSync(path)
    ? `${path}: no mini program here. Expected ${MARKERS.join(', ').replace(/, ([^,]*)$/, ' or $1')} in it or in one of its sub-folders.`
    : `${path}: this folder does not exist.`;

function rootsIn(path: string): string[] {
  if (isProgram(path)) return [path];
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => namesOf(`/${encodeURIComponent(name)}`)?.length === 1)
      .map(({ name }) => join(path, name))
      .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() && isProgram(folder))
      .sort();
  } catch {
    return [];
  }
}

function readProgram(root: string, id: string, sample: boolean): FolderProgram {
  const folder = basename(root);
  const problems: string[] = [];
  const text = readText(join(root, 'miniauth.json'));
  const read = text === undefined ? undefined : readManifest(text, `${folder}/miniauth.json`);
  problems.push(...(read?.problems ?? []));
  const { app = '', ...kind } = kindOf(root, folder, problems);
  const manifest: Manifest = { ...read?.manifest };
  manifest.name ??= kind.name ?? folder.slice(0, 200);
  if (kind.kind !== 'axml') {
    const entry = manifest.entry ?? kind.entry ?? 'index.html';
    if (entry !== 'index.html') manifest.entry = entry;
    if (!/^[a-z]+:/i.test(entry) && !existsSync(join(root, entry.replace(/[?#].*$/, ''))))
      problems.push(
        `${folder}: the first page, ${entry}, does not exist. Name it as "entry" in miniauth.json.`,
      );
  }
  const listing: ProgramListing = {
    id,
    kind: kind.kind,
    manifest,
    problems,
    sample,
    path: `programs/${id}/`,
    ...(app === '' ? {} : { app }),
  };
  return { listing, dialect: read?.dialect, root };
}

interface Kind {
  kind: ProgramListing['kind'];
  name?: string | undefined;
  entry?: string | undefined;
  /** Where in it app.json is. */
  app?: string;
}

/**
 * `app.json` with pages, on top or where AXML projects have it: AXML. `manifest.json` with `plus`: HTML5+. Other tools have files of these names too, a
 * web app its `manifest.json`: those are plain HTML5.
 */
function kindOf(root: string, folder: string, problems: string[]): Kind {
  readObject(root, folder, 'app.json', problems);
  const found = axmlFolder(objectsIn(root));
  if (found) return { kind: 'axml', ...found };
  const has = (name: string) => existsSync(join(root, name));
  // Somebody is about to write one.
  if (has('app.json') && !has('index.html') && !has('manifest.json')) return { kind: 'axml' };
  const manifest = readObject(root, folder, 'manifest.json', problems);
  if (!manifest || typeof manifest.plus !== 'object' || manifest.plus === null) return { kind: 'html5' };
  return { kind: 'plus', name: textIn(manifest.name), entry: textIn(manifest.launch_path) };
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= 200 ? value : undefined;

/** An object from a JSON file, read as the compiler reads `app.json`; HBuilder writes comments into `manifest.json`, too. */
function readObject(
  root: string,
  folder: string,
  name: string,
  problems: string[],
): Record<string, unknown> | undefined {
  const text = readText(join(root, name));
  if (text === undefined) return undefined;
  const parsed = parseObject(text);
  if ('value' in parsed) return parsed.value;
  const { line, column, message } = parsed.wrong;
  problems.push(
    `${folder}/${name}, line ${line}, column ${column}: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`,
  );
  return undefined;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
