import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import jsonld from 'jsonld';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectCredential, officialSchema } from '../formats/judges/open-badges.ts';
import type { Browser, Surface } from '../support/browsers/browser.ts';
import { hasSharedData, inEachBrowser, sharedData } from '../support/each-browser.ts';
import { addRegistry, align, exportAs, publish } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';

const own = fileURLToPath(new URL('../support/practice-registry/harbour-college.json', import.meta.url));
const frameworks = ['Abilities', 'Basic_Skills', 'Cross-Functional_Skills', 'Knowledge'].map(
  (name) => `${sharedData}/registries/ctdl-asn/ONET_${name}_Competency_Framework_9-27-19.json`,
);
const lesson = 'https://lessons.millbrook.example/lesson.html';
const schema = 'http://schema.org/';

/** What browsers ask their makers by themselves; the driver's network answers none of it. */
const makers = /\.(google|googleapis|gvt1|mozilla|firefox)\.(com|org|net)\b/;

if (!hasSharedData) console.log('the main job: 4 O*NET frameworks are not at hand; it searches our own skills alone');

for (const killed of [false, true]) {
  inEachBrowser(killed ? 'the main job with the background killed between steps' : 'the main job', (browser) => {
    let library: PracticeRegistry;
    let cass: PracticeRegistry;
    let tab: Surface;
    let popup: Surface;
    /** Between two steps: ends the background for real where the variant asks for it. */
    const between = () => (killed ? browser().killBackground() : Promise.resolve());

    beforeAll(async () => {
      library = await startPracticeRegistry({ skillFiles: hasSharedData ? [own, ...frameworks] : [own] });
      // As an OSMT is delivered: requests that name a foreign origin are refused.
      library.order({ strictOrigins: true });
      cass = await startPracticeRegistry();
      await serveSamplePages(browser());
      await browser().grantHost('http://127.0.0.1/*');
    });
    afterAll(async () => {
      await library.close();
      await cass.close();
    });

    it('adds a registry to search and one to publish to, each by one click and its test', async () => {
      const options = await browser().openExtensionPage('options.html');
      await addRegistry(options, { kind: 'OSMT', address: library.url, name: 'Harbour College' });
      await between();
      await addRegistry(options, { kind: 'CASS', address: `${cass.url}/api`, name: 'Practice CASS' });
      await options.close();
      await between();
    });

    it('reads what the page says of itself', async () => {
      tab = await browser().open(lesson);
      popup = await browser().clickToolbar(tab);
      await popup.waitFor({ css: 'h1' }, { text: 'The slope of a line' });
      await popup.waitFor({ css: '.facts' }, { text: 'Grade 8' });
      expect(await popup.text({ css: '.facts' })).toMatch(/CC0 1\.0[\s\S]*JSON-LD/);
      await popup.waitFor({ css: '.declared' }, { text: 'Find the slope of a line' });
      expect((await popup.all({ css: '.declared .alignment' })).length).toBe(5);
      await between();
    });

    it('aligns the page to three skills from two places, in three relations', async () => {
      await align(popup, { words: 'slope graph', row: /^Slope from a Graph/, relation: 'teaches', fit: 'exact' });
      await between();
      await align(popup, { words: 'rate of change', row: /^Rate of Change/, relation: 'assesses', note: 'Exercise 2' });
      await between();
      await align(popup, { words: 'coordinate plane', row: /^Plotting Points/, relation: 'requires' });
      await between();
      await popup.close();
    });

    it('shows them when the page is opened again, and changes one', async () => {
      popup = await browser().clickToolbar(tab);
      await popup.waitUntil(
        'three alignments',
        () => document.querySelectorAll('[aria-labelledby=made] .alignment').length === 3,
      );
      await between();
      await popup.click({ role: 'button', name: /^More for assesses/ });
      await popup.click({ role: 'button', name: 'Edit' });
      await popup.click({ css: 'input[name=fit][value=minor]' });
      await between();
      await popup.click({ role: 'button', name: 'Save' });
      await popup.waitFor({ css: '.notice-good' }, { text: 'Saved on this device' });
      await popup.waitFor({ css: '[aria-labelledby=made]' }, { text: 'minor' });
      await between();
    });

    it('exports LRMI that says exactly this', async () => {
      const text = await readFile(await exportAs(browser(), popup, 'lrmi'), 'utf8');
      const statements = await statementsOf(text);
      const [teaches, assesses, requires] = ['teaches', 'assesses', 'competencyRequired'].map((property) =>
        statements.filter(({ subject, predicate }) => subject === lesson && predicate === schema + property),
      );
      expect([teaches?.length, assesses?.length, requires?.length]).toEqual([1, 1, 1]);
      const nameOf = (uri: string | undefined) =>
        statements.find(({ subject, predicate }) => subject === uri && predicate === `${schema}name`)?.object;
      expect(nameOf(teaches?.[0]?.object)).toBe('Slope from a Graph');
      expect(nameOf(assesses?.[0]?.object)).toBe('Rate of Change Interpretation');
      expect(nameOf(requires?.[0]?.object)).toBe('Plotting Points');
      await between();
    });

    it('exports badges that the schema accepts', async () => {
      const three = JSON.parse(await readFile(await exportAs(browser(), popup, 'open-badges-3'), 'utf8'));
      expectCredential(three);
      const schema = officialSchema();
      if (schema) expect([schema(three), schema.errors]).toEqual([true, null]);
      expect(three.credentialSubject.achievement.alignment).toHaveLength(3);
      const two = JSON.parse(await readFile(await exportAs(browser(), popup, 'open-badges-2'), 'utf8'));
      expect(two).toMatchObject({ type: 'BadgeClass', alignment: [{ targetName: 'Slope from a Graph' }, {}, {}] });
      await between();
    });

    it('publishes all three, each once, each signed', async () => {
      await publish(popup, 3);
      await between();
      const objects = cass.published();
      expect(objects.map(({ verified }) => verified)).toEqual([true, true, true]);
      expect(cass.accepted()).toBe(3);
      expect(objects.map(({ object }) => relationIn(object)).sort()).toEqual(['assesses', 'requires', 'teaches']);
      expect(objects.every(({ object }) => object.url === lesson)).toBe(true);
    });

    it('withdraws what is removed', async () => {
      await popup.click({ role: 'button', name: /^More for requires/ });
      await popup.click({ role: 'button', name: 'Remove and withdraw' });
      await expect.poll(() => cass.published().length, { timeout: 15_000 }).toBe(2);
      await popup.waitUntil(
        'two alignments',
        () => document.querySelectorAll('[aria-labelledby=made] .alignment').length === 2,
      );
    });

    it('asked no one but what the person opened and configured, and complained of nothing', async () => {
      const foreign = browser().asked.filter(
        (line) => !/ (https:\/\/lessons\.millbrook\.example|http:\/\/127\.0\.0\.1:)/.test(line) && !makers.test(line),
      );
      expect(foreign).toEqual([]);
      expect(await browser().complaints()).toEqual([]);
    });
  });
}

async function serveSamplePages(browser: Browser): Promise<void> {
  for (const path of ['/lesson.html', '/style.css']) {
    browser.serve(`https://lessons.millbrook.example${path}`, await samplePage(path));
  }
}

type Statement = { subject: string; predicate: string; object: string };

async function statementsOf(text: string): Promise<Statement[]> {
  const context = { '@vocab': schema };
  const document = { ...JSON.parse(text), '@context': context };
  const quads = (await jsonld.toRDF(document)) as unknown as Record<
    'subject' | 'predicate' | 'object',
    { value: string }
  >[];
  return quads.map(({ subject, predicate, object }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
  }));
}

function relationIn(object: Record<string, unknown>): unknown {
  const { educationalAlignment } = object as { educationalAlignment?: { alignmentType?: unknown } };
  return educationalAlignment?.alignmentType;
}
