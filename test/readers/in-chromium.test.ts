import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageReading } from '../../lib/domain/page-reading.ts';
import { jsonLdCaps } from '../../lib/readers/json-ld.ts';
import { longestReading } from '../../lib/readers/page.ts';
import { bundled, chromium, launchChromium } from './chromium.ts';

if (!chromium) console.log('reading in Chromium: left out 5 cases, there is no Chromium');

/** What a reading may take beside the readers' own limit: walks that nothing cuts short, on a machine at work. */
const slack = 7_000;

/** A page that says one thing in each syntax. */
const lesson = `<div id="lesson"><script type="application/ld+json">{"@type":"Course"}</script>
  <div itemscope itemtype="https://schema.org/Course"><b itemprop="name">B</b></div>
  <div vocab="https://schema.org/" typeof="Course"><b property="name">C</b></div></div>`;

/** The page reader beside the page's own scripts, in a world of its own, as the extension injects it. */
describe.skipIf(!chromium)('reading in Chromium', () => {
  let browser: Browser;
  let reader = '';

  beforeAll(async () => {
    reader = await bundled('../../lib/readers/index.ts', 'reader');
    browser = await launchChromium();
  }, 60_000);

  afterAll(() => browser?.close());

  /** Opens the lesson, lets the page do its worst, then reads it in an isolated world. */
  async function readingAfter(worst: () => void): Promise<{ reading: PageReading; taken: number; codes: string[] }> {
    const page = await browser.newPage();
    try {
      await page.setContent(lesson);
      const session = await page.createCDPSession();
      const { frameTree } = await session.send('Page.getFrameTree');
      const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
      await page.evaluate(worst);
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        contextId: world.executionContextId,
        expression: `${reader};(() => {
          const start = performance.now();
          const reading = reader.readPage(document);
          return { reading, taken: performance.now() - start };
        })()`,
        returnByValue: true,
      });
      expect(exceptionDetails).toBeUndefined();
      const codes = (result.value.reading as PageReading).documents.flatMap(({ warnings }) => warnings);
      return { ...result.value, codes: codes.map(({ code }) => code) };
    } finally {
      await page.close();
    }
  }

  const syntaxes = ({ documents }: PageReading) => [...new Set(documents.map(({ syntax }) => syntax))];

  it('sees nothing of what the page does to prototypes and to its document', async () => {
    const { reading, codes } = await readingAfter(() => {
      const refuse = () => {
        throw new Error('not for you');
      };
      for (const { prototype } of [Document, Element, Node, NodeList, Array, String, Map, RegExp]) {
        for (const name of Object.getOwnPropertyNames(prototype)) {
          const { configurable } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
          if (configurable && name !== 'constructor') {
            Object.defineProperty(prototype, name, { get: refuse, configurable: true });
          }
        }
      }
      for (const name of ['querySelectorAll', 'documentElement', 'baseURI', 'title']) {
        Object.defineProperty(document, name, { value: refuse });
      }
      JSON.parse = refuse;
      Object.freeze(Object.prototype);
    });
    expect(syntaxes(reading)).toEqual(['json-ld', 'microdata', 'rdfa']);
    expect(codes).toEqual([]);
  }, 30_000);

  it('reads 300,000 items in its time, or says that it stopped', async () => {
    const { reading, taken, codes } = await readingAfter(() => {
      const items = '<p itemscope itemtype="https://schema.org/Course"><b itemprop="name">N</b></p>'.repeat(300_000);
      // Hidden, since laying them out is not what is tested.
      document.body.insertAdjacentHTML('beforeend', `<div hidden>${items}</div>`);
    });
    const read = reading.documents.find(({ syntax }) => syntax === 'microdata')?.expanded ?? [];
    expect(read.length).toBeGreaterThan(1_000);
    expect(read.length > 300_000 || codes.includes('reading-stopped')).toBe(true);
    expect(taken).toBeLessThan(longestReading + slack);
  }, 60_000);

  it('leaves out a script of 50 MB and reads the rest', async () => {
    const { reading, taken, codes } = await readingAfter(() => {
      const script = document.createElement('script');
      script.type = 'application/ld+json';
      script.textContent = `"${'x'.repeat(50_000_000)}"`;
      document.body.append(script);
    });
    expect(codes).toEqual(['json-ld-too-large']);
    expect(syntaxes(reading)).toEqual(['json-ld', 'microdata', 'rdfa']);
    expect(taken).toBeLessThan(slack);
  }, 30_000);

  it('reads the first of 10,000 scripts and says that it left out the others', async () => {
    const { reading, taken, codes } = await readingAfter(() => {
      const scripts = '<script type="application/ld+json">{"@type":"Course"}</script>'.repeat(10_000);
      document.body.insertAdjacentHTML('beforeend', scripts);
    });
    expect(codes).toEqual(['json-ld-too-many']);
    expect(reading.documents.filter(({ text }) => text)).toHaveLength(jsonLdCaps.scripts);
    expect(syntaxes(reading)).toEqual(['json-ld', 'microdata', 'rdfa']);
    expect(taken).toBeLessThan(slack);
  }, 30_000);

  it('reads items nested 20,000 deep', async () => {
    const { reading, taken, codes } = await readingAfter(() => {
      // Hidden, since laying out so deep a tree is more than the browser can do.
      const outermost = document.createElement('div');
      outermost.hidden = true;
      let at: Element = outermost;
      for (let depth = 0; depth < 20_000; depth++) {
        const next = document.createElement('div');
        next.setAttribute('itemscope', '');
        next.setAttribute('itemprop', 'hasPart');
        at.append(next);
        at = next;
      }
      document.querySelector('#lesson [itemscope]')?.append(outermost);
    });
    expect(syntaxes(reading)).toEqual(['json-ld', 'microdata', 'rdfa']);
    expect(codes.filter((code) => code !== 'reading-stopped')).toEqual([]);
    expect(taken).toBeLessThan(longestReading + slack);
  }, 60_000);
});
