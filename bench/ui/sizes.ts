import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const gzipped = (text: string | Uint8Array) => gzipSync(text, { level: 9 }).length / 1000;

/** What an extension page loads before it shows anything, in kB gzipped: its scripts, all that they import, and the English words. */
export function sizeOfPage(extension: string, page: string): number {
  const html = readFileSync(join(extension, page), 'utf8');
  const loaded = new Map<string, number>();
  const load = (path: string) => {
    const file = join(extension, path);
    if (loaded.has(file) || !existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    loaded.set(file, gzipped(text));
    for (const [, from] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g))
      load(join(dirname(path), from ?? ''));
    const words = /import\("(\.\/en-[^"]+\.js)"\)/.exec(text)?.[1];
    if (words) load(join(dirname(path), words));
  };
  for (const [, path] of html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)) load(path ?? '');
  return [...loaded.values()].reduce((sum, size) => sum + size, 0);
}

/** React and React DOM alone, as a production build bundles them, in kB gzipped. */
export async function sizeOfReact(): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; createRoot(document.body).render(createElement('p'));",
      resolveDir: process.cwd(),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return gzipped(outputFiles[0]?.contents ?? '');
}
