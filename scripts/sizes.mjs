/**
 * Holds what a user downloads to a budget, gzipped: the scripts in mini programs' documents, and the page until it
 * can be used (its document, the entry, what that imports statically, the styles; lazy parts and workers apart).
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { inRoot } from './lib/paths.mjs';

export const BUDGETS = { guest: 25_000, axml: 45_000, more: 10_000, page: 220_000 };

/** @typedef {Record<string, { file: string, isEntry?: boolean, imports?: string[], css?: string[] }>} Manifest Vite's */

/**
 * The files of the first load.
 * @param {Manifest} manifest
 * @returns {string[]} in the order in which they are found, each once
 */
export function firstLoad(manifest) {
  const seen = new Set();
  /** @type {Set<string>} */
  const files = new Set(['index.html']);
  const queue = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) continue;
    seen.add(key);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    queue.push(...(chunk.imports ?? []));
  }
  return [...files];
}

/** @param {string} file inside dist/page */
const gzipped = (file) => gzipSync(readFileSync(inRoot('dist', 'page', file)), { level: 9 }).length;

/** @returns {{ name: string, size: number, budget: number }[]} in bytes */
export function sizes() {
  const manifest = /** @type {Manifest} */ (
    JSON.parse(readFileSync(inRoot('dist', 'page-manifest.json'), 'utf8'))
  );
  const page = firstLoad(manifest).reduce((sum, file) => sum + gzipped(file), 0);
  return [
    { name: 'frame script', size: gzipped('__miniauth__/guest.js'), budget: BUDGETS.guest },
    { name: 'frame script of AXML programs', size: gzipped('__miniauth__/axml.js'), budget: BUDGETS.axml },
    {
      name: 'its second script, where a page needs it',
      size: gzipped('__miniauth__/axml-more.js'),
      budget: BUDGETS.more,
    },
    { name: "page's first load", size: page, budget: BUDGETS.page },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = sizes();
  for (const { name, size, budget } of found)
    console.log(
      `${name}: ${(size / 1000).toFixed(1)} kB gzip of ${budget / 1000} kB${size > budget ? ', TOO MUCH' : ''}`,
    );
  process.exit(found.some(({ size, budget }) => size > budget) ? 1 : 0);
}
