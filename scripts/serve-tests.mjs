/**
 * The server that browser tests run on: the built page, the samples, and the mini programs that only tests need
 * (e2e/programs). Those count as samples, so that the page opens as it does for somebody who has none of their own.
 */
import { inRoot } from './lib/paths.mjs';

const { startGateway } = /** @type {typeof import('../src/gateway/index.ts')} */ (
  await import(new URL('../dist/node/gateway.js', import.meta.url).href)
);
const gateway = await startGateway({
  folders: ['mini-programs', 'e2e/programs'].map((path) => ({ path: inRoot(path), sample: true })),
  urls: [],
  dialects: [],
  page: inRoot('dist', 'page'),
  port: 0,
});
console.log(`running at ${gateway.url}`);
