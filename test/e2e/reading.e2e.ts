import { beforeAll, expect, it } from 'vitest';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { searchField } from '../support/journey.ts';
import { minimalPdf } from '../support/pages/minimal-pdf.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';

const site = 'https://lessons.millbrook.example';
const paths = ['/lesson.html', '/framed.html', '/broken.html', '/app/kneading', '/style.css'];
const passage = 'Divide how far it rises between them by how far it runs.';

const button = (name: string | RegExp) => ({ role: 'button', name });

inEachBrowser('reading', (browser) => {
  beforeAll(async () => {
    for (const path of paths) browser().serve(`${site}${path}`, await samplePage(path));
  });

  it('offers to read again after navigation inside the page, swaps nothing by itself, and uses no old statement', async () => {
    const tab = await browser().open(`${site}/app/kneading`);
    const popup = await browser().clickToolbar(tab);
    await popup.waitFor({ css: '.declared' }, { text: 'Knead a dough until it holds together' });
    await tab.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href="/app/proving"]')?.click());
    await popup.waitFor({ css: '.notice-line' }, { text: 'This page changed' });
    expect(await popup.text({ css: 'h1' })).toBe('Kneading dough');
    await popup.click(button('Read again'));
    await popup.waitFor({ css: 'h1' }, { text: 'Proving dough' });
    await popup.waitFor({ css: '.declared' }, { text: 'Judge by touch when a dough is proved' });
    await popup.waitFor({ css: '.notice-line' }, { state: 'gone' });

    // An application that goes on and leaves its metadata, canonical link included, as it was.
    await tab.evaluate((canonical) => {
      document.head.insertAdjacentHTML('beforeend', `<link rel="canonical" href="${canonical}">`);
      document.title = 'Baking bread | Bread workshop';
      history.pushState(null, '', '/app/baking');
    }, `${site}/app/proving`);
    await popup.waitFor({ css: '.notice-line' }, { text: 'This page changed' });
    await popup.click(button('Read again'));
    await popup.waitFor({ css: 'h1' }, { text: 'Baking bread' });
    await popup.click(button(/^Everything the page says/));
    await popup.waitFor({ css: '.warnings' }, { text: 'about another address' });
    expect(await popup.all({ css: '.declared' })).toEqual([]);
    await popup.close();
    await tab.close();
  });

  it('leaves a form alone while its page is loaded anew, and says nothing of a jump within the page', async () => {
    const tab = await browser().open(`${site}/lesson.html`);
    const popup = await browser().clickToolbar(tab);
    await openForm(popup);
    await popup.fill({ css: 'textarea' }, 'Both exercises');
    await tab.evaluate(() => {
      location.hash = 'try';
    });
    await tab.waitUntil('the jump', () => location.hash === '#try');
    expect(await popup.all({ css: '.notice-line' })).toEqual([]);
    await tab.evaluate(() => location.reload());
    await popup.waitFor({ css: '.notice-line' }, { text: 'This page changed' });
    // Firefox takes the permission of the click back with every load; then only another click helps.
    if (browser().name === 'chromium') {
      await popup.click(button('Read again'));
      await popup.waitFor({ css: '.notice-line' }, { state: 'gone' });
    } else {
      await popup.waitFor({ css: '.notice-line' }, { text: 'click Plumbline’s button once more' });
    }
    expect((await popup.waitFor({ css: 'textarea' })).value).toBe('Both exercises');
    await popup.click(button('Change'));
    await popup.waitFor({ css: '.page-card' });
    await popup.close();
    await tab.close();
  });

  it('reads a lesson in a frame, names the frame, and counts the frames of others', async () => {
    browser().serve('https://elsewhere.example/', { body: '<title>Elsewhere</title>' });
    const tab = await browser().open(`${site}/framed.html`);
    await tab.evaluate(() => {
      const other = document.createElement('iframe');
      other.src = 'https://elsewhere.example/';
      document.body.append(other);
    });
    const popup = await browser().clickToolbar(tab);
    await popup.waitFor(
      { css: '[aria-labelledby=declared]' },
      { text: /JSON-LD of the frame “Reading a weather map”[\s\S]*Read isobars/ },
    );
    await popup.waitFor({ css: '.facts' }, { text: /JSON-LD, in a frame[\s\S]*tutorial/i });
    await popup.click(button(/^Everything the page says/));
    await popup.waitFor({ css: '.everything' }, { text: 'tutorial JSON-LD in the frame “Reading a weather map”' });
    await popup.waitFor(
      { css: '[aria-label=Frames]' },
      { text: /Frame “Reading a weather map”[\s\S]*1 frame was not read/ },
    );
    await popup.close();
    await tab.close();
  });

  it('says what to do where nothing is selected, and quotes a selection in a frame by the frame’s name', async () => {
    const tab = await browser().open(`${site}/framed.html`);
    const popup = await browser().clickToolbar(tab);
    await openForm(popup);
    await popup.click(button('Use selection'));
    await popup.waitFor({ css: '.field .hint' }, { text: /^Nothing is selected on the page\. Select the passage/ });
    await tab.evaluate(() => {
      const frame = document.querySelector('iframe');
      const inner = frame?.contentDocument;
      inner?.getSelection()?.selectAllChildren(inner.querySelector('p') as Element);
    });
    await popup.click(button('Use selection'));
    await popup.waitFor(
      { css: '.quote' },
      { text: /^Lines that join places[\s\S]*hardly moves\.\s+in the frame “Reading a weather map”$/ },
    );
    await popup.click(button('Remove'));
    await popup.waitFor({ css: '.quote' }, { state: 'gone' });
    expect(await popup.focused()).toMatchObject({ role: 'button', name: 'Use selection' });
    await popup.click(button(/^Back to the page/));
    await popup.close();
    await tab.close();
  });

  it('keeps the selection as evidence, and finds it again: as it was, changed, and gone', async () => {
    const tab = await browser().open(`${site}/lesson.html`);
    await tab.evaluate(select, passage);
    const popup = await browser().clickToolbar(tab);
    await openForm(popup);
    await popup.click(button('Use selection'));
    await popup.waitFor({ css: '.quote' }, { text: passage });
    await popup.waitFor({ css: '.section-head' }, { text: 'found on the page' });
    await popup.click(button('Save'));
    await popup.waitFor({ css: '.notice-good' }, { text: 'Saved on this device' });
    await popup.close();

    const expectFound = async (words: string) => {
      const again = await browser().clickToolbar(tab);
      await again.click(button(/^More for teaches/));
      await again.waitFor({ css: '.evidence' }, { text: words });
      expect(await again.text({ css: '.evidence .quote' })).toBe(passage);
      return again;
    };
    await (await expectFound('found on the page')).close();

    await tab.evaluate(replace, [passage, 'Divide how far it goes up between them by how far it runs along.']);
    await (await expectFound('found, but changed')).close();

    await tab.evaluate(replace, ['Divide how far it goes up between them by how far it runs along.', '']);
    const gone = await expectFound('no longer on the page');
    await gone.click(button('Edit'));
    await gone.waitFor({ css: '.section-head' }, { text: 'no longer on the page' });
    await gone.click(button('Remove'));
    await gone.click(button('Save'));
    await gone.click(button(/^More for teaches/));
    await gone.waitFor({ css: '.evidence' }, { state: 'gone' });
    await gone.close();
    await tab.close();
  });

  it.each([
    ['in one paragraph', ['a quiet - and, well, odd & rare - word', 'rare - word']],
    ['through two paragraphs', ['begins in one', 'ends in another']],
    ['that stands there twice', ['the same words', 'the same words']],
  ])('shows a passage %s by an address that the browser scrolls to', async (_what, [first = '', last = '']) => {
    browser().serve(`${site}/tall.html`, {
      body: `<!doctype html><title>Tall</title><p>Above: the same words.</p><div style="height: 4000px"></div>
        <p>This has a quiet - and, well, odd &amp; rare - word.</p><p>It begins in one paragraph</p><p>and ends in another
        one.</p><p>Below: the same words.</p><div style="height: 4000px"></div>`,
    });
    const tab = await browser().open(`${site}/tall.html`);
    await tab.evaluate(selectLast, [first, last]);
    const popup = await browser().clickToolbar(tab);
    await openForm(popup);
    await popup.click(button('Use selection'));
    await popup.waitFor({ css: '.quote' });
    const address = await popup.evaluate(() => document.querySelector<HTMLAnchorElement>('.field a')?.href ?? '');
    await popup.click(button('Change'));
    await popup.waitFor({ css: '.page-card' });
    await popup.close();
    await tab.close();
    const shown = await browser().open(address);
    await shown.waitUntil('the passage', () => scrollY > 3000 && scrollY < 5000);
    await shown.close();
  });

  it('aligns a PDF by its address, with the title that the viewer gives it', async () => {
    const address = `${site}/tide-tables.pdf`;
    browser().serve(address, {
      headers: { 'content-type': 'application/pdf' },
      body: minimalPdf('Tide tables workbook'),
    });
    const tab = await browser().open(address);
    const popup = await browser().clickToolbar(tab);
    await popup.waitFor({ css: 'h1' }, { text: 'This tab shows a PDF' });
    expect((await popup.waitFor({ role: 'textbox', name: 'Title' })).value).toMatch(
      /Tide tables workbook|tide-tables\.pdf/,
    );
    await popup.fill({ role: 'textbox', name: 'Title' }, 'Tide tables');
    await popup.click(button('Align this address'));
    await openForm(popup);
    expect(await popup.text()).toContain('of Tide tables');
    expect(await popup.all(button('Use selection'))).toEqual([]);
    await popup.click(button('Save'));
    await popup.waitFor({ css: '[aria-labelledby=made]' }, { text: 'teaches' });
    await popup.close();
    await tab.close();
  });

  it('complained of nothing', async () => {
    expect(await browser().complaints()).toEqual([]);
  });
});

