import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { staticPagePolicy } from './src/gateway/csp.ts';

/** The built page carries its policy, for web servers that send none. Vite's development server needs inline scripts. */
const policy: Plugin = {
  name: 'miniauth-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: staticPagePolicy() },
      injectTo: 'head-prepend',
    },
  ],
};

/** The simulator's page. `scripts/build.mjs` builds the rest: the guest script, the server, the samples. */
export default defineConfig({
  // Relative addresses: the built page works under any path.
  base: './',
  plugins: [react(), tailwindcss(), policy],
  build: {
    outDir: 'dist/page',
    target: 'es2023',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  worker: { format: 'es' },
});
