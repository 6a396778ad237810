/** An entry of the browser's menus, as it is made. */
export type MenuEntry = {
  id: MenuId;
  title: string;
  contexts: ['page' | 'selection' | 'link' | 'image' | 'action'];
  documentUrlPatterns?: string[];
  targetUrlPatterns?: string[];
};

/** What an entry of ours is for; its id. */
export type MenuId = 'align-page' | 'quote-selection' | 'align-link' | 'align-image' | 'open-library';

/** The part of `browser.contextMenus` that making the menus needs. */
export type MenuMaker = {
  removeAll(): PromiseLike<unknown>;
  create(entry: MenuEntry, done: () => void): unknown;
};

const webPages = ['https://*/*', 'http://*/*'];

/**
 * Makes the use case "have these entries in the browser's menus, or none". The browser keeps them, so that it is done at
 * install and when the person switches them; done twice, there is still one of each. `say` is `i18n.getMessage`.
 */
export function createBuildMenus(menus: MenuMaker, say: (key: MenuWord) => string) {
  const entries = (): MenuEntry[] => [
    { id: 'align-page', title: say('menuPage'), contexts: ['page'], documentUrlPatterns: webPages },
    { id: 'quote-selection', title: say('menuSelection'), contexts: ['selection'], documentUrlPatterns: webPages },
    { id: 'align-link', title: say('menuLink'), contexts: ['link'], targetUrlPatterns: webPages },
    { id: 'align-image', title: say('menuImage'), contexts: ['image'], targetUrlPatterns: webPages },
    { id: 'open-library', title: say('menuLibrary'), contexts: ['action'] },
  ];
  return async function buildMenus(shown: boolean): Promise<void> {
    await menus.removeAll();
    if (!shown) return;
    await Promise.all(entries().map((entry) => new Promise<void>((resolve) => menus.create(entry, resolve))));
  };
}

/** The messages of the manifest that the menus say. */
export type MenuWord = 'menuPage' | 'menuSelection' | 'menuLink' | 'menuImage' | 'menuLibrary';
