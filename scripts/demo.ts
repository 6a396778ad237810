import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Surface } from '../test/support/browsers/browser.ts';
import { launchChromium } from '../test/support/browsers/chromium.ts';
import { addRegistry, align, exportAs, publish, searchField, type Wish } from '../test/support/journey.ts';
import { servePages } from '../test/support/pages/serve-pages.mjs';
import { startPracticeRegistry } from '../test/support/practice-registry/server.ts';

const extension = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));
const skills = fileURLToPath(new URL('../test/support/practice-registry/harbour-college.json', import.meta.url));

const { values } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, out: { type: 'string', default: '.output/demo' } },
});
const out = resolve(values.out);

/** Three skills, three relations, from two places: the registry and the starter library. */
const wishes: readonly Wish[] = [
  { words: 'slope', row: /^Slope from a Graph/, relation: 'teaches', fit: 'exact' },
  { words: 'rate of change', row: /^Rate of Change/, relation: 'assesses', note: 'Exercise 2 asks for it.' },
  { words: 'coordinate plane', row: /^Plotting Points/, relation: 'requires', fit: 'minor' },
];

/** Addresses of what stands on loopback. */
type Places = { pages: string; osmt: string; cass: string };

const files: string[] = [];
let step = 0;

function say(what: string): void {
  step += 1;
  console.log(`${String(step).padStart(2)}. ${what}`);
}

async function main(): Promise<void> {
  await mkdir(out, { recursive: true });
  const pages = await servePages();
  const library = await startPracticeRegistry({ skillFiles: [skills] });
  const registry = await startPracticeRegistry();
  const browser = await launchChromium({ extension, headless: values.headless });
  try {
    say(`Sample pages at ${pages.url}, practice registries at ${library.url} (OSMT) and ${registry.url} (CASS)`);
    const places = { pages: pages.url, osmt: library.url, cass: `${registry.url}/api` };
    if (values.headless) await doMainJob(browser, places, registry.published);
    else await showMainJob(browser, places);
  } finally {
    await Promise.all([browser.close(), library.close(), registry.close(), pages.close()]);
  }
}

/** Opens everything that a person needs and waits until the browser is closed. */
async function showMainJob(browser: Browser, { pages, osmt, cass }: Places): Promise<void> {
  await browser.openExtensionPage('options.html');
  const tab = await browser.open(`${pages}lesson.html`);
  say('Click the Plumbline button in the toolbar of this lesson.');
  say(`More skills: add a registry in the options, kind OSMT, address ${osmt}`);
  say(`To publish: add another, kind CASS, address ${cass}`);
  await tab.closed;
}

async function doMainJob(browser: Browser, { pages, osmt, cass }: Places, published: () => unknown): Promise<void> {
  const options = await browser.openExtensionPage('options.html');
  await browser.grantHost('http://127.0.0.1/*');
  await addRegistry(options, { kind: 'OSMT', address: osmt, name: 'Harbour College' });
  await addRegistry(options, { kind: 'CASS', address: cass, name: 'Practice CASS' });
  say('Added an OSMT and a CASS registry, both tested, and made a signing key');
  await pictures(browser, options, 'options');
  await options.close();

  const tab = await browser.open(`${pages}lesson.html`);
  const popup = await browser.clickToolbar(tab);
  await popup.waitFor({ css: 'h1' }, { text: 'The slope of a line' });
  await popup.waitFor({ css: '.declared' });
  say(`Read the page: ${(await popup.text({ css: '.page-card' })).replace(/\s+/g, ' ')}`);
  await pictures(browser, popup, 'popup');

  await popup.fill(searchField, 'slope');
  await popup.waitFor({ role: 'option', name: /^Slope from a Graph/ });
  await pictures(browser, popup, 'search');
  for (const wish of wishes) {
    await align(popup, wish);
    say(`Aligned: ${wish.relation} ${wish.row.source.slice(1)}`);
  }
  await popup.fill(searchField, '');
  await publish(popup, wishes.length);
  say(`Published ${wishes.length} alignments to Practice CASS`);
  await pictures(browser, popup, 'published');

  await popup.click({ role: 'button', name: 'Export' });
  await popup.waitFor({ css: 'pre' }, { text: 'schema.org' });
  await pictures(browser, popup, 'export');
  await popup.click({ role: 'button', name: /^Back to the page/ });
  await exported(browser, popup, 'lrmi', 'lrmi.jsonld');
  await exported(browser, popup, 'open-badges-2', 'open-badges-2.json');
  await exported(browser, popup, 'open-badges-3', 'open-badges-3.json');
  await writeFile(keep('published.json'), `${JSON.stringify(await published(), undefined, 2)}\n`);
  say(`What the registry received: ${join(out, 'published.json')}`);
  console.log(JSON.stringify({ aligned: wishes.length, published: wishes.length, files }));
}

async function exported(browser: Browser, popup: Surface, format: string, name: string): Promise<void> {
  const path = await exportAs(browser, popup, format);
  await copyFile(path, keep(name));
  say(`Exported ${format}: ${(await readFile(path)).length} bytes`);
}

async function pictures(browser: Browser, surface: Surface, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await browser.setColourScheme(scheme);
    await surface.screenshot(keep(`${name}-${scheme}.png`));
  }
  await browser.setColourScheme('light');
}

function keep(name: string): string {
  files.push(join(out, name));
  return join(out, name);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
