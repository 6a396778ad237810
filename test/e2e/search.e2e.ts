import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixture } from '../registries/support.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { addRegistry, align, searchField } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';

const own = fileURLToPath(new URL('../support/practice-registry/harbour-college.json', import.meta.url));
const lesson = 'https://lessons.millbrook.example/lesson.html';
/** A skill of the practice registry by its UUID there. */
const slope = '49c35807-ab9b-4772-bcbf-d5f6bdd006c0';

inEachBrowser('one search', (browser) => {
  let harbour: PracticeRegistry;
  let repository: PracticeRegistry;
  let broken: PracticeRegistry;
  let slow: PracticeRegistry;
  let tab: Surface;
  let popup: Surface;

  beforeAll(async () => {
    harbour = await startPracticeRegistry({ skillFiles: [own] });
    repository = await startPracticeRegistry({ skillFiles: [fixture('ctdl-asn-graph.json')] });
    broken = await startPracticeRegistry({ skillFiles: [fixture('osmt-rows.json')] });
    slow = await startPracticeRegistry({ skillFiles: [fixture('osmt-rows.json')] });
    for (const path of ['/lesson.html', '/style.css']) {
      browser().serve(`https://lessons.millbrook.example${path}`, await samplePage(path));
    }
    await browser().grantHost('http://127.0.0.1/*');
    const options = await browser().openExtensionPage('options.html');
    await addRegistry(options, { kind: 'OSMT', address: harbour.url, name: 'Harbour' });
    // The same library under another name, as two people may have told of it: the same skills in two places.
    await addRegistry(options, { kind: 'OSMT', address: harbour.url, name: 'Twin' });
    await addRegistry(options, { kind: 'CASS', address: `${repository.url}/api`, name: 'Repository' });
    await addRegistry(options, { kind: 'OSMT', address: broken.url, name: 'Broken' });
    await addRegistry(options, { kind: 'OSMT', address: slow.url, name: 'Slow' });
    await options.close();
    tab = await browser().open(lesson);
    popup = await browser().clickToolbar(tab);
    await popup.waitFor({ css: '.declared' });
  });
  afterAll(() => Promise.all([harbour, repository, broken, slow].map((registry) => registry.close())));

  const place = (name: RegExp) => ({ role: 'button', name });
  const rest = () => popup.waitFor({ css: '.listbox[aria-busy=false]' }, { limit: 20_000 });

  it('shows what the others found while one is broken and one is slow, and a line for each of these', async () => {
    broken.order({ faults: [{ kind: 'status', status: 500, path: '/api' }] });
    slow.order({ faults: [{ kind: 'slow', ms: 15_000, path: '/api' }] });
    await popup.fill(searchField, 'slope graph');
    await popup.waitFor(place(/^Harbour \d+ skills?$/));
    await popup.waitFor(place(/^Repository \d+ skills?$/));
    await popup.waitFor(place(/^Slow 0 skills, asking$/));
    await popup.waitFor({ role: 'option', name: /^Slope from a Graph/ }, { text: 'Harbour, Twin' });
    await rest();
    await popup.waitFor(place(/^Broken 0 skills, did not answer$/));
    await popup.waitFor(place(/^Slow 0 skills, did not answer$/));
    await popup.waitFor({ role: 'button', name: 'Ask Slow again' });
    await popup.waitFor({ role: 'status' }, { text: /places\. Broken did not answer\. Slow did not answer\./ });
  });

  it('asks one place again, and no other', async () => {
    broken.order({ clear: true });
    const before = [harbour, slow].map((registry) => registry.requests().length);
    await popup.click({ role: 'button', name: 'Ask Broken again' });
    await popup.waitFor(place(/^Broken \d+ skills?$/));
    expect([harbour, slow].map((registry) => registry.requests().length)).toEqual(before);
  });

  it('leaves a place alone that asked for a pause, even after the background died', async () => {
    broken.order({ faults: [{ kind: 'status', status: 429, retryAfter: '600', path: '/api' }] });
    slow.order({ clear: true });
    await popup.fill(searchField, 'rate');
    await rest();
    await popup.waitFor({ css: '.listbox-ends' }, { text: /asks for a pause[\s\S]*Not before/ });
    await browser().killBackground();
    const before = broken.requests().length;
    await popup.fill(searchField, 'rates');
    await rest();
    await popup.waitFor({ css: '.listbox-ends' }, { text: 'Not before' });
    expect(broken.requests().length).toBe(before);
  });

  it('narrows to one place by the keyboard, keeps that while typing on, and drops it with one click', async () => {
    await popup.fill(searchField, 'slope');
    await rest();
    const all = (await popup.all({ css: '.option' })).length;
    // Firefox stops at what can be scrolled, too.
    for (let stop = 0; stop < 4 && !/^Harbour/.test((await popup.focused())?.name ?? ''); stop += 1) {
      await popup.press('Tab');
    }
    expect((await popup.focused())?.name).toMatch(/^Harbour/);
    await popup.press('Enter');
    await popup.waitUntil('fewer rows', (count) => document.querySelectorAll('.option').length < count, all);
    await popup.type(searchField, ' ');
    await rest();
    expect((await popup.all({ css: '.place[aria-pressed=true]' })).length).toBe(1);
    await popup.click({ role: 'button', name: 'Clear filters' });
    await popup.waitUntil('all rows', (count) => document.querySelectorAll('.option').length === count, all);
  });

  it('takes a pasted address straight to its registry', async () => {
    const before = harbour.requests().length;
    await popup.fill(searchField, `${harbour.url}/api/skills/${slope}`);
    await rest();
    await popup.waitFor({ css: '.option' }, { text: 'Slope from a Graph' });
    const asked = harbour
      .requests()
      .slice(before)
      .map(({ path }) => path);
    // What is typed before the address is whole is searched for; the whole address is not.
    expect(asked.at(-1)).toContain(`/skills/${slope}`);
  });

  it('shows from what was answered before, with its age or the network’s absence, when there is no network', async () => {
    await popup.fill(searchField, 'slope');
    await rest();
    const rows = (await popup.all({ css: '.option' })).length;
    await browser().setOffline(true);
    await popup.fill(searchField, 'slope');
    await rest();
    expect((await popup.all({ css: '.option' })).length).toBe(rows);
    await popup.fill(searchField, 'slope points');
    await rest();
    await popup.waitFor(place(/^Harbour 0 skills, did not answer$/));
    await browser().setOffline(false);
  });

  it('has pinned skills and those of the last page at hand before anything is typed', async () => {
    await popup.fill(searchField, 'slope two points');
    await rest();
    await popup.waitFor({ css: '.option.is-active' }, { text: 'Slope from Two Points' });
    await popup.press('Alt+p');
    await popup.waitFor({ css: '.option.is-active' }, { text: 'Pinned' });
    await align(popup, { words: 'slope graph', row: /^Slope from a Graph/, relation: 'teaches' });
    await popup.waitUntil(
      'the field with the keyboard',
      () => document.activeElement?.getAttribute('role') === 'combobox',
    );
    await popup.press('ArrowDown');
    await popup.waitFor({ role: 'listbox', name: 'Skills at hand' });
    expect(await popup.text({ css: '.listbox' })).toMatch(
      /Pinned[\s\S]*Slope from Two Points[\s\S]*Chosen lately[\s\S]*Slope from a Graph/,
    );
    await popup.waitFor({ css: '.option.is-active' }, { text: 'Slope from Two Points' });
    await popup.press('Enter');
    await popup.waitFor({ css: '.skill-card' }, { text: /Slope from Two Points/ });
    await popup.close();
    expect(await browser().complaints()).toEqual([]);
  });
});
