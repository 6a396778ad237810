import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createBuildMenus, type MenuEntry } from '../../lib/services/menus.ts';

const messages = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../locales/en/manifest.json', import.meta.url)), 'utf8'),
) as Record<string, string>;

/** The browser's menus: they outlive the worker, and refuse a second entry of one id. */
function browserMenus() {
  const made = new Map<string, MenuEntry>();
  const refused: string[] = [];
  return {
    made,
    refused,
    removeAll: async () => made.clear(),
    create(entry: MenuEntry, done: () => void) {
      if (made.has(entry.id)) refused.push(entry.id);
      made.set(entry.id, entry);
      setImmediate(done);
    },
  };
}

describe('the menus', () => {
  it('have an entry for the page, the selection and a link, each where it can do something, and one for the toolbar button', async () => {
    const menus = browserMenus();
    await createBuildMenus(menus, (key) => messages[key] ?? '')(true);
    expect([...menus.made.values()].map(({ title, contexts }) => [contexts.join(), title])).toEqual([
      ['page', 'Align this page'],
      ['selection', 'Quote as evidence'],
      ['link', 'Align this link'],
      ['image', 'Align this image'],
      ['action', 'Open the library'],
    ]);
    const web = ['https://*/*', 'http://*/*'];
    expect(menus.made.get('align-page')?.documentUrlPatterns).toEqual(web);
    expect(menus.made.get('quote-selection')?.documentUrlPatterns).toEqual(web);
    expect(menus.made.get('align-link')?.targetUrlPatterns).toEqual(web);
    expect(menus.made.get('align-image')?.targetUrlPatterns).toEqual(web);
  });

  it('have one of each however often they are built', async () => {
    const menus = browserMenus();
    const build = createBuildMenus(menus, (key) => key);
    await build(true);
    await createBuildMenus(menus, (key) => key)(true);
    expect([menus.made.size, menus.refused]).toEqual([5, []]);
  });

  it('have none once they are switched off', async () => {
    const menus = browserMenus();
    const build = createBuildMenus(menus, (key) => key);
    await build(true);
    await build(false);
    expect(menus.made.size).toBe(0);
  });
});
