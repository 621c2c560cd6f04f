/**
 * `npm run dev`: Vite's development server for work on the simulator itself, behind the gateway on one port, so that
 * programs have their own origins as ever. Arguments: `[folder…] [--port N]`.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, GUESTS, guestConfig } from './build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';

if (!(await ensureInstalled())) process.exit(1);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '6464' } },
});
const port = Number(values.port);

// The guest script and what stands beside it come from the build, in development too.
await build();
const { createServer, build: viteBuild } = await import('vite');
const watchers = await Promise.all(
  /** @type {(keyof typeof GUESTS)[]} */ (Object.keys(GUESTS)).map((name) => {
    const guest = guestConfig(inRoot('dist', 'page'), name);
    return viteBuild({ ...guest, build: { ...guest.build, watch: {} } });
  }),
);

const vite = await createServer({
  root: inRoot(),
  configFile: inRoot('vite.config.ts'),
  appType: 'spa',
  server: { middlewareMode: true, hmr: { port: port + 1 }, allowedHosts: ['localhost'] },
});
const { pageHeaders, siteOf, startGateway } = /** @type {typeof import('../src/gateway/index.ts')} */ (
  await vite.ssrLoadModule('/src/gateway/index.ts')
);

const folders = positionals.map((path) => ({
  path: resolve(process.env.INIT_CWD ?? '.', path),
  sample: false,
}));
const gateway = await startGateway({
  folders: [...folders, { path: inRoot('mini-programs'), sample: true }],
  urls: [],
  dialects: [],
  page: inRoot('dist', 'page'),
  port,
  before: (incoming, outgoing, next) => {
    const site = siteOf(incoming.headers.host, port);
    const path = incoming.url ?? '/';
    if (site.type !== 'page' || /^\/(programs\/|programs\.json|changes$|__miniauth__\/)/.test(path))
      return next();
    for (const [name, value] of Object.entries(pageHeaders(site.origin, port, true)))
      outgoing.setHeader(name, value);
    vite.middlewares(incoming, outgoing, next);
  },
}).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
console.log(`Development server at ${gateway.url}`);

process.once('SIGINT', async () => {
  for (const watcher of watchers) if ('close' in watcher) await watcher.close();
  await Promise.all([vite.close(), gateway.close()]);
  process.exit(0);
});
