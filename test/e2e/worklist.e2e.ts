import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectNoViolations } from '../support/axe.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { searchField } from '../support/journey.ts';

const site = 'https://shelf.millbrook.example';
const numbers = [1, 2, 3, 4, 5];
const button = (name: string | RegExp) => ({ role: 'button', name });
const strip = { css: '.work-strip' };

inEachBrowser('a work list', (browser) => {
  let folder: string;
  let panel: Surface;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'work-'));
    const rows = numbers.map((number) => `Lesson ${number},${site}/${number}`);
    await writeFile(join(folder, 'Autumn.csv'), `title,url\n${rows.join('\n')}\n`);
    for (const number of numbers) browser().serve(`${site}/${number}`, { body: `<title>Lesson ${number}</title>` });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('comes in from a table, after a look at what is new', async () => {
    const library = await browser().openExtensionPage('library.html#work');
    await library.chooseFile(join(folder, 'Autumn.csv'));
    await library.waitFor({ role: 'dialog' }, { text: '5 new pages, from a table.' });
    await expectNoViolations(library, 'what would be added');
    await library.click(button('Add 5 pages'));
    await library.waitFor({ role: 'heading', name: 'Autumn' });
    await library.click(button('Work through it'));
    await library.waitFor({ css: '.notice-good' }, { text: 'It is chosen.' });
    await expectNoViolations(library, 'the list');
    await library.close();
  });

  it('is worked through beside the page by the keyboard', async () => {
    const tab = await browser().open(`${site}/1`);
    const popup = await browser().clickToolbar(tab);
    await popup.waitFor({ css: '.page-title' }, { text: 'Lesson 1' });
    await popup.click(button('Open beside the page'));
    await popup.closed;
    panel = await browser().panel();
    await panel.waitFor(strip, { text: /Autumn[\s\S]*0 of 5 done[\s\S]*Page 1 of 5/ });
    await panel.fill(searchField, 'graph');
    await panel.waitFor({ css: '.combobox .listbox[aria-busy=false]' });
    await panel.press('ArrowDown');
    await panel.press('Enter');
    await panel.click(button('Save'));
    // Done by itself, since it is aligned.
    await panel.waitFor(strip, { text: '1 of 5 done' });
    await panel.evaluate(() => document.querySelector<HTMLElement>('.work-strip .btn-primary')?.focus());
    await panel.press('Enter');
    await panel.waitFor(strip, { text: 'Page 2 of 5' });
    await panel.waitFor({ css: '.page-title' }, { text: 'Lesson 2' });
    await panel.press('d');
    await panel.waitFor(strip, { text: /2 of 5 done[\s\S]*Page 3 of 5/ });
    await panel.waitFor({ css: '.page-title' }, { text: 'Lesson 3' });
    await expectNoViolations(panel, 'the list beside a page');
  });

  it('gets one set of skills on all that is left, as one act', async () => {
    await panel.click({ css: '.work-pages summary' });
    await panel.click(button('Lesson 1'));
    await panel.click(button('Put this skill on many pages'));
    await panel.click({ role: 'checkbox', name: 'All of them' });
    await panel.waitFor({ css: '.surface-foot' }, { text: '3 new alignments' });
    await expectNoViolations(panel, 'what would be put on many pages');
    await panel.click(button('Align 3 pages'));
    await panel.waitFor(strip, { text: 'Nothing is left.' });
    await panel.waitFor({ css: '.notice-good' }, { text: 'Undo' });
    expect(await browser().complaints()).toEqual([]);
  });
});
