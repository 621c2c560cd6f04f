#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(home, 'dist', 'node', 'cli.js');
if (existsSync(built)) {
  const { main } = await import(pathToFileURL(built).href);
  await main(process.argv.slice(2), home);
} else {
  console.error(`miniauth: not built yet. Run npm run build in ${home}.`);
  process.exitCode = 1;
}
