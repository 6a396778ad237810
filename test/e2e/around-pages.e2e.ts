import { beforeAll, expect, it } from 'vitest';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { align } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';
import { evidence } from '../support/samples.ts';

/** The extension's interface, in its pages. */
declare const chrome: typeof import('wxt/browser').browser;

const lesson = 'https://lessons.millbrook.example/lesson.html';

inEachBrowser('what stands around the pages', (browser) => {
  let options: Surface;

  beforeAll(async () => {
    browser().serve(lesson, await samplePage('/lesson.html'));
    options = await browser().openExtensionPage('options.html');
    // The library that is fetched in at the first start pushes down what is below it.
    await options.waitFor({ css: 'article[aria-label="Starter library"]' });
  });

  /** Whether the browser's menus have an entry of ours. */
  const hasEntry = (id: string) =>
    options.evaluate(
      (entry) =>
        new Promise<boolean>((resolve) =>
          chrome.contextMenus.update(entry, {}, () => resolve(!chrome.runtime.lastError)),
        ),
      id,
    );

  it('greets once, behind the tab in front', async () => {
    const greetings = await options.waitUntil('the welcome', async () => {
      const found = await chrome.tabs.query({ url: chrome.runtime.getURL('/welcome.html') });
      return found.length > 0 && found.map(({ active }) => active);
    });
    expect(greetings).toEqual([false]);
  });

  it('has entries in the menus until they are switched off', async () => {
    // They are made when the extension is installed, beside whatever else is.
    await expect.poll(() => hasEntry('quote-selection'), { timeout: 10_000 }).toBe(true);
    await options.click({ role: 'switch', name: /menus/ });
    await options.waitFor({ css: '[role=status]' }, { text: 'gone from the menus' });
    expect(await hasEntry('quote-selection')).toBe(false);
    await browser().killBackground();
    await options.click({ role: 'switch', name: /menus/ });
    await options.waitUntil('the entries', () => document.body.textContent?.includes('The entries are in the menus.'));
    expect(await hasEntry('quote-selection')).toBe(true);
  });

  it('does in the popup what the menu asked for, and counts it on the button where that is on', async () => {
    if (browser().name === 'firefox') await options.click({ role: 'switch', name: /toolbar button/ });
    const tab = await browser().open(lesson);
    const errand = { address: lesson, evidence: evidence('Find the slope') };
    const id = await options.evaluate(async (left) => {
      const [front] = await chrome.tabs.query({ active: true, currentWindow: true });
      await chrome.storage.session.set({ [`errand:${front?.id}`]: left });
      return front?.id ?? -1;
    }, errand);
    const popup = await browser().clickToolbar(tab);
    await popup.waitFor({ css: '.quote' }, { text: 'Find the slope' });
    await align(popup, { words: 'pivot table', row: /^Pivot Table/, relation: 'teaches' });
    await popup.click({ role: 'button', name: /^More for teaches/ });
    await popup.waitFor({ css: '[aria-labelledby=made] .quote' }, { text: 'Find the slope' });
    const badge = (number: number) => chrome.action.getBadgeText({ tabId: number });
    // Only Firefox's driver can say yes to the permission; Chromium shows that the badge is off before.
    const shown = browser().name === 'firefox' ? '1' : '';
    await expect.poll(() => options.evaluate(badge, id), { timeout: 10_000 }).toBe(shown);
    expect(await browser().complaints()).toEqual([]);
  });
});
