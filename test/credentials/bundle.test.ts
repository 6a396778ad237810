import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { signCredential } from '../../lib/credentials/sign.ts';
import { badge, now, someSigner } from './samples.ts';

const path = (of: string) => fileURLToPath(new URL(`../../${of}`, import.meta.url));

/** What a browser gets: bundled and minified, with the packages' own stand-ins for browsers. */
async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: path('.'), loader: 'ts' },
    alias: { setimmediate: path('lib/jsonld/no-set-immediate.ts') },
    // Vite gives a worker's own address there. The contexts' package makes addresses of it that nobody asks for.
    define: { 'import.meta.url': '"https://extension.example/signing-worker.js"' },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'answer',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

describe('lib/credentials in a bundle for the browser', () => {
  let code = '';
  beforeAll(async () => {
    code = await bundle(`export { verifyCredential } from './lib/credentials/verify.ts';
      export { signCredential } from './lib/credentials/sign.ts'`);
  });

  it('holds no code that makes code, and stays within 240 kB, 69 kB compressed', () => {
    expect(code).not.toMatch(/\bnew Function\b|\beval\(/);
    expect(code.length).toBeLessThan(240_000);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(69_000);
  });

  it('leaves the background what needs WebCrypto alone', async () => {
    const light = await bundle(`export { makeKeyPair, takeKeyPair } from './lib/credentials/key-pair.ts';
      export { lockKey, unlockKey } from './lib/credentials/key-file.ts'`);
    expect(light).not.toMatch(/canonize|DataIntegrityProof/);
  });

  it('judges as in Node, where code generation is forbidden, and asks the network for nothing', async () => {
    const requests: string[] = [];
    class XMLHttpRequest {
      constructor() {
        requests.push('XMLHttpRequest');
      }
    }
    const fetch = () => requests.push('fetch');
    const shared = { URL, TextEncoder, TextDecoder, crypto, structuredClone, btoa, atob, Uint8Array, ArrayBuffer };
    const globals = { ...shared, setTimeout, clearTimeout, console, XMLHttpRequest, fetch };
    const global = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
    runInContext('globalThis.self = globalThis', global);
    runInContext(code, global);
    const signing = await someSigner();
    const signed = JSON.stringify(await signCredential(badge(), signing));
    const judged = async (text: string) => {
      const checking = `{ known: ['${signing.key.did}'], now: new Date(${now.getTime()}) }`;
      const call = `answer.verifyCredential(JSON.parse(${JSON.stringify(text)}), ${checking}).then(JSON.stringify)`;
      return JSON.parse(await runInContext(call, global));
    };
    expect(await judged(signed)).toMatchObject({ state: 'valid' });
    expect(await judged(signed.replace('Osei', 'Oseo'))).toMatchObject({ state: 'invalid', reason: { code: 'K520' } });
    const elsewhere = signed.replace('context-3.0.3.json', 'context-9.json');
    expect(await judged(elsewhere)).toMatchObject({ state: 'unchecked', reason: { code: 'K511' } });
    expect(requests).toEqual([]);
  });
});
