import { realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';

export type Found =
  | { type: 'file'; file: string; size: number; modified: number }
  | { type: 'folder' }
  | { type: 'none' };

/** What of a folder may be served. `packages`: those in `node_modules` as well. */
export interface Served {
  packages?: boolean;
}

/**
 * The names on the way to a file, from the path of a URL as the client sent it; undefined when it could lead out of
 * the folder or names what is not for others to read: hidden files, `node_modules`.
 * @param path percent-encoded, starting with `/`, without query
 */
export function namesOf(path: string, served: Served = {}): string[] | undefined {
  if (!path.startsWith('/')) return undefined;
  const names: string[] = [];
  for (const part of path.slice(1).split('/')) {
    let name: string;
    try {
      name = decodeURIComponent(part);
    } catch {
      return undefined;
    }
    if (name === '') continue;
    if (!isServable(name, served)) return undefined;
    names.push(name);
  }
  return names;
}

/** One name of a path that may be served: no way up, no separator, not hidden, no folder of packages. */
export function isServable(name: string, { packages = false }: Served = {}): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  if (/[/\\\u0000-\u001f]/.test(name) || name.startsWith('.')) return false;
  if (sep === '\\' && /[:*?"<>|]|[. ]$/.test(name)) return false;
  return packages || name.toLowerCase() !== 'node_modules';
}

/**
 * What stands at a URL's path inside a folder. A symbolic link out of the folder, or to something hidden in it, is
 * nothing.
 * @param root absolute folder
 */
export async function findFile(root: string, path: string, served: Served = {}): Promise<Found> {
  const names = namesOf(path, served);
  if (!names) return { type: 'none' };
  try {
    const [base, real] = await Promise.all([realpath(root), realpath(resolve(root, ...names))]);
    if (!isInside(base, real, served)) return { type: 'none' };
    const stats = await stat(real);
    if (stats.isDirectory()) return { type: 'folder' };
    if (!stats.isFile() || path.endsWith('/')) return { type: 'none' };
    return { type: 'file', file: real, size: stats.size, modified: stats.mtimeMs };
  } catch {
    // Missing, not ours to read, a name too long for the file system: nothing to serve in any case.
    return { type: 'none' };
  }
}

/**
 * Whether what a path has led to, links followed, may be served, too. Package managers keep what they link to in hidden
 * folders of `node_modules`.
 * @param base the folder, links followed
 */
export function isInside(base: string, real: string, served: Served): boolean {
  if (real === base) return true;
  if (!real.startsWith(base.endsWith(sep) ? base : base + sep)) return false;
  const names = relative(base, real).split(sep);
  return names.every(
    (name, i) =>
      isServable(name, served) ||
      (served.packages === true && names[i - 1] === 'node_modules' && /^\.[\w-]+$/.test(name)),
  );
}
