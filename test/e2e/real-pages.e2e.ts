import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surface } from '../support/browsers/browser.ts';
import { hasSharedData, inEachBrowser, sharedData, sharedText } from '../support/each-browser.ts';
import { addRegistry, align } from '../support/journey.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';

type Page = {
  name: string;
  address: string;
  file: string;
  /** What the popup has to show of it. */
  shows: RegExp;
  /** Alignments that the page declares itself, as the popup lists them. */
  declares?: RegExp;
};

/** The address that the lesson plans among them name as their own; read elsewhere they would be stale. */
const named = 'http://example.org/lessonplan';

const schemaorg = (id: string, syntax: string, shows: RegExp, declares?: RegExp, address?: string): Page => ({
  name: `schema.org example ${id} in ${syntax}`,
  address: address ?? `https://example.org/${id}.html`,
  file: `conformance/schemaorg/${id}.${syntax}.html`,
  shows,
  ...(declares && { declares }),
});
const lrmi = (file: string, shows: RegExp, declares?: RegExp): Page => ({
  name: `LRMI's example ${file}`,
  address: named,
  file: `schemas/dcmi-lrmi/lrmi_examples/${file}`,
  shows,
  ...(declares && { declares }),
});

/** Pages that others wrote: the education examples of schema.org and LRMI's own. */
const pages: readonly Page[] = [
  schemaorg('eg-0334', 'rdfa', /^Basic Proofreading$/),
  schemaorg('eg-0335', 'json-ld', /^HNC Accounting$/),
  schemaorg('eg-0337', 'rdfa', /^The Data Scientist's Toolbox$/),
  schemaorg('eg-0379', 'microdata', /^Designing a treasure map$/, undefined, named),
  schemaorg('eg-0380', 'json-ld', /^The Declaration of Arbroath$/, /subject[\s\S]*Social studies/, named),
  schemaorg('eg-0380', 'rdfa', /^The Declaration of Arbroath$/, /subject[\s\S]*Social studies/, named),
  schemaorg('eg-0207', 'microdata', /^Lecture 12: Graphs, networks, incidence matrices$/),
  schemaorg('eg-0261', 'rdfa', /Research Scientist|eg-0261/),
  schemaorg('eg-0316', 'microdata', /Shoe Machine Operators|eg-0316/),
  lrmi('alignmentsUK_md.html', /^The Declaration of Arbroath$/, /subject/),
  lrmi('alignmentsUK_rdfa.html', /^The Declaration of Arbroath$/, /subject/),
  lrmi('type+audience+level_md.html', /^Designing a treasure map$/, /level/),
  lrmi('type+audience+level_rdfa.html', /^Designing a treasure map$/, /level/),
];

if (!hasSharedData)
  console.log(`real pages: the folder of others' data is missing, ${pages.length} pages are left out`);

describe.skipIf(!hasSharedData)('pages that others wrote', () => {
  inEachBrowser('a page under its own address', (browser) => {
    let library: PracticeRegistry;
    beforeAll(async () => {
      library = await startPracticeRegistry({
        skillFiles: [`${sharedData}/registries/ctdl-asn/ONET_Knowledge_Competency_Framework_9-27-19.json`],
      });
      await browser().grantHost('http://127.0.0.1/*');
      const options = await browser().openExtensionPage('options.html');
      await addRegistry(options, { kind: 'OSMT', address: library.url, name: 'O*NET' });
      await options.close();
    });
    afterAll(() => library.close());

    it.each(pages)('is read and aligned: $name', async ({ address, file, shows, declares }) => {
      browser().serve(address, { body: sharedText(file) });
      const tab = await browser().open(address);
      const popup = await browser().clickToolbar(tab);
      await popup.waitFor({ css: 'h1' }, { text: shows });
      if (declares) await popup.waitFor({ css: '.declared' }, { text: declares });
      await align(popup, { words: 'education training', row: /^Education and Training/, relation: 'teaches' });
      await expectAlignments(popup, 1);
      await popup.click({ role: 'button', name: /^More for/ });
      await popup.click({ role: 'button', name: 'Remove' });
      await popup.waitFor({ css: '[aria-labelledby=made]' }, { state: 'gone' });
      await popup.close();
      await tab.close();
    });
  });
});

async function expectAlignments(popup: Surface, count: number): Promise<void> {
  await popup.waitFor({ css: '[aria-labelledby=made]' });
  expect(await popup.all({ css: '[aria-labelledby=made] .alignment' })).toHaveLength(count);
}
