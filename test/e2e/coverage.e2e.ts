import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectNoViolations } from '../support/axe.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { align } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';

const site = 'https://lessons.millbrook.example';
const folder = mkdtempSync(join(tmpdir(), 'plumbline-crosswalk-'));
afterAll(() => rmSync(folder, { recursive: true }));
const table = join(folder, 'harbour.csv');
writeFileSync(table, 'Skill,Statement\nGraph reading,Recognizes misleading graphs.\nKnot tying,Ties a bowline.\n');

/** How often Tab is pressed at most before what is sought has to have the keyboard. */
const mostTabs = 60;

inEachBrowser('crosswalk and coverage', (browser) => {
  let library: Surface;
  beforeAll(async () => {
    for (const path of ['/lesson.html', '/style.css']) browser().serve(site + path, await samplePage(path));
    const options = await browser().openExtensionPage('options.html');
    await options.waitFor({ css: 'article[aria-label="Starter library"]' });
    await options.chooseFile(table, '#frameworks input[type=file]');
    await options.click({ role: 'button', name: 'Read it' });
    await options.click({ role: 'button', name: 'Import' });
    await options.waitFor({ css: '.notice-good' }, { text: /Imported/ });
    await options.close();
    library = await browser().openExtensionPage('library.html#crosswalk');
  });
  afterAll(() => library.close());

  /** Goes on with Tab until the keyboard is at what `css` selects. */
  const tabTo = async (css: string) => {
    const isThere = () => library.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, css);
    for (let tabs = 0; !(await isThere()); tabs += 1) {
      if (tabs === mostTabs) throw new Error(`Tab does not come to ${css}`);
      await library.press('Tab');
    }
  };
  /** Waits for the keyboard to be at what `css` selects. */
  const atKeyboard = (css: string) =>
    library.waitUntil(`the keyboard at ${css}`, (wanted) => document.activeElement?.matches(wanted), css);

  it('relates two skills by the keyboard alone, and shows that in the review', async () => {
    await library.waitFor({ css: '.crosswalk-progress .muted' }, { text: /^0 of / });
    // The starter library comes first; what is to be related is the other one.
    await tabTo('.toolbar .push .btn:first-child');
    await library.press('Enter');
    await library.waitFor({ css: '.crosswalk-progress .muted' }, { text: '0 of 2 skills have a counterpart' });
    await tabTo('.tree-side:first-child [role=row]');
    await library.press('Enter');
    await atKeyboard('.suggestions .hit');
    expect((await library.focused())?.text).toMatch(/Misleading Graph/);
    await library.press('Enter');
    await atKeyboard('.pair input[value=major]');
    await library.press('1');
    await library.press('Enter');
    await library.waitFor({ css: '.crosswalk-progress .muted' }, { text: '1 of 2 skills have a counterpart' });
    // The next one without a counterpart is in hand.
    await library.waitFor({ css: '.chosen-skill:not(.is-empty)' }, { text: /Knot tying/ });
    await atKeyboard('.tree-side:first-child [role=row][aria-selected=true]');
    await library.click({ role: 'radio', name: 'Review (1)' });
    await library.waitFor({ css: '.crosswalk-table' }, { text: /Graph reading[\s\S]*Misleading Graph/ });
    expect((await library.all({ css: '.crosswalk-table select' })).map(({ value }) => value)).toEqual(['exact']);
    await expectNoViolations(library, 'the review');
  });

  it('shows in the coverage what is aligned, as soon as it is', async () => {
    await library.evaluate(() => {
      location.hash = '#coverage/starter';
    });
    await library.click({ role: 'radio', name: 'Taught, never assessed 0' });
    await library.waitFor({ css: '.main .empty' }, { text: /No skill of this framework is like that/ });
    const tab = await browser().open(`${site}/lesson.html`);
    const popup = await browser().clickToolbar(tab);
    await align(popup, { words: 'graph', row: /^Misleading Graph/, relation: 'teaches' });
    await popup.close();
    await tab.close();
    await library.waitFor({ css: '.matrix tbody tr' }, { text: /Misleading Graph[\s\S]*1[\s\S]*not assessed/ });
    expect(await library.text({ css: '.figures' })).toMatch(/skills taught\s*1 of \d+/);
    expect(await browser().complaints()).toEqual([]);
  });
});
