import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/built/**'],
    restoreMocks: true,
    // No test is timed: this only ends one that hangs, on however busy a machine.
    testTimeout: 60_000,
  },
});
