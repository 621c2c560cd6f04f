import { defineConfig } from 'vitest/config';

/** Unit tests lie beside what they test. Everything runs in Node: what needs a browser is in e2e/. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}'],
    environment: 'node',
    passWithNoTests: true,
    // Two cores are what a small build machine has.
    maxWorkers: 2,
    // A property test on a busy machine takes what it takes; a test that hangs still ends.
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      exclude: ['src/**/*.test.*'],
      reportsDirectory: 'coverage',
    },
  },
});
