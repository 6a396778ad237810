import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { addRegistry, searchField } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';

const site = 'https://lessons.millbrook.example';
const lesson = `${site}/lesson.html`;
const button = (name: string | RegExp) => ({ role: 'button', name });
const saved = { css: '.notice-good' };
const row = { css: '.table tbody tr:not(.more)' };

inEachBrowser('the library', (browser) => {
  let registry: PracticeRegistry;
  let tab: Surface;
  let popup: Surface;
  let library: Surface;

  beforeAll(async () => {
    registry = await startPracticeRegistry();
    for (const path of ['/lesson.html', '/style.css']) browser().serve(site + path, await samplePage(path));
    await browser().grantHost('http://127.0.0.1/*');
    const options = await browser().openExtensionPage('options.html');
    await addRegistry(options, { kind: 'CASS', address: `${registry.url}/api`, name: 'Practice CASS' });
    await options.close();
    tab = await browser().open(lesson);
  });
  afterAll(() => registry.close());

  /** Opens the form of the page's one alignment in a popup of its tab. */
  const edit = async (of: Surface) => {
    const opened = await browser().clickToolbar(of);
    await opened.click(button(/^More for teaches/));
    await opened.click(button('Edit'));
    await opened.waitFor({ css: 'textarea' });
    return opened;
  };

  it('shows in the outbox what a registry refused, with its code, and delivers it when it is retried', async () => {
    registry.order({ faults: [{ kind: 'status', status: 400, method: 'POST' }] });
    popup = await browser().clickToolbar(tab);
    await popup.fill(searchField, 'graph');
    await popup.waitFor({ css: '.listbox[aria-busy=false]' });
    await popup.click({ role: 'option', name: /^Misleading Graph/ });
    await popup.waitFor({ css: '.skill-card' });
    await popup.click(button('Save and publish'));
    await popup.waitFor({ css: '.notice-bad' }, { text: /R400[\s\S]*See the outbox/ });
    await popup.close();
    library = await browser().openExtensionPage('library.html#outbox');
    await library.waitFor(row, { text: /Misleading Graph[\s\S]*Practice CASS[\s\S]*Not published[\s\S]*R400/ });
    expect(registry.published()).toHaveLength(0);
    registry.order({ clear: true });
    await library.click(button(/^Retry teaches/));
    await library.waitFor({ css: '.empty' }, { text: 'Nothing waits' });
    await library.click({ role: 'radio', name: /^Published/ });
    await library.waitFor(row, { text: /Misleading Graph[\s\S]*Published/ });
    expect(registry.published()).toHaveLength(1);
    await library.close();
  });

  it('restores from the trash what was removed, and sends it again where it stood', async () => {
    popup = await browser().clickToolbar(tab);
    await popup.click(button(/^More for teaches/));
    await popup.click(button('Remove and withdraw'));
    await popup.waitFor(saved, { text: 'Removed' });
    await expect.poll(() => registry.published().length, { timeout: 15_000 }).toBe(0);
    await popup.close();
    library = await browser().openExtensionPage('library.html#trash');
    await library.waitFor(row, { text: /Misleading Graph[\s\S]*in the popup/ });
    await library.click(button(/^Restore teaches/));
    await library.waitFor(saved, { text: 'Restored 1. Where it was published, it is sent again.' });
    await expect.poll(() => registry.published().length, { timeout: 15_000 }).toBe(1);
    await library.close();
  });

  it('lets a person decide where two windows change one alignment, and overwrites nothing unasked', async () => {
    popup = await edit(tab);
    await popup.fill({ css: 'textarea' }, 'Mine: task 3');
    await popup.close();
    const other = await browser().open(lesson);
    const theirs = await edit(other);
    await theirs.fill({ css: 'textarea' }, 'Theirs: task 4');
    await theirs.click(button('Save'));
    await theirs.waitFor(saved, { text: 'Saved on this device' });
    await theirs.close();
    await other.close();
    popup = await browser().clickToolbar(tab);
    await popup.waitFor({ css: '.versions' }, { text: /Theirs: task 4[\s\S]*Mine: task 3/ });
    await popup.click(button('Save'));
    await popup.waitUntil('the keyboard at what is to be decided', () =>
      document.activeElement?.textContent?.startsWith('Saved in another window'),
    );
    await popup.click(button('Save mine over it'));
    await popup.waitFor(saved, { text: 'Saved on this device' });
    await popup.close();
  });

  it('keeps it all in the history, with what each change said before and since', async () => {
    library = await browser().openExtensionPage('library.html#history');
    await library.waitFor({ css: '.history-table' }, { text: /Note Theirs: task 4 now Mine: task 3/ });
    const words = await library.text({ css: '.history-table' });
    expect(words).toMatch(/Published to Practice CASS[\s\S]*Restored[\s\S]*Withdrawn from Practice CASS[\s\S]*Removed/);
    expect(words).toMatch(/in the library/);
    await library.close();
    expect(await browser().complaints()).toEqual([]);
  });
});
