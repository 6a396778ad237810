import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer, { type Browser } from 'puppeteer-core';
import { executableOf, findExecutable } from '../support/browsers/executable.ts';

/** Chromium's executable; undefined where there is none. */
export const chromium = findExecutable('chromium');

/** Chromium without the extension, to be closed by whoever asked for it. */
export function launchChromium(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({ executablePath: executableOf('chromium'), headless: true, pipe: true, args });
}

/** A module, by its path from here, as a script that defines its exports under one global name. */
export async function bundled(path: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(path, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
