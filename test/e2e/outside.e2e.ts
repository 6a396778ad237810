import { beforeAll, expect, it } from 'vitest';
import type { Outside, Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { align } from '../support/journey.ts';

/** The extension's interface, in its background. */
declare const chrome: typeof import('wxt/browser').browser;

const site = 'https://lessons.millbrook.example';
const address = `${site}/pumps.html`;
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path d="M0 40 80 0"/></svg>';
const page = `<!doctype html><html lang="en"><title>Two pumps</title><h1>Two pumps</h1>
  <p id="first">The graph of the second pump climbs 90 litres in two minutes.</p>
  <p><a href="/other.html">Another lesson</a></p><img id="image" alt="" src="/slope.svg"><input aria-label="Answer">`;
const title = { css: '.page-title' };

inEachBrowser('what is asked for outside of the screens', (browser) => {
  let lesson: Surface;
  beforeAll(async () => {
    browser().serve(address, { body: page });
    browser().serve(`${site}/other.html`, { body: '<title>Another lesson</title>' });
    browser().serve(`${site}/slope.svg`, { headers: { 'content-type': 'image/svg+xml' }, body: picture });
    lesson = await browser().open(address);
    const popup = await browser().clickToolbar(lesson);
    await align(popup, { words: 'graph', row: /^Misleading Graph/, relation: 'teaches' });
    await popup.close();
  });

  const select = () =>
    lesson.evaluate(() => {
      const first = document.getElementById('first');
      if (first) document.getSelection()?.selectAllChildren(first);
    });
  const deselect = () => lesson.evaluate(() => document.getSelection()?.removeAllRanges());

  /** Chooses an entry of the menu at an element, which has this one alone. */
  const choose = async ({ openMenu, chooseInMenu }: Outside, css: string, entry: string) => {
    expect(await openMenu(lesson, css)).toContain(entry);
    await chooseInMenu(entry);
  };

  it('is done by the menus of page, selection, link and image', async () => {
    const { outside, inBackground } = browser();
    if (inBackground) return byEvents(inBackground);
    if (!outside) throw new Error('this driver reaches neither the menus nor the background');
    await choose(outside, 'h1', 'Align this page');
    const popup = await outside.popup();
    await popup.waitFor(title, { text: 'Two pumps' });
    await popup.close();
    await select();
    await choose(outside, '#first', 'Quote as evidence');
    const quoting = await outside.popup();
    await quoting.waitFor({ css: '.quote' }, { text: 'climbs 90 litres' });
    await quoting.close();
    await deselect();
    await choose(outside, 'a', 'Align this link');
    const link = await outside.front(/popup\.html\?address=/);
    expect((await link.waitFor({ role: 'textbox', name: 'Title' })).value).toBe('Another lesson');
    await link.close();
    await choose(outside, '#image', 'Align this image');
    const image = await outside.front(/popup\.html\?address=.*slope\.svg/);
    await image.waitFor({ role: 'heading', name: 'This page is not open here.' });
    return image.close();
  });

  it('is found by the keyword in the address bar, in what is kept here alone', async () => {
    const { outside } = browser();
    // No driver reaches Chromium's address bar; what it is told is held in test/services/omnibox.test.ts.
    if (!outside) return;
    const other = await browser().open(`${site}/other.html`);
    const asked = browser().asked.length;
    await outside.suggest('align pumps', /Two pumps/);
    expect(browser().asked.slice(asked)).toEqual([]);
    await outside.press('ArrowDown');
    await outside.press('Enter');
    await outside.front(/pumps\.html$/);
    await other.waitFor({ role: 'heading', name: 'Two pumps' });
    await other.close();
  });

  it('is done by keys, the panel’s too', async () => {
    const { outside } = browser();
    // No driver presses Chromium's commands, whose panel opens for a person's keys alone.
    if (!outside) return;
    await outside.press('Alt+Shift+S');
    const panel = await browser().panel();
    await panel.waitFor(title, { text: 'Two pumps' });
    await panel.close();
    await select();
    await outside.press('Alt+Shift+Q');
    const popup = await outside.popup();
    await popup.waitFor({ css: '.quote' }, { text: 'climbs 90 litres' });
    await popup.close();
    await deselect();
  });

  it('is no longer offered where the menus are switched off', async () => {
    const options = await browser().openExtensionPage('options.html');
    await options.click({ role: 'switch', name: /menus/ });
    await options.waitFor({ css: '[role=status]' }, { text: 'gone from the menus' });
    await options.close();
    const { outside } = browser();
    if (outside) expect(await outside.openMenu(lesson, 'h1')).toEqual([]);
    expect(await browser().complaints()).toEqual([]);
  });

  type InBackground = NonNullable<ReturnType<typeof browser>['inBackground']>;

  /** The tab that the lesson is in, as the browser tells of it. */
  const tabOf = async () => {
    const [tab] =
      (await browser().inBackground?.(async (url) => {
        const tabs = await chrome.tabs.query({});
        return tabs.filter((one) => one.url === url);
      }, address)) ?? [];
    return tab;
  };

  /** What Chromium tells the background of a choice in its menus, which no driver can make. */
  const byEvents = async (inBackground: InBackground) => {
    const tab = await tabOf();
    const click = (info: object) => inBackground(tell, 'contextMenus.onClicked', [info, tab]);
    await click({ menuItemId: 'align-link', linkUrl: `${site}/other.html` });
    await shown('other.html');
    await click({ menuItemId: 'align-image', srcUrl: `${site}/slope.svg` });
    await shown('slope.svg');
  };
  const shown = (address: string) =>
    expect
      .poll(
        async () =>
          browser().inBackground?.(async (part) => {
            const tabs = await chrome.tabs.query({ url: `${chrome.runtime.getURL('/popup.html')}*` });
            return tabs.filter(({ url }) => url?.includes(part)).length;
          }, encodeURIComponent(address)),
        { timeout: 10_000 },
      )
      .toBe(1);
});

/** Tells the background's listeners of an event. */
function tell(event: string, about: unknown[]): void {
  const [area = '', name = ''] = event.split('.');
  const found = (chrome as unknown as Record<string, Record<string, { dispatch(...about: unknown[]): void }>>)[area];
  found?.[name]?.dispatch(...about);
}
