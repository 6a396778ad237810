import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folder of sample learning pages. */
export const site = fileURLToPath(new URL('./site/', import.meta.url));

/** How long the command serves before it stops by itself, in milliseconds. */
const hour = 3_600_000;

/** @type {Record<string, string>} */
const mediaTypes = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8' };

/**
 * What the site answers for a path such as `/lesson.html`. `/` is `/index.html`, what stands below `/app/` is the
 * single-page app, and anything else that is no file of the folder is 404.
 * @param {string} path
 * @returns {Promise<{ status: number, headers: Record<string, string>, body: string | Uint8Array }>}
 */
export async function samplePage(path) {
  const name = path === '/' ? 'index.html' : path.startsWith('/app/') ? 'app.html' : path.slice(1);
  const mediaType = mediaTypes[extname(name)];
  const body = mediaType && /^[\w-]+\.\w+$/.test(name) && (await readFile(join(site, name)).catch(() => undefined));
  if (body) return { status: 200, headers: { 'content-type': mediaType }, body };
  return { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `No page at ${path}` };
}

/**
 * Serves the sample pages on 127.0.0.1.
 * @param {{ port?: number }} [options] Port 0, the default, takes any that is free.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends in a slash.
 */
export async function servePages({ port = 0 } = {}) {
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await samplePage(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    response.writeHead(status, headers).end(body);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { url, close } = await servePages({ port: Number(argv[2] ?? 0) });
  console.log(url);
  setTimeout(close, hour);
}
