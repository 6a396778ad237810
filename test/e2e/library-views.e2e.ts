import { beforeAll, expect, it } from 'vitest';
import { expectNoViolations } from '../support/axe.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { searchField } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';

const site = 'https://lessons.millbrook.example';
const addresses = [`${site}/lesson.html`, `${site}/lesson.html?utm_source=mail`];
const button = (name: string | RegExp) => ({ role: 'button', name });
const saved = { css: '.notice-good' };

inEachBrowser('the views of the library', (browser) => {
  let library: Surface;

  beforeAll(async () => {
    for (const address of addresses) browser().serve(address, await samplePage('/lesson.html'));
    browser().serve(`${site}/style.css`, await samplePage('/style.css'));
    for (const address of addresses) {
      const tab = await browser().open(address);
      const popup = await browser().clickToolbar(tab);
      await popup.fill(searchField, 'graph');
      await popup.waitFor({ css: '.listbox[aria-busy=false]' });
      await popup.click({ role: 'option', name: /^Misleading Graph/ });
      await popup.waitFor({ css: '.skill-card' });
      await popup.click(button('Save'));
      await popup.waitFor(saved);
      await popup.close();
      await tab.close();
    }
    library = await browser().openExtensionPage('library.html#library?relation=teaches');
  });

  it('are saved under a name and open again with what they show', async () => {
    await library.click(button('Save this view'));
    await library.type({ role: 'textbox', name: 'Name of the view' }, 'Taught');
    await library.press('Enter');
    await library.waitFor({ css: '.view > a[aria-current]' }, { text: /Taught/ });
    await library.close();
    library = await browser().openExtensionPage('library.html');
    await library.click({ css: '.view > a' });
    await library.waitFor({ css: '.chip' }, { text: 'teaches' });
    await expectNoViolations(library, 'a saved view');
  });

  it('lead to pages that were kept twice, which become one and two again', async () => {
    await library.click({ role: 'link', name: '1 page may have been kept twice' });
    await library.waitFor({ css: '.compared .is-kept' }, { text: /Misleading Graph/ });
    await expectNoViolations(library, 'pages kept twice');
    await library.click(button('Make one page of 2 addresses'));
    await library.waitFor({ css: '.empty' }, { text: 'No page was kept twice' });
    await library.waitFor(saved, { text: /2 addresses are one page now: 1 alignment moved, 1 was said twice/ });
    await library.click(button('Undo'));
    await library.waitFor({ css: '.compared .is-kept' });
    await library.close();
    expect(await browser().complaints()).toEqual([]);
  });
});
