import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyCredential } from '../../lib/credentials/verify.ts';
import { officialSchema } from '../formats/judges/open-badges.ts';
import type { Browser, Surface } from '../support/browsers/browser.ts';
import { launchers } from '../support/browsers/launchers.ts';
import { built } from '../support/built.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { addRegistry, align, chooseOption } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';

// The people whom the product is for, each from the first click to what they came for.

const site = 'https://lessons.millbrook.example';
const lesson = `${site}/lesson.html`;
const harbour = fileURLToPath(new URL('../support/practice-registry/harbour-college.json', import.meta.url));
const button = (name: string | RegExp) => ({ role: 'button', name });
const saved = { css: '.notice-good' };
const made = { css: '[aria-labelledby=made]' };

const folder = mkdtempSync(join(tmpdir(), 'plumbline-journeys-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Serves the lessons, and opens the first. */
async function openLesson(browser: Browser): Promise<Surface> {
  for (const path of ['/lesson.html', '/style.css', '/plain.html', '/quiz.html', '/course.html']) {
    browser.serve(site + path, await samplePage(path));
  }
  return browser.open(lesson);
}

/** Selects a paragraph of the page, as dragging over it does. */
const selectPassage = (tab: Surface) =>
  tab.evaluate(() => {
    const passage = document.querySelector('main p, p');
    if (passage) document.getSelection()?.selectAllChildren(passage);
    return document.getSelection()?.toString().trim() ?? '';
  });

/** How often Tab is pressed at most before what is sought has to have the keyboard. */
const mostTabs = 40;

/** Goes on with Tab until the keyboard is at what `css` selects. */
async function tabTo(surface: Surface, css: string): Promise<void> {
  const isThere = () => surface.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, css);
  for (let tabs = 0; !(await isThere()); tabs += 1) {
    if (tabs === mostTabs) throw new Error(`Tab does not come to ${css}`);
    await surface.press('Tab');
  }
}

/** A file that a surface said it downloaded. */
async function downloadedBy(browser: Browser, surface: Surface): Promise<string> {
  const { text } = await surface.waitFor({ role: 'status' }, { text: /^Downloaded / });
  return browser.downloaded(text.replace(/^Downloaded |\.$/g, ''));
}

inEachBrowser('the designer, with one page', (browser) => {
  it('says what the lesson teaches, quotes where, and copies the markup, by the keyboard alone', async () => {
    const tab = await openLesson(browser());
    const passage = await selectPassage(tab);
    const popup = await browser().clickToolbar(tab);
    await popup.waitFor({ css: '.declared' });
    for (const letter of 'graph') await popup.press(letter);
    await popup.waitFor({ css: '.listbox[aria-busy=false]' });
    await popup.waitFor({ css: '.option.is-active' }, { text: /^Misleading Graph/ });
    await popup.press('Enter');
    await popup.waitFor({ css: '.skill-card' });
    await tabTo(popup, '.section-head .link');
    await popup.press('Enter');
    await popup.waitFor({ css: '.quote' }, { text: passage });
    await tabTo(popup, 'textarea');
    for (const letter of 'Task 2') await popup.press(letter);
    await tabTo(popup, 'button[type=submit]');
    await popup.press('Enter');
    await popup.waitFor(saved, { text: 'Saved on this device' });
    expect(await popup.focused()).toMatchObject({ role: 'combobox' });
    await tabTo(popup, '.surface-foot .btn');
    await popup.press('Enter');
    await popup.waitFor({ css: 'pre' }, { text: 'teaches' });
    await tabTo(popup, '.surface-foot .btn:not(.btn-primary)');
    await popup.press('Enter');
    await popup.waitFor({ role: 'status' }, { text: /opied/ });
    const snippet = JSON.parse(await browser().clipboard());
    expect(JSON.stringify(snippet)).toMatch(/"teaches".*Misleading Graph Detection/s);
    await popup.close();
  });

  it('says with the pointer what it assesses, changes it, and publishes both', async () => {
    const practice = await startPracticeRegistry();
    await browser().grantHost('http://127.0.0.1/*');
    const options = await browser().openExtensionPage('options.html');
    await addRegistry(options, { kind: 'CASS', address: `${practice.url}/api`, name: 'Practice CASS' });
    await options.close();
    const popup = await browser().clickToolbar(await openLesson(browser()));
    await align(popup, { words: 'chart', row: /^Chart Type/, relation: 'assesses', fit: 'minor' });
    await popup.click(button(/^More for assesses/));
    await popup.click(button('Edit'));
    await popup.click({ css: 'input[name=fit][value=exact]' });
    await popup.click(button('Save'));
    await popup.waitFor(made, { text: /assesses[\s\S]*exact/ });
    await popup.click(button('Publish 2'));
    await popup.waitUntil(
      'both published',
      () => document.querySelectorAll('.alignment .state-published').length === 2,
    );
    expect(practice.published()).toHaveLength(2);
    await popup.close();
    await practice.close();
    expect(await browser().complaints()).toEqual([]);
  });
});

inEachBrowser('the librarian, with many pages', (browser) => {
  let practice: PracticeRegistry;
  let library: Surface;
  let panel: Surface;
  const list = join(folder, 'items.csv');

  beforeAll(async () => {
    practice = await startPracticeRegistry();
    const items = ['lesson', 'plain', 'quiz', 'course'].map(
      (name, number) => `${site}/${name}.html,Item ${number + 1}`,
    );
    writeFileSync(list, `url,title\n${items.join('\n')}\n`);
    await browser().grantHost('http://127.0.0.1/*');
    await browser().grantHost(`${site}/*`);
    const options = await browser().openExtensionPage('options.html');
    await addRegistry(options, { kind: 'CASS', address: `${practice.url}/api`, name: 'Practice CASS' });
    await options.close();
  });
  afterAll(() => practice.close());

  it('loads a list and sees what it would be', async () => {
    library = await browser().openExtensionPage('library.html#work');
    await library.chooseFile(list, '.add-work input[type=file]');
    await library.waitFor({ css: '.dialog' }, { text: /4 new pages/ });
    await library.click(button('Add 4 pages'));
    await library.waitFor(saved, { text: '4 pages are in the list.' });
    await library.click(button('Work through it'));
    await library.close();
  });

  it('works through it beside the page, by keys', async () => {
    const tab = await openLesson(browser());
    const popup = await browser().clickToolbar(tab);
    await popup.click(button('Open beside the page'));
    await popup.closed;
    panel = await browser().panel();
    await panel.waitFor({ css: '.work-acts' }, { text: /1 of 4/ });
    await align(panel, { words: 'graph', row: /^Misleading Graph/, relation: 'teaches' });
    await align(panel, { words: 'chart', row: /^Chart Type/, relation: 'assesses' });
    await panel.waitFor({ css: '.work-strip' }, { text: /1 of 4 done/ });
  });

  it('puts both skills on what is left, in one act', async () => {
    await panel.click(button('Put these 2 skills on many pages'));
    await panel.click({ role: 'checkbox', name: 'All of them' });
    await panel.click(button('Align 3 pages'));
    await panel.waitFor(saved, { text: /6 alignments saved/ });
    await panel.waitFor({ css: '.work-strip' }, { text: /4 of 4 done[\s\S]*Nothing is left/ });
    await panel.close();
  });

  it('publishes them, sees which was refused and why, and exports one bundle', async () => {
    practice.order({ faults: [{ kind: 'status', status: 400, method: 'POST', times: 1 }] });
    library = await browser().openExtensionPage('library.html#work');
    await library.click({ role: 'link', name: 'items' });
    await library.click(button('Publish 8'));
    await library.waitFor({ css: '.refused' }, { text: /Not published at Practice CASS: .*400/ });
    await expect.poll(() => practice.published().length, { timeout: 15_000 }).toBe(7);
    await library.click({ css: '.hand-on summary' });
    await library.click(button('Download 8 alignments'));
    const bundle = JSON.parse(await readFile(await downloadedBy(browser(), library), 'utf8'));
    expect(bundle.alignments).toHaveLength(8);
    await library.close();
    expect(await browser().complaints()).toEqual([]);
  });
});

inEachBrowser('the curriculum lead, with a framework', (browser) => {
  it('imports it, and sees what no page teaches and what is taught and never assessed', async () => {
    const options = await browser().openExtensionPage('options.html');
    await options.waitFor({ css: 'article[aria-label="Starter library"]' });
    await options.chooseFile(harbour, '#frameworks input[type=file]');
    await options.click(button('Import'));
    await options.waitFor({ css: 'article[aria-label="Harbour College Skills"]' });
    await options.close();
    const popup = await browser().clickToolbar(await openLesson(browser()));
    await align(popup, { words: 'slope graph', row: /^Slope from a Graph/, relation: 'teaches' });
    await align(popup, { words: 'comparing rates', row: /^Comparing Rates/, relation: 'teaches' });
    await align(popup, { words: 'comparing rates', row: /^Comparing Rates/, relation: 'assesses' });
    await popup.close();
    const library = await browser().openExtensionPage('library.html#coverage');
    await library.waitFor({ css: '.side select' });
    const framework = await library.waitUntil(
      'the framework',
      () => [...document.querySelectorAll('option')].find(({ text }) => text === 'Harbour College Skills')?.value,
    );
    await library.evaluate(chooseOption, '.side select', framework ?? '');
    await library.waitFor({ css: '.figures' }, { text: /skills taught\s*2 of \d+/ });
    await library.click({ role: 'radio', name: 'Taught, never assessed 1' });
    await library.waitFor({ css: '.matrix tbody' }, { text: /Slope from a Graph[\s\S]*not assessed/ });
    expect(await library.text({ css: '.matrix tbody' })).not.toMatch(/Comparing Rates/);
    await library.close();
    expect(await browser().complaints()).toEqual([]);
  });
});

inEachBrowser('the credential author, with a set of alignments', (browser) => {
  it('makes one achievement of them, signs it, and has it checked', async () => {
    let options = await browser().openExtensionPage('options.html');
    await options.fill({ role: 'textbox', name: /^Your name/ }, 'Marta Osei');
    await options.press('Enter');
    await options.waitFor({ css: '[role=status]' }, { text: 'Your name was kept.' });
    await options.click(button('Make a signing key'));
    await options.waitFor({ css: '#identity' }, { text: /Ed25519, made/, limit: 30_000 });
    const did = (await options.text({ css: '#identity code' })).trim();
    await options.close();
    const popup = await browser().clickToolbar(await openLesson(browser()));
    await align(popup, { words: 'graph', row: /^Misleading Graph/, relation: 'teaches' });
    await align(popup, { words: 'chart', row: /^Chart Type/, relation: 'assesses' });
    await popup.click(button('Export'));
    await popup.waitFor({ css: 'select[name=format]' });
    await popup.evaluate(chooseOption, 'select[name=format]', 'open-badges-3');
    await popup.click({ role: 'checkbox', name: /^Sign as Marta Osei/ });
    await popup.waitUntil('the signature', () => /"proofValue"/.test(document.querySelector('pre')?.textContent ?? ''));
    await popup.click(button('Download'));
    const file = await downloadedBy(browser(), popup);
    await popup.close();
    const badge = JSON.parse(await readFile(file, 'utf8'));
    const targets = badge.credentialSubject.achievement.alignment;
    expect(targets.map(({ targetName }: { targetName: string }) => targetName)).toEqual([
      'Misleading Graph Detection',
      'Chart Type Selection',
    ]);
    expect(officialSchema()?.(badge) ?? true).toBe(true);
    expect(await verifyCredential(badge, { known: [did], now: new Date() })).toMatchObject({ state: 'valid' });
    options = await browser().openExtensionPage('options.html');
    await options.waitFor(button('Choose a signed file'));
    await options.chooseFile(file, '#identity .card + .card input[type=file]');
    await options.waitFor({ css: '#identity' }, { text: /Valid: signed by your key/, limit: 20_000 });
    await options.close();
    expect(await browser().complaints()).toEqual([]);
  });
});

inEachBrowser('the team, offline in between', (browser) => {
  let other: Browser;
  beforeAll(async () => {
    const { name } = browser();
    other = await launchers[name]({ extension: built(name) });
  });
  afterAll(() => other.close());

  /** Exports everything as a bundle, and answers its path. */
  const handOn = async (from: Browser) => {
    const options = await from.openExtensionPage('options.html');
    await options.click(button(/^Export \d+ alignments?/));
    const path = await downloadedBy(from, options);
    await options.close();
    return path;
  };
  /** Takes a bundle in once the dialog shows what `change` says of it. */
  const takeIn = async (to: Browser, path: string, change: RegExp) => {
    const options = await to.openExtensionPage('options.html');
    await options.waitFor(button('Import alignments'));
    await options.chooseFile(path, '#alignments input[type=file]');
    await options.waitFor({ css: '.dialog .counts' }, { text: change });
    await options.click(button('Import'));
    await options.waitFor({ css: '#alignments .notice-good' });
    await options.close();
  };

  it('aligns offline, hands the bundle on, has it changed by a colleague, and takes that in', async () => {
    const tab = await openLesson(browser());
    await browser().setOffline(true);
    let popup = await browser().clickToolbar(tab);
    await align(popup, { words: 'graph', row: /^Misleading Graph/, relation: 'teaches' });
    await align(popup, { words: 'chart', row: /^Chart Type/, relation: 'teaches' });
    await popup.close();
    await browser().setOffline(false);
    await takeIn(other, await handOn(browser()), /new\s*2/);
    const theirs = await other.clickToolbar(await openLesson(other));
    await theirs.click(button(/^More for teaches Misleading/));
    await theirs.click(button('Edit'));
    await theirs.fill({ css: 'textarea' }, 'Only the first graph.');
    await theirs.click(button('Save'));
    await theirs.waitFor(saved, { text: 'Saved on this device' });
    await theirs.close();
    await takeIn(browser(), await handOn(other), /changed there\s*1/);
    popup = await browser().clickToolbar(tab);
    await popup.click(button(/^More for teaches Misleading/));
    await popup.waitFor(made, { text: 'Only the first graph.' });
    await popup.close();
    expect([...(await browser().complaints()), ...(await other.complaints())]).toEqual([]);
  });
});
