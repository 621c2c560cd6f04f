/** `npm run check`: types, lint, import floors and the written schemas side by side. Exit code 1 when one of them fails. */
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';
import { runNode } from './lib/run.mjs';

/** @type {readonly { name: string, script: string, args: string[] }[]} */
const checks = [
  { name: 'types', script: 'node_modules/typescript/bin/tsc', args: ['-p', '.', '--pretty', 'false'] },
  {
    name: 'typings of my',
    script: 'node_modules/typescript/bin/tsc',
    args: ['-p', 'typings', '--pretty', 'false'],
  },
  {
    name: 'lint',
    script: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--max-diagnostics=200', '.'],
  },
  { name: 'floors', script: 'scripts/floors.mjs', args: [] },
  { name: 'schemas are up to date', script: 'scripts/schemas.mjs', args: ['--check'] },
];

/** What is checked, by name. */
export const CHECKS = checks.map(({ name }) => name);

/**
 * Runs the checks at once and prints what they found, one after the other.
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function check() {
  const results = await Promise.all(
    checks.map(async ({ name, script, args }) => ({
      name,
      ...(await runNode(script, args, { quiet: true })),
    })),
  );
  for (const { name, code, output } of results) {
    console.log(`── ${name}: ${code === 0 ? 'ok' : 'FAILED'}`);
    if (code !== 0) console.log(output.trimEnd());
  }
  return results.filter(({ code }) => code !== 0).map(({ name }) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!(await ensureInstalled())) process.exit(1);
  process.exit((await check()).length ? 1 : 0);
}
