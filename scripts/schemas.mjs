/**
 * JSON Schemas of the files that a developer writes, made from the schemas that the simulator itself checks with.
 * Without arguments writes them to schemas/; with `--check` says whether they are up to date.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inRoot } from './lib/paths.mjs';

/** @type {readonly { file: string, module: string, schema: string, title: string }[]} */
const SCHEMAS = [
  {
    file: 'miniauth.schema.json',
    module: 'src/contract/program.ts',
    schema: 'manifestSchema',
    title: 'miniauth.json: what a mini program tells the simulator of itself',
  },
  {
    file: 'dialect.schema.json',
    module: 'src/contract/dialects/schema.ts',
    schema: 'dialectSchema',
    title: 'A dialect: what a mini program of one wallet sees of my.getAuthCode',
  },
  {
    file: 'scenario.schema.json',
    module: 'src/contract/scenario.ts',
    schema: 'scenarioSchema',
    title: 'A scenario: what is chosen, what goes wrong, what happens, and what must come of it',
  },
  {
    file: 'session.schema.json',
    module: 'src/contract/session-file.ts',
    schema: 'sessionFileSchema',
    title: 'A session: everything that happened, as a file',
  },
];

/** @returns {Promise<{ path: string, text: string }[]>} each schema file and what should stand in it */
export async function schemaFiles() {
  const { runnerImport } = await import('vite');
  const { z } = await import('zod/mini');
  return Promise.all(
    SCHEMAS.map(async ({ file, module, schema, title }) => {
      const { module: loaded } = /** @type {{ module: Record<string, import('zod/v4/core').$ZodType> }} */ (
        await runnerImport(inRoot(module))
      );
      const found = loaded[schema];
      if (!found) throw new Error(`${module} exports no ${schema}`);
      const { $schema, ...rest } = z.toJSONSchema(found, { io: 'input' });
      return {
        path: inRoot('schemas', file),
        text: `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`,
      };
    }),
  );
}

/** @param {string} path */
function readOr(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stale = (await schemaFiles()).filter(({ path, text }) => readOr(path) !== text);
  if (process.argv.includes('--check')) {
    for (const { path } of stale) console.error(`${path} is not up to date. Run node scripts/schemas.mjs.`);
    process.exit(stale.length > 0 ? 1 : 0);
  }
  mkdirSync(inRoot('schemas'), { recursive: true });
  for (const { path, text } of stale) writeFileSync(path, text);
  console.log(`schemas: ${stale.length} written`);
}
