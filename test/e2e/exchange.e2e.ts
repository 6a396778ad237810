import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FormatId } from '../../lib/domain/bundle.ts';
import { formatDescriptions } from '../../lib/domain/format-description.ts';
import type { AlignmentFormat } from '../../lib/formats/format.ts';
import { formats, textOf } from '../../lib/formats/index.ts';
import words from '../../locales/en/format.json';
import { goldenBundle } from '../formats/bundles.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { chooseOption } from '../support/journey.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-exchange-'));
const bundle = join(folder, 'spring.plumbline.json');
afterAll(() => rmSync(folder, { recursive: true }));
const fileField = '#alignments input[type=file]';
const readable = FormatId.options.filter((id) => (formats[id] as AlignmentFormat).read);

/** The golden bundle with a statement from skill to skill, so that formats about skills have something to say, too. */
async function writeBundle(): Promise<void> {
  const { alignments, ...golden } = goldenBundle();
  const [subject, object] = alignments.map(({ skill: { uri, name } }) => ({ uri, name }));
  if (!subject || !object) throw new Error('the golden bundle has two skills');
  const at = golden.made;
  const id = '5e0b6c34-6c0e-4a53-9d6c-5a1f2d1b7a10';
  const crosswalk = [{ id, subject, relation: 'broad' as const, object, created: at, modified: at, revision: 1 }];
  writeFileSync(bundle, await textOf(formats.plumbline.write({ ...golden, alignments, skillAlignments: crosswalk })));
}

inEachBrowser('alignments out and in', (browser) => {
  let options: Surface;
  beforeAll(async () => {
    await writeBundle();
    options = await browser().openExtensionPage('options.html');
    await options.waitFor({ role: 'button', name: 'Import alignments' });
  });
  afterAll(() => options.close());

  /** Chooses a file and answers what the dialog says that it would change. */
  async function preview(path: string): Promise<Record<string, number>> {
    await options.chooseFile(path, fileField);
    await options.waitFor({ css: '.dialog .counts' });
    return options.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll('.counts > div')].map((one) => [
          one.querySelector('dt')?.textContent ?? '',
          Number(one.querySelector('dd')?.textContent),
        ]),
      ),
    );
  }

  async function exported(format: FormatId): Promise<string> {
    await options.click({ role: 'button', name: /^Export 3 alignments/ });
    const said = await options.waitFor(
      { role: 'status' },
      { text: new RegExp(`^Downloaded plumbline-[\\d-]+\\.${format}`) },
    );
    return browser().downloaded(said.text.replace(/^Downloaded |\.$/g, ''));
  }

  it('shows what a bundle would change, and imports it', async () => {
    expect(await preview(bundle)).toEqual({
      new: 3,
      'already here': 0,
      'changed there': 0,
      'changed here and there': 0,
      'from skill to skill': 1,
    });
    await options.click({ role: 'button', name: 'Import' });
    await options.waitFor({ css: '.notice-good' }, { text: /3 new/ });
    await options.waitFor({ css: '#alignments' }, { text: /3 alignments of 1 page/ });
  });

  it.each(FormatId.options)('exports everything as %s', async (format) => {
    await options.evaluate(chooseOption, '#alignments select[name=format]', format);
    await options.waitFor({ css: '#alignments .hint' }, { text: words[`${format}.purpose`] });
    const path = await exported(format);
    const text = await readFile(path, 'utf8');
    expect(text.length).toBeGreaterThan(200);
    if (!readable.includes(format)) return;
    const counts = await preview(path);
    if (formatDescriptions[format].about === 'alignments')
      expect(Math.max(...Object.values(counts)), JSON.stringify(counts)).toBeGreaterThan(0);
    await options.click({ css: '.dialog .btn-quiet' });
    await options.waitFor({ css: '.dialog' }, { state: 'gone' });
  });

  it('packs all formats with digests that are right', async () => {
    await options.evaluate(chooseOption, '#alignments select[name=format]', 'plumbline');
    await options.click({ css: '#alignments details summary' });
    await options.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLInputElement>('#alignments details input')) box.click();
    });
    await options.click({ role: 'button', name: `Export 3 alignments in ${FormatId.options.length} formats` });
    const said = await options.waitFor({ role: 'status' }, { text: /^Downloaded .*\.zip/ });
    const packed = unzipSync(await readFile(await browser().downloaded(said.text.replace(/^Downloaded |\.$/g, ''))));
    const manifest = JSON.parse(new TextDecoder().decode(packed['manifest.json']));
    expect(manifest.files).toHaveLength(FormatId.options.length);
    for (const { name, sha256 } of manifest.files)
      expect(
        createHash('sha256')
          .update(packed[name] ?? '')
          .digest('hex'),
        name,
      ).toBe(sha256);
  });

  it('takes the import back', async () => {
    await options.click({ role: 'button', name: 'Undo' });
    await options.waitFor({ css: '#alignments' }, { text: /0 alignments of 0 pages/ });
  });

  it('says why a file holds no alignments, and changes nothing', async () => {
    await options.chooseFile(fileURLToPath(new URL('../fixtures/pages/lrmi-rdfa.html', import.meta.url)), fileField);
    await options.waitFor({ css: '.dialog [role=alert]' }, { text: /F500/ });
    await options.click({ css: '.dialog .btn-quiet' });
    await options.waitFor({ css: '#alignments' }, { text: /0 alignments/ });
  });

  it('leaves no complaint on any console', async () => {
    expect(await browser().complaints()).toEqual([]);
  });
});
