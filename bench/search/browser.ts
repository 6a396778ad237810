import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type { Skill } from '../../lib/domain/skill.ts';
import { startBrowser } from '../browser.ts';

/** A browser with the bench's page on a server of its own. */
export type SearchBrowser = {
  /** A new page, its script evaluated, nothing in its memory. To be closed by whoever asked for it. */
  newPage(): Promise<Page>;
  close(): Promise<void>;
};

/** Starts Chromium on an empty profile and serves it the page and the skills. */
export async function startSearchBrowser(executablePath: string, skills: readonly Skill[]): Promise<SearchBrowser> {
  const json = JSON.stringify(skills);
  const html = `<!doctype html><meta charset="utf-8"><title>bench</title><script>${await pageScript()}</script>`;
  const { open, close } = await startBrowser(executablePath, (path) => (path === '/skills.json' ? json : html));
  return { newPage: () => open('/'), close };
}

async function pageScript(): Promise<string> {
  const entry = fileURLToPath(new URL('page.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
  });
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
}
