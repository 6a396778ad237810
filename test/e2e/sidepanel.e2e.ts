import { beforeAll, expect, it } from 'vitest';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { searchField } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';

/** The extension's interface, in its pages. */
declare const chrome: typeof import('wxt/browser').browser;

const site = 'https://lessons.millbrook.example';
const note = { css: 'textarea' };
const elsewhere = { css: '.page-changed' };
const title = { css: '.page-title' };

inEachBrowser('the panel beside the page', (browser) => {
  let lesson: Surface;
  let panel: Surface;
  beforeAll(async () => {
    for (const path of ['/lesson.html', '/style.css']) browser().serve(site + path, await samplePage(path));
    browser().serve(`${site}/other.html`, { body: '<title>Another lesson</title>' });
    lesson = await browser().open(`${site}/lesson.html`);
  });

  /** The tab in front, by the browser's number. */
  const inFront = () =>
    panel.evaluate(async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? -1);
  /** Which tab comes to the front where one is closed is up to the browser. */
  const bringToFront = (id: number) =>
    panel.evaluate(async (tab) => void (await chrome.tabs.update(tab, { active: true })), id);

  it('opens from the popup with what is typed there, and reads the page', async () => {
    const popup = await browser().clickToolbar(lesson);
    await popup.waitFor({ css: '.declared' });
    await popup.fill(searchField, 'graph');
    await popup.click({ role: 'button', name: 'Open beside the page' });
    await popup.closed;
    panel = await browser().panel();
    await panel.waitFor(title, { text: 'The slope of a line' });
    expect((await panel.waitFor(searchField)).value).toBe('graph');
    expect(await panel.all({ role: 'button', name: 'Open beside the page' })).toEqual([]);
  });

  it('never swaps a form for the page of another tab: it says so, and goes there when asked', async () => {
    await panel.fill(searchField, 'graph');
    await panel.click({ role: 'option', name: /^Misleading Graph/ });
    await panel.type(note, 'Exercise 2');
    const first = await inFront();
    const other = await browser().open(`${site}/other.html`);
    await panel.waitFor(elsewhere, { text: /^This is about The slope of a line.*You are on another page now/ });
    expect((await panel.waitFor(note)).value).toBe('Exercise 2');
    await panel.click({ role: 'button', name: 'Show it' });
    await panel.waitFor({ role: 'heading', name: 'Plumbline cannot see this page.' });
    const popup = await browser().clickToolbar(other);
    await popup.waitFor(title, { text: 'Another lesson' });
    await popup.close();
    await panel.waitFor(title, { text: 'Another lesson' });
    expect(await panel.all(note)).toEqual([]);
    await bringToFront(first);
    await other.close();
    await panel.waitFor({ css: '.notice-line' }, { text: /^Draft of .* restored/ });
    expect((await panel.waitFor(note)).value).toBe('Exercise 2');
  });

  it('saves from there', async () => {
    await panel.click({ role: 'button', name: 'Save' });
    await panel.waitFor({ css: '.notice-good' }, { text: 'Saved on this device' });
  });

  it('goes along at once where nothing is in hand', async () => {
    const first = await inFront();
    const other = await browser().open(`${site}/other.html`);
    await panel.waitFor({ role: 'heading', name: 'Plumbline cannot see this page.' });
    await bringToFront(first);
    await other.close();
    await panel.waitFor(title, { text: 'The slope of a line' });
    expect(await browser().complaints()).toEqual([]);
  });
});
