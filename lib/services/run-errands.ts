import { type Errand, errandKey } from '../domain/errand.ts';
import type { Evidence } from '../domain/evidence.ts';
import { pageAddress } from '../domain/web-address.ts';

/** The tab that something was asked for on. */
export type AskedTab = { id?: number | undefined; index?: number; url?: string | undefined; windowId?: number };

/** A click on an entry of ours. */
export type MenuClick = { menuItemId: string | number; linkUrl?: string; linkText?: string; srcUrl?: string };

/** What running errands needs of the browser. */
export type RunErrandsNeeds = {
  /**
   * Opens the popup over the tab in front; Chrome has it since version 127. Rejects where it cannot be opened, such as in
   * a window that is not in front. Firefox allows it only before anything is waited for.
   */
  openPopup: (() => PromiseLike<unknown>) | undefined;
  /** Opens a page of ours, by its path, in a tab in front. */
  openTab(path: string, after: AskedTab | undefined): Promise<unknown>;
  /** Opens the panel of a window. Chrome allows it only before anything is waited for; Firefox has a command of its own. */
  openPanel: ((windowId: number) => PromiseLike<unknown>) | undefined;
  /** What is selected in a tab; null where nothing can be read. */
  readSelection(tab: number): Promise<Evidence | null>;
  /** `browser.storage.session`. */
  session: { set(items: Record<string, unknown>): Promise<unknown> };
};

/** What is asked for outside of our screens. Each rejects only where the browser refuses even a tab. */
export type Errands = {
  /** Somebody chose an entry of ours in a menu. */
  clicked(click: MenuClick, tab: AskedTab | undefined): Promise<void>;
  /** Somebody pressed the keys of a command. Firefox and Chrome grant `activeTab` for it, as for a click. */
  pressed(command: string, tab: AskedTab | undefined): Promise<void>;
};

/** Makes the use cases of the menus and of the keys. They keep nothing in memory: the worker may have just been started. */
export function createErrands({ openPopup, openTab, openPanel, readSelection, session }: RunErrandsNeeds): Errands {
  const openSurface = async (tab: AskedTab | undefined): Promise<void> => {
    try {
      if (!openPopup) throw new Error('this browser opens no popup by itself');
      await openPopup();
    } catch {
      await openTab(tab?.id === undefined ? '/popup.html' : `/popup.html?tab=${tab.id}`, tab);
    }
  };
  const quote = async (tab: AskedTab | undefined): Promise<void> => {
    // Both begin at once: the popup must not wait, and what it takes away is the focus, not the selection.
    const opened = openSurface(tab);
    const address = pageAddress(tab?.url ?? '');
    if (tab?.id !== undefined && address) {
      const evidence = await readSelection(tab.id);
      const errand: Errand = { address, ...(evidence && { evidence }) };
      await session.set({ [errandKey(tab.id)]: errand });
    }
    await opened;
  };
  return {
    async clicked({ menuItemId, linkUrl, linkText, srcUrl }, tab) {
      if (menuItemId === 'align-page') return openSurface(tab);
      if (menuItemId === 'quote-selection') return quote(tab);
      if (menuItemId === 'open-library') return void (await openTab('/library.html', tab));
      const [chosen = '', title] = menuItemId === 'align-image' ? [srcUrl] : [linkUrl, linkText];
      const address = menuItemId === 'align-link' || menuItemId === 'align-image' ? pageAddress(chosen) : undefined;
      if (!address) return;
      const asked = new URLSearchParams({ address, ...(title && { title }) });
      await openTab(`/popup.html?${asked}`, tab);
    },
    async pressed(command, tab) {
      if (command === 'quote-selection') await quote(tab);
      if (command === 'open-panel' && tab?.windowId !== undefined) await openPanel?.(tab.windowId);
    },
  };
}
