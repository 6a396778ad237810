import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectNoViolations } from '../support/axe.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { align, searchField } from '../support/journey.ts';

const address = 'https://lessons.millbrook.example/pumps.html';
const sentence = 'The graph of the second pump climbs 90 litres in two minutes.';
const rest =
  'Which pump is faster, and how can you tell? Write down what you compared, and why the axis matters for that.';
const page = (second: string) => ({
  headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  body: `<!doctype html><html lang="en"><title>Pumps</title><meta name="viewport" content="width=device-width">
    <style>html > div { display: none !important } p { max-width: 30em; font: 18px/1.5 sans-serif }</style>
    <h1>Two pumps</h1><p id="first">${sentence}</p><p id="second">${second}</p><input aria-label="Answer">`,
});

/** What the page can tell of us: everything. */
function pageNow() {
  return {
    html: document.documentElement.outerHTML,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    highlights: CSS.highlights?.size ?? 0,
    last: document.documentElement.lastElementChild?.localName,
  };
}

inEachBrowser('evidence on the page', (browser) => {
  let lesson: Surface;
  let folder: string;
  let before: Awaited<ReturnType<typeof pageNow>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-'));
    browser().serve(address, page(rest));
    lesson = await browser().open(address);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What the page looks like, as PNG. */
  const picture = async (name: string) => {
    const file = join(folder, `${name}.png`);
    await lesson.screenshot(file);
    return readFile(file, 'base64');
  };
  const select = (id: string) =>
    lesson.evaluate((chosen) => {
      const element = document.getElementById(chosen);
      if (element) document.getSelection()?.selectAllChildren(element);
    }, id);
  /** Quotes what is selected with an alignment to the first row that words find. */
  const quote = async (words: string, row: RegExp) => {
    const popup = await browser().clickToolbar(lesson);
    await popup.fill(searchField, words);
    await popup.click({ role: 'option', name: row });
    await popup.click({ css: 'input[name=relation][value=teaches]' });
    await popup.click({ role: 'button', name: 'Use selection' });
    await popup.waitFor({ css: '.quote' });
    await popup.click({ role: 'button', name: 'Save' });
    await popup.waitFor({ css: '.notice-good' });
    await popup.close();
  };

  it('is marked where it is asked for, in the page’s way nowhere, whatever the page’s own policy and styles', async () => {
    await select('first');
    await quote('graph', /^Misleading Graph/);
    await select('second');
    await quote('pivot table', /^Pivot Table/);
    await lesson.evaluate(() => document.getSelection()?.removeAllRanges());
    before = await lesson.evaluate(pageNow);
    const bare = await picture('before');
    const popup = await browser().clickToolbar(lesson);
    await popup.click({ role: 'button', name: 'Show evidence on the page' });
    await popup.waitFor({ css: '.evidence-said' }, { text: /^2 passages are marked on the page/ });
    await expectNoViolations(popup, 'evidence that is shown');
    await popup.close();
    expect(await picture('shown')).not.toBe(bare);
    expect(
      await lesson.evaluate(() => {
        const host = document.documentElement.lastElementChild;
        const { left, top } = document.getElementById('first')?.getBoundingClientRect() ?? { left: 0, top: 0 };
        return {
          isClosed: host?.shadowRoot === null,
          isFocused: document.activeElement === host,
          under: document.elementFromPoint(left + 30, top + 10)?.id,
        };
      }),
    ).toEqual({ isClosed: true, isFocused: true, under: 'first' });
  });

  it('is gone through by Tab, and removed by Escape without a trace', async () => {
    const first = await picture('first');
    await lesson.press('Tab');
    expect(await picture('second')).not.toBe(first);
    await lesson.press('Escape');
    expect(await lesson.evaluate(pageNow)).toEqual(before);
    expect(await picture('after')).toBe(await readFile(join(folder, 'before.png'), 'base64'));
  });

  it('is gone to from its alignment, in changed words too, and what is lost is said', async () => {
    browser().serve(address, page('Quite something else stands here now.'));
    await lesson.evaluate(() => location.reload());
    await lesson.waitFor({ css: '#second' }, { text: 'Quite something else' });
    await lesson.evaluate(() => {
      const first = document.getElementById('first');
      if (first) first.textContent = first.textContent?.replace('climbs', 'rises') ?? '';
    });
    const popup = await browser().clickToolbar(lesson);
    await popup.click({ role: 'button', name: 'Show evidence on the page' });
    await popup.waitFor(
      { css: '.evidence-said' },
      { text: /^1 passage is marked.*1 of them stands there in changed words/ },
    );
    await popup.waitFor({ css: '.evidence-lost' }, { text: 'Which pump is faster' });
    await popup.click({ role: 'button', name: 'Remove the marks' });
    await popup.click({ role: 'button', name: /^More for teaches .*Misleading/ });
    // What became of the passage comes to stand before the button, and moves it.
    await popup.waitFor({ css: '.evidence' }, { text: 'found, but changed' });
    await popup.click({ role: 'button', name: 'Show on the page' });
    await popup.closed;
    expect(await lesson.evaluate(() => document.activeElement === document.documentElement.lastElementChild)).toBe(
      true,
    );
    await lesson.press('Escape');
    expect((await lesson.evaluate(pageNow)).last).toBe('body');
    expect(await browser().complaints()).toEqual([]);
  });
});

inEachBrowser('practising', (browser) => {
  it('makes a first alignment on a lesson of ours, read, quoted and marked as any page is', async () => {
    const lesson = await browser().openExtensionPage('practice.html');
    await lesson.waitFor({ css: 'aside' }, { text: 'Nothing is aligned yet.' });
    await expectNoViolations(lesson, 'the lesson');
    const popup = await browser().clickToolbar(lesson);
    await popup.waitFor({ css: '.page-title' }, { text: 'Is this graph fair?' });
    await popup.waitFor({ css: '.facts' }, { text: 'Grade 7' });
    await align(popup, { words: 'graph', row: /^Misleading Graph/, relation: 'teaches' });
    await popup.close();
    await lesson.waitFor({ css: '.made' }, { text: 'teaches Misleading Graph Detection' });
    await lesson.evaluate(() => {
      const task = [...document.querySelectorAll('article p')].at(-2);
      if (task) document.getSelection()?.selectAllChildren(task);
    });
    const again = await browser().clickToolbar(lesson);
    await again.click({ role: 'button', name: /^More for teaches/ });
    await again.click({ role: 'button', name: 'Edit' });
    await again.click({ role: 'button', name: 'Use selection' });
    await again.waitFor({ css: '.quote' }, { text: 'Find what misleads' });
    await again.click({ role: 'button', name: 'Save' });
    await again.click({ role: 'button', name: 'Show evidence on the page' });
    await again.waitFor({ css: '.evidence-said' }, { text: /^1 passage is marked/ });
    await again.close();
    await lesson.press('Escape');
    await lesson.click({ role: 'button', name: 'Remove what you practised' });
    await lesson.waitFor({ css: 'aside' }, { text: 'Nothing is aligned yet.' });
    expect(await browser().complaints()).toEqual([]);
  });
});