/** Takes the first skill that a search finds. */
async function openForm(popup: Surface): Promise<void> {
  await popup.fill(searchField, 'misleading graph');
  await popup.waitFor({ css: '.combobox .listbox[aria-busy=false]' });
  await popup.click({ role: 'option', name: /^Misleading Graph/ });
  await popup.waitFor({ css: '.skill-card' });
}

/** Runs in the page: selects a text, which stands in one node but for its white space. */
function select(text: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wanted = text.split(' ');
  const [first = '', last = ''] = [wanted.slice(0, 3).join(' '), wanted.slice(-3).join(' ')];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const start = node.data.indexOf(first);
    if (start < 0) continue;
    document.getSelection()?.setBaseAndExtent(node, start, node, node.data.indexOf(last) + last.length);
    return;
  }
  throw new Error('no such text');
}

/** Runs in the page: selects from the last place of one text to the last of another. */
function selectLast([first = '', last = '']: string[]): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const [start, end] = [node.data.indexOf(first), node.data.indexOf(last)];
    if (start >= 0) range.setStart(node, start);
    if (end >= 0) range.setEnd(node, end + last.length);
  }
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
}

/** Runs in the page: puts one text in the place of another. */
function replace([from, to]: string[]): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (from && node.data.includes(from)) node.data = node.data.replace(from, to ?? '');
  }
}
