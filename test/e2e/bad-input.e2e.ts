import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { addRegistry, align, searchField } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';
import type { Fault } from '../support/practice-registry/faults.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';

const plain = 'https://lessons.millbrook.example/plain.html';
const broken = 'https://lessons.millbrook.example/broken.html';
const wish = { words: 'graph', row: /^Misleading Graph/, relation: 'teaches' } as const;

inEachBrowser('bad input', (browser) => {
  let registry: PracticeRegistry;
  beforeAll(async () => {
    registry = await startPracticeRegistry();
    browser().serve(plain, await samplePage('/plain.html'));
    browser().serve(broken, await samplePage('/broken.html'));
    await browser().grantHost('http://127.0.0.1/*');
    const options = await browser().openExtensionPage('options.html');
    await addRegistry(options, { kind: 'OSMT', address: registry.url, name: 'Harbour College' });
    await addRegistry(options, { kind: 'CASS', address: `${registry.url}/api`, name: 'Practice CASS' });
    await options.close();
  });
  afterEach(() => registry.order({ clear: true, forget: true }));
  afterAll(() => registry.close());

  const popupOn = async (address: string): Promise<{ tab: Surface; popup: Surface }> => {
    const tab = await browser().open(address);
    return { tab, popup: await browser().clickToolbar(tab) };
  };

  it('skips a malformed JSON-LD block, names it, and reads the rest', async () => {
    const { tab, popup } = await popupOn(broken);
    await popup.click({ role: 'button', name: /could not be read/ });
    await popup.waitFor({ css: '.warnings' }, { text: /JSON/ });
    expect(await popup.text({ css: 'h1' })).not.toBe('');
    await popup.close();
    await tab.close();
  });

  it.each<{ kind: string; fault: Fault; says: RegExp }>([
    { kind: 'HTML', fault: { kind: 'html', path: '/api/v3' }, says: /web page|HTML|not JSON/i },
    { kind: 'nothing', fault: { kind: 'empty', path: '/api/v3' }, says: /./ },
    { kind: '10 MB', fault: { kind: 'huge', path: '/api/v3' }, says: /large|MB|big/i },
    { kind: 'another schema', fault: { kind: 'other-schema', path: '/api/v3' }, says: /./ },
  ])('a registry that answers $kind says so in its own line and stops nothing', async ({ fault, says }) => {
    registry.order({ faults: [fault] });
    const { tab, popup } = await popupOn(plain);
    await popup.fill(searchField, 'graph');
    await popup.waitFor({ css: '.registry-line.failed' }, { text: /Harbour College/, limit: 20_000 });
    expect(await popup.text({ css: '.registry-line.failed .what' })).toMatch(says);
    expect((await popup.all({ role: 'option' })).length).toBeGreaterThan(0);
    await popup.close();
    await tab.close();
  });

  it('refuses a registry whose address is not http(s), with the reason, and keeps the form', async () => {
    const options = await browser().openExtensionPage('options.html');
    await options.fill({ role: 'textbox', name: /^Address/ }, 'ftp://skills.example/');
    await options.click({ role: 'button', name: 'Add and test' });
    await options.waitFor({ role: 'alert' }, { text: /https:\/\/ or http:\/\// });
    expect((await options.waitFor({ role: 'textbox', name: /^Address/ })).value).toBe('ftp://skills.example/');
    await options.close();
  });

  it('publishes once though the registry stored the first and dropped its answer', async () => {
    registry.order({ faults: [{ kind: 'drop', path: '/api/data', method: 'POST', times: 1 }] });
    const { tab, popup } = await popupOn(plain);
    await align(popup, wish);
    await popup.click({ role: 'button', name: 'Publish 1' });
    await popup.waitFor({ css: '.state-published' }, { limit: 40_000 });
    expect(registry.published()).toHaveLength(1);
    expect(registry.accepted()).toBe(1);
    await removeAll(popup);
    await popup.close();
    await tab.close();
  });

  it('says why a registry refused, keeps the alignment, and sends it when asked again', async () => {
    registry.order({ faults: [{ kind: 'status', status: 401, path: '/api/data', method: 'POST', times: 1 }] });
    const { tab, popup } = await popupOn(plain);
    await align(popup, wish);
    await popup.click({ role: 'button', name: 'Publish 1' });
    await popup.waitFor({ role: 'alert' }, { text: /1 alignment waits for Practice CASS, saved here[\s\S]*R401/ });
    await popup.click({ role: 'button', name: 'Try again' });
    await popup.waitFor({ css: '.state-published' });
    expect(registry.accepted()).toBe(1);
    await removeAll(popup);
    await popup.close();
    await tab.close();
  });
});

async function removeAll(popup: Surface): Promise<void> {
  await popup.click({ role: 'button', name: /^More for/ });
  await popup.click({ role: 'button', name: /^Remove/ });
  await popup.waitFor({ css: '[aria-labelledby=made]' }, { state: 'gone' });
}

inEachBrowser('tabs that cannot be read', (browser) => {
  it('says why, and aligns the address that the person gives, but only if others can open it', async () => {
    const own = browser().name === 'firefox' ? 'about:license' : 'chrome://version/';
    const tab = await browser().open(own);
    const popup = await browser().clickToolbar(tab);
    await popup.waitFor({ css: 'h1' }, { text: /closed to extensions/ });
    await popup.fill({ role: 'textbox', name: /^Address/ }, 'javascript:alert(1)');
    await popup.click({ role: 'button', name: 'Align this address' });
    await popup.waitFor({ role: 'alert' }, { text: /Only addresses that begin with https/ });
    await popup.fill({ role: 'textbox', name: 'Title' }, 'Tide tables');
    await popup.fill({ role: 'textbox', name: /^Address/ }, 'https://harbour.example/tides.pdf');
    await popup.click({ role: 'button', name: 'Align this address' });
    await align(popup, wish);
    expect(await popup.text({ css: 'h1' })).toBe('Tide tables');
    await popup.close();
  });

  it('knows a PDF by its own word', async () => {
    const pdf = 'https://harbour.example/workbook';
    browser().serve(pdf, { headers: { 'content-type': 'application/pdf' }, body: smallPdf });
    const tab = await browser().open(pdf);
    const popup = await browser().clickToolbar(tab);
    await popup.waitFor({ css: 'h1' }, { text: /PDF|did not let Plumbline read/ });
    expect((await popup.waitFor({ role: 'textbox', name: /^Address/ })).value).toBe(pdf);
    await popup.close();
  });
});

const smallPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
