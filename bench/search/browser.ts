import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch, type Page } from 'puppeteer-core';
import type { Skill } from '../../lib/domain/skill.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A browser with the bench's page on a server of its own. */
export type BenchBrowser = {
  /** A new page, its script evaluated, nothing in its memory. To be closed by whoever asked for it. */
  newPage(): Promise<Page>;
  close(): Promise<void>;
};

/** Starts Chromium on an empty profile and serves it the page and the skills, on 127.0.0.1 only. */
export async function startBrowser(executablePath: string, skills: readonly Skill[]): Promise<BenchBrowser> {
  const json = JSON.stringify(skills);
  const html = `<!doctype html><meta charset="utf-8"><title>bench</title><script>${await pageScript()}</script>`;
  const server = createServer((request, response) => {
    const data = request.url === '/skills.json';
    response.setHeader('content-type', data ? 'application/json' : 'text/html').end(data ? json : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const userDataDir = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const browser = await launch({ executablePath, headless: true, userDataDir, args: flags, protocolTimeout: 600_000 });
  return {
    newPage: async () => {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      return page;
    },
    close: async () => {
      await browser.close();
      server.close();
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
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
