/** What files an AXML program has: its compiler asks for them by name. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isInside, isServable, namesOf } from './safe-path.ts';

/** A program with more files than this has something else in its folder. */
export const MOST_FILES = 50_000;

/**
 * The files below a folder that would be served, as paths from the root, with `/`. Packages are left out, unless the
 * folder that is asked for is one, or is their folder. Links that lead out, and those that lead in a circle, are nothing.
 * @param root absolute
 * @param under from the root; empty: all
 */
export async function sourceList(root: string, under: string): Promise<string[]> {
  const names = namesOf(`/${under.split('/').map(encodeURIComponent).join('/')}`, { packages: true });
  if (!names) return [];
  const served = { packages: names.some((name) => name.toLowerCase() === 'node_modules') };
  const files: string[] = [];
  let base: string;
  try {
    base = await realpath(root);
  } catch {
    return [];
  }
  const walk = async (folder: string, path: string, above: readonly string[]): Promise<void> => {
    let real: string;
    try {
      real = await realpath(folder);
    } catch {
      return;
    }
    if (above.includes(real) || !isInside(base, real, served)) return;
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (files.length >= MOST_FILES) return;
      // What a package brings along is asked for by its own name.
      if (!isServable(entry.name)) continue;
      const at = path === '' ? entry.name : `${path}/${entry.name}`;
      const full = join(folder, entry.name);
      let [isFolder, isFile] = [entry.isDirectory(), entry.isFile()];
      if (entry.isSymbolicLink()) {
        const target = await realpath(full).catch(() => undefined);
        const stats = target !== undefined && isInside(base, target, served) ? await stat(target) : undefined;
        [isFolder, isFile] = [stats?.isDirectory() ?? false, stats?.isFile() ?? false];
      }
      if (isFile) files.push(at);
      else if (isFolder) await walk(full, at, [...above, real]);
    }
  };
  await walk(resolve(root, ...names), names.join('/'), []);
  return files;
}
