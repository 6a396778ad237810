import { beforeAll, expect, it } from 'vitest';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { chooseOption, searchField } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';

const site = 'https://lessons.millbrook.example';
const lesson = `${site}/lesson.html`;
const note = { css: 'textarea' };
const restored = { css: '.notice-line' };

inEachBrowser('drafts', (browser) => {
  let tab: Surface;
  beforeAll(async () => {
    for (const path of ['/lesson.html', '/style.css']) browser().serve(site + path, await samplePage(path));
    browser().serve(`${site}/other.html`, { body: '<title>Another lesson</title>' });
    tab = await browser().open(lesson);
  });

  /** Opens the form for a skill; nothing is decided yet. */
  const choose = async (popup: Surface, words: string, row: RegExp) => {
    await popup.fill(searchField, words);
    await popup.waitFor({ css: '.listbox[aria-busy=false]' });
    await popup.click({ role: 'option', name: row });
    await popup.waitFor(note);
  };
  const noteIn = async (popup: Surface) => (await popup.waitFor(note)).value;
  const reopened = async (on: Surface) => {
    const popup = await browser().clickToolbar(on);
    await popup.waitFor(restored, { text: /^Draft of .* restored/ });
    return popup;
  };

  it('keeps each letter though the popup closes in the very tick that it is typed', async () => {
    let popup = await browser().clickToolbar(tab);
    await popup.waitFor({ css: '.declared' });
    await popup.evaluate(closeAtInput);
    await popup.press('g');
    await popup.closed;
    popup = await browser().clickToolbar(tab);
    await popup.waitFor(restored, { text: /^Search of .* restored/ });
    expect((await popup.waitFor(searchField)).value).toBe('g');
    await popup.click({ role: 'button', name: 'Discard' });
    await popup.waitFor(restored, { state: 'gone' });
    expect((await popup.focused())?.value).toBe('');
    await choose(popup, 'chart', /^Chart Type/);
    let typed = '';
    for (const letter of 'slope') {
      await popup.click(note);
      await popup.press('End');
      await popup.evaluate(closeAtInput);
      await popup.press(letter);
      await popup.closed;
      typed += letter;
      popup = await reopened(tab);
      expect(await noteIn(popup)).toBe(typed);
    }
    await popup.close();
  });

  it('keeps apart what is typed in two tabs on one page, through going away and coming back', async () => {
    const second = await browser().open(lesson);
    let popup = await browser().clickToolbar(second);
    await popup.waitFor({ css: '.declared' });
    expect(await popup.all(restored)).toEqual([]);
    await choose(popup, 'graph', /^Misleading Graph/);
    await popup.type(note, 'the other tab');
    await popup.close();
    popup = await reopened(tab);
    expect(await noteIn(popup)).toBe('slope');
    await popup.close();
    await go(second, `${site}/other.html`);
    popup = await browser().clickToolbar(second);
    await popup.waitFor({ css: 'h1' }, { text: 'Another lesson' });
    expect(await popup.all(restored)).toEqual([]);
    await popup.close();
    await go(second, lesson);
    popup = await reopened(second);
    expect(await noteIn(popup)).toBe('the other tab');
    await popup.click({ role: 'button', name: 'Discard' });
    await popup.waitFor({ css: '.page-card' });
    await popup.close();
    await second.close();
    await browser().killBackground();
    popup = await reopened(tab);
    expect(await noteIn(popup)).toBe('slope');
    await popup.close();
  });

  it('keeps what is typed in a form of the options page, and writes no secret down', async () => {
    let options = await browser().openExtensionPage('options.html');
    await options.waitFor({ role: 'button', name: 'Add and test' });
    await options.evaluate(chooseOption, 'form select', 'credential-registry');
    await options.fill({ css: '[aria-labelledby=add-head] input[type=password]' }, 'hush-hush');
    await options.fill({ role: 'textbox', name: /^Name/ }, 'Half a registr');
    await options.close();
    options = await browser().openExtensionPage('options.html');
    await options.waitFor(restored, { text: /^Draft of .* restored/ });
    expect((await options.waitFor({ role: 'textbox', name: /^Name/ })).value).toBe('Half a registr');
    expect((await options.waitFor({ css: '[aria-labelledby=add-head] input[type=password]' })).value).toBe('');
    const kept = await options.evaluate(allKept);
    expect(kept).toContain('Half a registr');
    expect(kept).not.toContain('hush');
    await options.click({ role: 'button', name: 'Discard' });
    await options.waitFor(restored, { state: 'gone' });
    await options.close();
  });

  it('restores it after the browser quit, and after it was killed', async () => {
    let popup = await reopened(tab);
    await popup.type(note, '!');
    await popup.close();
    await browser().restart('quit');
    tab = await browser().open(lesson);
    popup = await reopened(tab);
    expect(await noteIn(popup)).toContain('!');
    await popup.type(note, '?');
    await popup.waitUntil('the copy on its way to the disk', isMirrored, '!?');
    await browser().restart('killed');
    tab = await browser().open(lesson);
    popup = await reopened(tab);
    expect(await noteIn(popup)).toContain('?');
    await popup.click({ role: 'button', name: 'Save' });
    await popup.waitFor({ css: '.notice-good' }, { text: 'Saved on this device' });
    await popup.close();
  });
});

async function go(tab: Surface, address: string): Promise<void> {
  await tab.evaluate((to) => location.assign(to), address);
  await tab.waitUntil(address, (wanted) => location.href === wanted && document.readyState === 'complete', address);
}

/** Closes the popup as soon as its own listeners have heard of the next letter. */
function closeAtInput(): void {
  document.addEventListener('input', () => window.close());
}

type Areas = { storage: Record<'local' | 'session', { get(all: null): Promise<object> }> };

async function allKept(): Promise<string> {
  const { chrome, browser = chrome } = globalThis as unknown as { chrome: Areas; browser?: Areas };
  const areas = await Promise.all([browser.storage.local.get(null), browser.storage.session.get(null)]);
  return JSON.stringify([areas, { ...localStorage }]);
}

async function isMirrored(words: string): Promise<boolean> {
  const { chrome, browser = chrome } = globalThis as unknown as { chrome: Areas; browser?: Areas };
  const items = Object.entries(await browser.storage.local.get(null));
  return items.some(([key, item]) => key.startsWith('draft:') && JSON.stringify(item).includes(words));
}
