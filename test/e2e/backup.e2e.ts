import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formats, textOf } from '../../lib/formats/index.ts';
import { goldenBundle } from '../formats/bundles.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-backup-'));
const bundle = join(folder, 'spring.plumbline.json');
afterAll(() => rmSync(folder, { recursive: true }));
const backupField = '#backup input[type=file]';

inEachBrowser('a backup of everything', (browser) => {
  let options: Surface;
  let backup = '';
  beforeAll(async () => {
    writeFileSync(bundle, await textOf(formats.plumbline.write(goldenBundle())));
    options = await browser().openExtensionPage('options.html#backup');
    await options.waitFor({ role: 'button', name: 'Restore from a file' });
  });
  afterAll(() => options.close());

  const kept = (count: number) =>
    options.waitFor({ css: '#alignments' }, { text: new RegExp(`^Your alignments\\s+${count} alignments?`) });

  it('is made and downloaded', async () => {
    await options.chooseFile(bundle, '#alignments input[type=file]');
    await options.click({ role: 'button', name: 'Import' });
    await kept(3);
    await options.click({ role: 'button', name: 'Make a backup' });
    const said = await options.waitFor({ role: 'status' }, { text: /^Downloaded plumbline-.*\.plumbline-backup\.gz/ });
    backup = await browser().downloaded(said.text.replace(/^Downloaded |\.$/g, ''));
    const lines = gunzipSync(await readFile(backup))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: { left: 0, rows: { alignments: 3 } } });
    await options.waitFor({ css: '#backup' }, { text: /The last one was downloaded on/ });
  });

  it('brings back what was removed, and that is taken back', async () => {
    await options.click({ role: 'button', name: 'Undo' });
    await kept(0);
    await options.chooseFile(backup, backupField);
    await options.waitFor({ css: '.dialog .outcome' }, { text: /Alignments\s+3\s+0\s+0\s+0/ });
    await options.click({ role: 'radio', name: /^Replace/ });
    await options.click({ role: 'button', name: 'Restore' });
    await kept(3);
    await options.waitFor({ css: '#backup .notice-good' }, { text: /added/ });
    await options.waitFor({ css: '#backup .lines' }, { text: /0 alignments[\s\S]*before a restore/ });
    await options.click({ role: 'button', name: 'Undo' });
    await kept(0);
  });

  it('changes nothing where it is cut short', async () => {
    const cut = join(folder, 'cut.plumbline-backup.gz');
    const whole = await readFile(backup);
    writeFileSync(cut, whole.subarray(0, whole.length - 30));
    await options.chooseFile(cut, backupField);
    await options.waitFor({ css: '.dialog [role=alert]' }, { text: /B702/ });
    expect(await options.all({ css: '.dialog .btn-primary' })).toEqual([]);
    await options.click({ css: '.dialog .btn-quiet' });
    await kept(0);
  });

  it('leaves no complaint on any console', async () => {
    expect(await browser().complaints()).toEqual([]);
  });
});
