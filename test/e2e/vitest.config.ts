import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ByBrowser } from './by-browser.ts';

/** Real browsers: two files side by side, since each waits for its browser most of the time; with time for a slow machine. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    maxWorkers: 2,
    // Two browsers share the machine: what one did not get done in time is tried once more, and the output says that it was.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', new ByBrowser()],
  },
});
