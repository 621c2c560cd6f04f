/** `npm start`: installs what is missing, builds what is stale, starts the simulator. Arguments are passed through. */
import { build } from './build.mjs';
import { ensureInstalled } from './lib/install.mjs';

if (!(await ensureInstalled())) process.exit(1);
try {
  await build();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('The build failed.');
  process.exit(1);
}
await import('../bin/miniauth.js');
