import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('stays small enough to inject: 15 kB minified, 12 kB gzipped', async () => {
  const entry = fileURLToPath(new URL('../../lib/readers/index.ts', import.meta.url));
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  console.log(`page reader: ${code.length} bytes minified, ${gzipSync(code).length} gzipped`);
  expect(code.length).toBeGreaterThan(1_000);
  expect(code.length).toBeLessThanOrEqual(15_000);
  expect(gzipSync(code).length).toBeLessThanOrEqual(12_000);
  const foreign = Object.keys(metafile.inputs).filter((path) => !path.startsWith('lib/readers/'));
  expect(foreign).toEqual([]);
});
