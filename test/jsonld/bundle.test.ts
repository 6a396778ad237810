import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a browser gets of an entry: bundled and minified, with the alias that wxt.config.ts sets. */
async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    alias: { setimmediate: fileURLToPath(new URL('../../lib/jsonld/no-set-immediate.ts', import.meta.url)) },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'answer',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** A global object such as an extension page has: no Node, and a network that must not be touched. */
function page() {
  const requests: string[] = [];
  class XMLHttpRequest {
    constructor() {
      requests.push('XMLHttpRequest');
    }
  }
  const fetch = () => requests.push('fetch');
  const globals = { URL, TextEncoder, TextDecoder, crypto, setTimeout, clearTimeout, console, XMLHttpRequest, fetch };
  return { requests, global: createContext(globals, { codeGeneration: { strings: false, wasm: false } }) };
}

describe('lib/jsonld in a bundle for the browser', () => {
  it('holds no code that makes code, and stays within 140 kB, 41 kB compressed', async () => {
    const code = await bundle(`export { expandText } from './lib/jsonld/index.ts'`);
    expect(code).not.toMatch(/\bnew Function\b|\beval\(/);
    expect(code.length).toBeLessThan(140_000);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(41_000);
  });

  it('expands where code generation is forbidden, and asks the network for nothing', async () => {
    const { requests, global } = page();
    const code = await bundle(`export { expandText } from './lib/jsonld/index.ts'`);
    const text = '{"@context":["https://schema.org","https://unknown.example/"],"@type":"Course"}';
    const read = await runInContext(`${code};answer.expandText(${JSON.stringify(text)})`, global);
    expect(JSON.parse(JSON.stringify(read.nodes))).toEqual([{ '@type': ['http://schema.org/Course'] }]);
    expect(requests).toEqual([]);
  });

  it('gives the canonizer the setImmediate that it waits by', async () => {
    const { global } = page();
    expect(runInContext('typeof setImmediate', global)).toBe('undefined');
    const code = await bundle(`import jsonld from 'jsonld'; export const canonize = jsonld.canonize`);
    // Enough blank nodes that the canonizer lets other work run meanwhile.
    const quads = Array.from({ length: 300 }, (_, index) => `_:b${index} <http://t.example/number> "${index}" .\n`);
    const options = { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads' };
    const call = `answer.canonize(${JSON.stringify(quads.join(''))}, ${JSON.stringify(options)})`;
    expect(String(await runInContext(`${code};${call}`, global)).split('\n')).toHaveLength(301);
    expect(runInContext('typeof setImmediate', global)).toBe('function');
  });
});
