/** Whether the built files are those of the present sources: a hash of contents, kept beside what was built. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';

const SOURCES = [
  'src',
  'mini-programs',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'scripts/build.mjs',
];
const NEEDED = ['page/index.html', 'page/programs.json', 'page/__miniauth__/guest.js', 'node/cli.js'];

/** @param {string} path inside the project @returns {string[]} the files at it, in a fixed order */
function filesAt(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** @returns {string} one word for the contents of everything that is built from */
export function sourceStamp() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesAt))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** @param {string} stamp of the present sources @returns {boolean} */
export function isBuilt(stamp) {
  const file = inRoot('dist', 'stamp');
  return (
    existsSync(file) &&
    readFileSync(file, 'utf8') === stamp &&
    NEEDED.every((name) => existsSync(inRoot('dist', name)))
  );
}
