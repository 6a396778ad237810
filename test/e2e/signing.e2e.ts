import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyCredential } from '../../lib/credentials/verify.ts';
import { officialSchema } from '../formats/judges/open-badges.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { align, chooseOption } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';

const lesson = 'https://lessons.millbrook.example/lesson.html';
const button = (name: string | RegExp) => ({ role: 'button', name });

inEachBrowser('signing', (browser) => {
  let tab: Surface;
  let did = '';
  let signed = '';
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-signing-'));
    for (const path of ['/lesson.html', '/style.css']) {
      browser().serve(`https://lessons.millbrook.example${path}`, await samplePage(path));
    }
    tab = await browser().open(lesson);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes an identity: a name, and a key that never leaves the browser', async () => {
    const options = await browser().openExtensionPage('options.html');
    await options.fill({ role: 'textbox', name: /^Your name/ }, 'Marta Osei');
    // By the keyboard: sections above are still being filled, and move what a click is aimed at.
    await options.press('Enter');
    await options.waitFor({ css: '[role=status]' }, { text: 'Your name was kept.' });
    await options.fill({ css: '#identity input[type=password]' }, 'a harbour at low tide');
    await options.click(button('Make a signing key'));
    await options.waitFor({ css: '#identity' }, { text: /Ed25519, made/, limit: 30_000 });
    did = (await options.text({ css: '#identity code' })).trim();
    expect(did).toMatch(/^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/);
    await options.click(button('Download the locked copy'));
    const copy = JSON.parse(readFileSync(await browser().downloaded('plumbline-signing-key.json'), 'utf8'));
    expect(copy).toMatchObject({ plumblineKey: 1, did, iterations: 600_000 });
    await options.close();
  });

  it('signs an Open Badge from the popup’s export, as the library and the official schema judge it', async () => {
    const popup = await browser().clickToolbar(tab);
    await align(popup, { words: 'graph', row: /^Misleading Graph/, relation: 'teaches' });
    await popup.click(button('Export'));
    await popup.evaluate(chooseOption, 'select[name=format]', 'open-badges-3');
    await popup.click({ role: 'checkbox', name: /^Sign as Marta Osei/ });
    await popup.waitUntil('the signature', () => /"proofValue"/.test(document.querySelector('pre')?.textContent ?? ''));
    await popup.click(button('Download'));
    const said = await popup.waitFor({ role: 'status' }, { text: /^Downloaded / });
    signed = readFileSync(await browser().downloaded(said.text.replace(/^Downloaded |\.$/g, '')), 'utf8');
    await popup.close();
    const document = JSON.parse(signed);
    expect(await verifyCredential(document, { known: [did], now: new Date() })).toMatchObject({
      state: 'valid',
      signer: { id: did, name: 'Marta Osei' },
    });
    const validate = officialSchema();
    if (validate) expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });

  it('checks it in the options: valid as it is, invalid with a word changed', async () => {
    const options = await browser().openExtensionPage('options.html');
    await options.waitFor(button('Choose a signed file'));
    for (const [name, text, words] of [
      ['badge.json', signed, /Valid: signed by your key/],
      ['changed.json', signed.replace('Marta Osei', 'Marta Oseo'), /Invalid\. The signature does not hold/],
      ['plain.json', '{"@context":"https://schema.org"}', /Not signed/],
    ] as const) {
      const path = join(folder, name);
      await writeFile(path, text);
      await options.chooseFile(path, '#identity .card + .card input[type=file]');
      await options.waitFor({ css: `[aria-label="What was found in ${name}"]` }, { text: words, limit: 20_000 });
    }
    await options.close();
  });
});
