import { readdir } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePages, site } from './serve-pages.mjs';

describe('the sample pages', () => {
  let pages: Awaited<ReturnType<typeof servePages>>;
  beforeAll(async () => {
    pages = await servePages();
  });
  afterAll(() => pages.close());

  const documentAt = async (path: string) => {
    const response = await fetch(new URL(path, pages.url));
    expect(response.status).toBe(200);
    return new JSDOM(await response.text(), { url: response.url }).window.document;
  };

  it('are all reached from the first one', async () => {
    const links = [...(await documentAt('/')).querySelectorAll<HTMLAnchorElement>('li a')].map((link) => link.href);
    const titles = await Promise.all(links.map(async (link) => (await documentAt(link)).title));
    expect(new Set(titles).size).toBe(links.length);
    const files = (await readdir(site)).filter((name) => name.endsWith('.html') && name !== 'index.html');
    expect(titles).toHaveLength(files.length);
  });

  it('say what they are for, and hold one malformed block in all', async () => {
    const files = (await readdir(site)).filter((name) => name.endsWith('.html'));
    const malformed: string[] = [];
    for (const file of files) {
      const document = await documentAt(file);
      expect(document.childNodes[1]?.nodeType).toBe(document.COMMENT_NODE);
      for (const { textContent } of document.querySelectorAll('script[type="application/ld+json"]:not(:empty)')) {
        try {
          JSON.parse(textContent ?? '');
        } catch {
          malformed.push(file);
        }
      }
    }
    expect(malformed).toEqual(['broken.html']);
  });

  it('answer 404 for anything that is no page, above the folder too', async () => {
    for (const path of ['/no.html', '/serve-pages.mjs', '/..%2fserve-pages.mjs', '/site'])
      expect((await fetch(new URL(path, pages.url))).status).toBe(404);
  });
});
