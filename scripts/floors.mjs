/**
 * The import floors of docs/architecture.md: data flows down the floors, never back up.
 * Each floor lists the only other floors that it may import; `bare` are the packages it may not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

export const floors = {
  contract: [],
  messages: [],
  host: ['contract'],
  guest: ['contract'],
  catalogue: ['contract'],
  compiler: ['contract'],
  frame: ['contract', 'host', 'guest', 'catalogue', 'compiler'],
  automation: ['contract', 'host', 'catalogue', 'compiler', 'frame'],
  ui: ['contract', 'host', 'catalogue', 'compiler', 'frame', 'automation', 'messages'],
  gateway: ['contract', 'host', 'catalogue', 'compiler'],
  playwright: ['contract', 'host', 'catalogue', 'compiler', 'automation', 'gateway'],
  cli: ['contract', 'host', 'catalogue', 'compiler', 'gateway', 'playwright'],
};
/** Floors that run in any JavaScript engine: no React, no Node modules. */
const headless = ['contract', 'host', 'catalogue'];
const notHeadless = /^(node:|react|zustand|hono|playwright|@playwright|vite)/;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const src = join(root, 'src');

/** @param {string} file @param {string} code @returns {string[]} every module specifier in the file */
export function specifiersOf(file, code) {
  const ast = parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  /** @type {string[]} */
  const found = [];
  JSON.stringify(ast, (_key, node) => {
    if (
      node &&
      typeof node === 'object' &&
      /^(Import|Export(Named|All))/.test(node.type ?? '') &&
      node.source?.value
    )
      found.push(node.source.value);
    return typeof node === 'bigint' ? String(node) : node;
  });
  return found;
}

/** @param {string} file absolute @param {string[]} specifiers @returns {string[]} what breaks the floors, one sentence each */
export function violations(file, specifiers) {
  const floor = relative(src, file).split(sep)[0] ?? '';
  const allowed = /** @type {Record<string, string[]>} */ (floors)[floor];
  if (!allowed) return [`${relative(root, file)}: src/${floor} is not a floor; add it to scripts/floors.mjs`];
  // A test may look at the house as a whole.
  if (/\.test\.tsx?$/.test(file)) return [];
  return specifiers.flatMap((spec) => {
    if (spec.startsWith('.')) {
      const target = resolve(dirname(file), spec);
      if (!target.startsWith(src + sep)) return [];
      const to = relative(src, target).split(sep)[0] ?? '';
      return to === floor || allowed.includes(to)
        ? []
        : [`${relative(root, file)}: ${floor} may not import ${to} ('${spec}')`];
    }
    return headless.includes(floor) && notHeadless.test(spec)
      ? [`${relative(root, file)}: ${floor} is headless and may not import '${spec}'`]
      : [];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && name.includes(sep))
    .map((name) => join(src, name));
  const broken = files.flatMap((file) => violations(file, specifiersOf(file, readFileSync(file, 'utf8'))));
  for (const line of broken) console.error(line);
  console.log(`floors: ${files.length} files, ${broken.length} broken imports`);
  process.exit(broken.length ? 1 : 0);
}
