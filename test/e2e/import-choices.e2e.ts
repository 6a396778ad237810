import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { chooseOption } from '../support/journey.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { cardOf, tellRegistry } from '../support/registry-form.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

const college = fileURLToPath(new URL('../support/practice-registry/harbour-college.json', import.meta.url));
const whole = course('course.csv', 30);
const part = course('course-part.csv', 2);
const fileField = '#alignments input[type=file]';
const skillSelect = '.dialog .form-grid > :nth-child(3) select';

inEachBrowser('what a person decides of an import', (browser) => {
  let options: Surface;
  let practice: PracticeRegistry;
  beforeAll(async () => {
    practice = await startPracticeRegistry({ skillFiles: [college] });
    await browser().grantHost('http://127.0.0.1/*');
    options = await browser().openExtensionPage('options.html');
    await options.waitFor({ role: 'button', name: 'Import alignments' });
  });
  afterAll(() => practice.close());

  async function readByItsSkills(path: string): Promise<void> {
    await options.chooseFile(path, fileField);
    await options.waitFor({ role: 'button', name: 'Read it' });
    await options.evaluate(chooseOption, skillSelect, 'Kann man dann');
  }

  it('reads a table under headings of its own by what the person says of its columns', async () => {
    await readByItsSkills(whole);
    await options.click({ role: 'button', name: 'Read it' });
    await options.waitFor({ css: '.dialog .counts' }, { text: /new\s*30/ });
    await options.click({ role: 'button', name: 'Import' });
    await options.waitFor({ css: '.notice-good' }, { text: /30 new/ });
    await options.waitFor({ css: '#alignments' }, { text: /30 alignments of 1 page/ });
  });

  it('removes most of what is kept only once its number is typed, and brings it back', async () => {
    await readByItsSkills(part);
    await options.click({ role: 'button', name: 'Read it' });
    await options.click({ role: 'radio', name: /^remove 28 alignments/ });
    const field = { role: 'textbox', name: 'Type 28 to go on' };
    await options.fill(field, '2');
    expect(await options.waitFor({ role: 'button', name: 'Import' })).toMatchObject({ disabled: true });
    await options.fill(field, '28');
    await options.click({ role: 'button', name: 'Import' });
    await options.waitFor({ css: '.notice-good' }, { text: /28 removed/ });
    await options.waitFor({ css: '#alignments' }, { text: /2 alignments of 1 page/ });
    await options.click({ role: 'button', name: 'Undo' });
    await options.waitFor({ css: '#alignments' }, { text: /30 alignments of 1 page/ });
  });

  it('says why a table of another encoding is not read, and changes nothing', async () => {
    const path = join(folder, 'latin.csv');
    writeFileSync(path, Buffer.from('Wo,Kann man dann\nhttps://a.example/,Nähen\n', 'latin1'));
    await options.chooseFile(path, fileField);
    await options.waitFor({ css: '.dialog [role=alert]' }, { text: /UTF-8.*F505/s });
    await options.click({ css: '.dialog .btn-quiet' });
    await options.waitFor({ css: '#alignments' }, { text: /30 alignments of 1 page/ });
  });

  it('opens the framework of a registry level by level before anything of it is kept', async () => {
    await tellRegistry(options, { kind: 'esco', name: 'Europe', address: `${practice.url}/esco/api` });
    await cardOf(options, 'Europe').ended('Answered');
    await options.click({ role: 'button', name: 'From a registry' });
    await options.waitFor({ css: '.listed' });
    expect((await options.all({ css: '.listed button' })).map(({ text }) => text)).toEqual(['Browse']);
    await options.click({ css: '.listed li:first-child button' });
    await options.waitFor({ role: 'row', name: /Mathematics/ });
    await options.click({ role: 'row', name: /Mathematics/ });
    await options.press('ArrowRight');
    await options.waitFor({ role: 'row', name: /Slope from a Graph/ });
    await options.click({ role: 'row', name: /Slope from a Graph/ });
    await options.click({ role: 'button', name: 'All frameworks' });
    expect(await options.focused()).toMatchObject({ role: 'button', name: /^Browse / });
    expect(await options.all({ css: '#frameworks > article' })).toHaveLength(1);
  });

  it('leaves no complaint on any console', async () => {
    expect(await browser().complaints()).toEqual([]);
  });
});

/** A table about one page, under headings that no program knows; its file's path. */
function course(name: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => `https://lessons.example/naehen;Näht Naht ${at + 1};lernt man`);
  const path = join(folder, name);
  writeFileSync(path, ['Wo;Kann man dann;Was damit ist', ...lines].join('\n'));
  return path;
}
