import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What was built: run after both builds, builds nothing itself. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['test/built/**/*.test.ts'] },
});
