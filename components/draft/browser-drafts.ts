import { browser } from 'wxt/browser';
import { type Drafts, openDrafts, type PageDrafts } from '../../lib/state/drafts.ts';
import { useKeeping } from '../../lib/state/keeping.ts';

/** The drafts in this browser's storages; the screen is told where one cannot be kept. */
export function openBrowserDrafts(): Drafts {
  return openDrafts({
    storage: localStorage,
    local: browser.storage.local,
    session: browser.storage.session,
    openTabs: async () => (await browser.tabs.query({})).flatMap(({ id }) => (id === undefined ? [] : [id])),
    tell: useKeeping.getState().tell,
  });
}

/**
 * The drafts of a page of our own that stands in a tab, by the page's name. Where it is open twice, each has its own.
 * Never rejects.
 */
export async function openOwnDrafts(page: string): Promise<PageDrafts> {
  const tab = await browser.tabs.getCurrent().catch(() => undefined);
  return openBrowserDrafts().at(tab?.id, page);
}
