import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';

/** Node's own modules as packages, which the libraries expect of whoever bundles them. */
const substitutes = { buffer: 'buffer/', events: 'events/', stream: 'readable-stream' };

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

async function bundle(file: string, options?: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path(file)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome120',
    write: false,
    ...options,
  });
  return outputFiles?.[0]?.text ?? '';
}

/** The script that defines `readingBench` in a page, with all candidates inside. */
export function benchScript(): Promise<string> {
  return bundle('page.ts', { alias: substitutes, inject: [path('node-globals.ts')], define: { global: 'globalThis' } });
}

/** Bytes of what is injected into pages, gzipped. */
export async function readerSize(): Promise<number> {
  return gzipSync(await bundle('../../entrypoints/page-reader.ts', { globalName: 'reader' })).length;
}
