import { beforeAll, expect, it } from 'vitest';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { searchField } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';

const site = 'https://lessons.millbrook.example';
const saved = { css: '.notice-good' };

inEachBrowser('several skills at once, by keyboard', (browser) => {
  let popup: Surface;
  beforeAll(async () => {
    for (const path of ['/lesson.html', '/style.css']) browser().serve(site + path, await samplePage(path));
    popup = await browser().clickToolbar(await browser().open(`${site}/lesson.html`));
    await popup.waitFor({ css: '.declared' });
  });

  it('marks two, goes on with a third, and keeps all three through a closed popup', async () => {
    await popup.type(searchField, 'graph');
    await popup.waitFor({ css: '.listbox[aria-busy=false]' });
    await popup.waitFor({ css: '.option.is-active' });
    await popup.press('Control+Enter');
    await popup.press('ArrowDown');
    await popup.press('Alt+Enter');
    await popup.waitFor({ css: '.marked-count' }, { text: '2 skills chosen' });
    await popup.press('ArrowDown');
    await popup.press('Enter');
    await popup.waitFor({ css: 'h1' }, { text: 'Align 3 skills' });
    expect(await popup.all({ css: '.chosen > li' })).toHaveLength(3);
  });

  it('saves them by one act, which is taken back by one', async () => {
    await popup.press('ArrowRight');
    await popup.press('Enter');
    await popup.waitFor(saved, { text: '3 alignments saved on this device' });
    await popup.waitUntil('three lines', () => document.querySelectorAll('.alignment:not(.declared *)').length === 3);
    await popup.click({ role: 'button', name: 'Undo' });
    await popup.waitFor(saved, { text: 'Taken back' });
    await popup.waitUntil('no line', () => document.querySelectorAll('.alignment:not(.declared *)').length === 0);
  });
});
