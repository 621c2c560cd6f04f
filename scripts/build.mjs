/**
 * `npm run build`: everything that is built, into dist/.
 *
 *     dist/page/                       the page: works from any web server, under any path, offline
 *     dist/page/__miniauth__/guest.js  what runs inside a mini program's frame: one classic script
 *     dist/page/__miniauth__/axml.js   the same for AXML programs, with their runtime; axml-more.js: components that few need
 *     dist/page/programs/              the samples, prepared for a plain web server
 *     dist/node/                       the server and the command line
 *
 * Nothing is done when the sources are those of the last build; `--force` builds all the same.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { isBuilt, sourceStamp } from './lib/stamp.mjs';

/** @param {string} out folder of the page @returns {import('vite').InlineConfig} */
export const pageConfig = (out) => ({
  root,
  configFile: inRoot('vite.config.ts'),
  logLevel: 'warn',
  build: { outDir: out, emptyOutDir: true },
});

/** The scripts of frames, by their names in `__miniauth__/`. */
export const GUESTS = {
  guest: inRoot('src', 'guest', 'main.ts'),
  axml: inRoot('src', 'guest', 'axml', 'main.ts'),
  'axml-more': inRoot('src', 'guest', 'axml', 'more-main.ts'),
};

/** What the second script of an AXML frame finds instead of having it itself: src/guest/axml/shared.ts. */
const SHARED_GLOBAL = '__miniauth_axml__';
/** @type {Record<string, string>} member of `shared` by module */
const SHARED = {
  preact: 'preact',
  'preact/hooks': 'hooks',
  'components/attributes.ts': 'attributes',
  'components/checkable.ts': 'checkable',
  'components/fields.ts': 'fields',
  'components/hooks.ts': 'componentHooks',
  'components/text.ts': 'text',
  'axml/element.ts': 'element',
  'axml/events.ts': 'events',
};
/** @param {string} id */
const sharedName = (id) =>
  SHARED[id] ??
  SHARED[
    Object.keys(SHARED).find((end) => end.endsWith('.ts') && id.replaceAll('\\', '/').endsWith(`/${end}`)) ??
      ''
  ];
/** @param {string} id @param {string | undefined} _from @param {boolean} resolved */
const isShared = (id, _from, resolved) => (id in SHARED || resolved) && sharedName(id) !== undefined;

/**
 * A guest: one classic minified script, as module scripts are refused to an opaque origin.
 * @param {string} out folder of the page
 * @param {keyof typeof GUESTS} guest
 * @returns {import('vite').InlineConfig}
 */
export const guestConfig = (out, guest) => ({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: join(out, '__miniauth__'),
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: GUESTS[guest],
      external: guest === 'axml-more' ? isShared : [],
      output: {
        format: 'iife',
        entryFileNames: `${guest}.js`,
        globals: (id) => `${SHARED_GLOBAL}.${sharedName(id)}`,
      },
    },
  },
});

/**
 * The server and the command line. What package.json lists as dependencies is installed with the package; all else is
 * bundled.
 * @param {string} out
 * @returns {import('vite').InlineConfig}
 */
const nodeConfig = (out) => ({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: {
    noExternal: true,
    external: Object.keys(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).dependencies),
  },
  build: {
    ssr: true,
    outDir: out,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: {
        cli: inRoot('src', 'cli', 'main.ts'),
        gateway: inRoot('src', 'gateway', 'index.ts'),
        'static-build': inRoot('src', 'gateway', 'static-build.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});

/**
 * @param {{ force?: boolean, log?: (line: string) => void }} [options]
 * @returns {Promise<boolean>} whether anything had to be built
 */
export async function build({ force = false, log = console.error } = {}) {
  const stamp = sourceStamp();
  if (!force && isBuilt(stamp)) return false;
  log('Building …');
  // Whoever asks for a build, a test runner too, gets the one that users get.
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  const { build: viteBuild } = await import('vite');
  // Built aside and put in place when it is complete, so that a build that fails leaves the last good one.
  const aside = inRoot('.cache', `build-${process.pid}`);
  const page = join(aside, 'page');
  const node = join(aside, 'node');
  try {
    await viteBuild(pageConfig(page));
    await viteBuild(guestConfig(page, 'guest'));
    await viteBuild(guestConfig(page, 'axml'));
    await viteBuild(guestConfig(page, 'axml-more'));
    await viteBuild(nodeConfig(node));
    renameSync(join(page, 'manifest.json'), join(aside, 'page-manifest.json'));
    const { buildStaticPrograms } = await import(pathToFileURL(join(node, 'static-build.js')).href);
    buildStaticPrograms(inRoot('mini-programs'), page);
    writeFileSync(join(aside, 'stamp'), stamp);
    replace(aside, inRoot('dist'));
  } finally {
    rmSync(aside, { recursive: true, force: true });
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
  return true;
}

/** @param {string} from @param {string} to */
function replace(from, to) {
  const old = inRoot('.cache', `old-${process.pid}`);
  mkdirSync(inRoot('.cache'), { recursive: true });
  rmSync(old, { recursive: true, force: true });
  try {
    renameSync(to, old);
  } catch {
    // There was none.
  }
  renameSync(from, to);
  rmSync(old, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!(await ensureInstalled())) process.exit(1);
  const built = await build({ force: process.argv.includes('--force') });
  console.error(built ? 'Built into dist/.' : 'Nothing has changed since the last build.');
}
