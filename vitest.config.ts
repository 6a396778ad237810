import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { wordsPlugin } from './scripts/words.ts';

export default defineConfig({
  plugins: [wordsPlugin()],
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/built/**'],
    restoreMocks: true,
    setupFiles: ['test/support/english.ts'],
    // No test is timed: this only ends one that hangs, on however busy a machine.
    testTimeout: 60_000,
    // The runner would leave a core to itself, which on a machine of two halves the speed.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
