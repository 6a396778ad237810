import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Room, Surface } from '../browsers/browser.ts';
import { samplePage } from '../pages/serve-pages.mjs';
import { backupOf, lesson, sampleLibrary } from './sample-library.ts';

/** The extension's interface, in its pages. */
declare const chrome: typeof import('wxt/browser').browser;

/**
 * Where a screen is opened: the popup of a page that a toolbar click let it into, the panel beside the page, or a page of
 * the extension. The popup stands in a tab of its own, since browsers give the real one no other room than it asks for.
 */
export type Place = { popup: 'lesson' | 'plain' | 'own' } | { panel: true } | { page: string };

/** The kinds of surface, each with a room of its own to be seen in. */
export type Kind = 'popup' | 'panel' | 'page';

/**
 * How much room each kind is given, in CSS pixels: where there is room, in the least that it has to do with (WCAG 2.2,
 * 1.4.10), and at twice its size (1.4.4), where a popup is as wide as before and a window half as wide.
 */
export const rooms: Record<Kind, { wide: Room; narrow: Room; zoomed: Room }> = {
  popup: {
    wide: { width: 400, height: 600 },
    narrow: { width: 320, height: 600 },
    zoomed: { width: 400, height: 300, zoom: 2 },
  },
  panel: {
    wide: { width: 420, height: 800 },
    narrow: { width: 320, height: 800 },
    zoomed: { width: 320, height: 400, zoom: 2 },
  },
  page: {
    wide: { width: 1280, height: 900 },
    narrow: { width: 320, height: 900 },
    zoomed: { width: 640, height: 450, zoom: 2 },
  },
};

/** What screens are reached on: a browser, the pages that it is shown on, and files to give to it. */
export type Stage = {
  browser: Browser;
  /** Opens a screen's place. The surface before is closed. */
  open(place: Place): Promise<Surface>;
  /** Opens a page in a new tab and clicks the toolbar there. Answers the real popup. */
  clickToolbar(page: 'lesson' | 'plain' | 'own'): Promise<Surface>;
  /** A file by its name, to be chosen in a form. */
  file(name: string, text: string): string;
  /** The library of a month, as a backup. */
  backup(): string;
  close(): Promise<void>;
};

/** Makes a browser ready to show every screen; it speaks a language by its locale, by default the browser's own. */
export async function openStage(browser: Browser, locale?: string): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-screens-'));
  for (const path of ['/lesson.html', '/style.css', '/plain.html']) {
    browser.serve(new URL(path, lesson).href, await samplePage(path));
  }
  await browser.grantHost('http://127.0.0.1/*');
  if (locale) {
    const page = await browser.openExtensionPage('welcome.html');
    await page.evaluate((chosen) => localStorage.setItem('language', chosen), locale);
    await page.close();
  }
  const addresses = { lesson, plain: new URL('/plain.html', lesson).href };
  const clickToolbar = async (page: keyof typeof addresses | 'own') => {
    const tab = page === 'own' ? browser.openExtensionPage('welcome.html') : browser.open(addresses[page]);
    return browser.clickToolbar(await tab);
  };
  const tabs = new Map<string, number>();
  const letIn = async (page: Parameters<typeof clickToolbar>[0]) => {
    const known = tabs.get(page);
    if (known !== undefined) return known;
    const popup = await clickToolbar(page);
    await popup.waitFor({ css: 'h1' });
    const id = await popup.evaluate(
      async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? -1,
    );
    await popup.close();
    tabs.set(page, id);
    return id;
  };
  let now: Surface | undefined;
  const reach = async (place: Place) => {
    if ('page' in place) return browser.openExtensionPage(place.page);
    if ('panel' in place) return browser.panel();
    return browser.openExtensionPage(`popup.html?tab=${await letIn(place.popup)}`);
  };
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  return {
    browser,
    async open(place) {
      await now?.close().catch(() => {});
      now = await reach(place);
      return now;
    },
    clickToolbar,
    file,
    backup: () => file('spring.plumbline-backup', backupOf(sampleLibrary(Date.now()), Date.now())),
    async close() {
      await now?.close().catch(() => {});
      rmSync(folder, { recursive: true });
    },
  };
}
