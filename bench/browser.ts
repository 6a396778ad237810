import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';

const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
];

/** What is served: HTML, or JSON where the path ends in `.json`; whole or in pieces. */
export type Served = string | Iterable<string>;

/** A browser with pages of the bench on a server of its own. */
export type BenchBrowser = {
  /** A new tab with one of the pages. To be closed by whoever asked for it. */
  open(path: string): Promise<Page>;
  /** The browser itself. */
  puppet: Browser;
  close(): Promise<void>;
};

/**
 * Starts Chromium on an empty profile and serves it pages on 127.0.0.1, made anew by `serve` for each request; a path it
 * answers undefined for is not found. Pages are isolated from other origins, which gives them a clock of 5 microseconds. `further`
 * are more switches for Chromium, `extension` the folder of a built extension to install.
 */
export async function startBrowser(
  executablePath: string,
  serve: (path: string) => Served | undefined,
  further: readonly string[] = [],
  extension?: string,
): Promise<BenchBrowser> {
  const server = createServer((request, response) => {
    const page = serve(request.url ?? '/');
    if (page === undefined) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': request.url?.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    for (const piece of typeof page === 'string' ? [page] : page) response.write(piece);
    return response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const userDataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const browser = await launch({
    executablePath,
    headless: true,
    userDataDir,
    args: [...flags, ...further, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    protocolTimeout: 600_000,
    ...(extension && { pipe: true, enableExtensions: [extension] }),
  });
  return {
    puppet: browser,
    async open(path) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}${path}`, { timeout: 120_000 });
      return page;
    },
    async close() {
      await browser.close();
      server.close();
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
