import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DocumentKind } from '../../lib/domain/document-kind.ts';
import { skillDocuments } from '../../lib/skill-documents/index.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { searchField } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const many = 3000;

const files = {
  table: file('harbour-skills.csv', [
    'Skill,Statement,Area',
    'Knot tying,Ties a bowline under load.,Ropework',
    'Chart reading,Reads depths from a chart.,Navigation',
  ]),
  later: file(
    'harbour-skills.csv',
    [
      'Skill,Statement,Area',
      'Knot tying,Ties a bowline under load.,Ropework',
      'Splicing,Splices two ropes of the same size.,Ropework',
    ],
    'later',
  ),
  framework: file('tides.json', [JSON.stringify(casePackage())]),
  large: file('large.csv', manyRows()),
  again: file('large.csv', manyRows(), 'again'),
};

/** A small document of each kind. */
const samples: Record<DocumentKind, string> = {
  'rsd-json': 'collection.json',
  'case-package': 'kitchen-1.1.json',
  'case-ld': 'graph.json',
  'ctdl-asn': 'graph.json',
  'asn-json': 'D9000000_measuring.json',
  skos: 'colours.json',
  'osmt-csv': 'export-v3.csv',
  'esco-csv': 'skills_en.csv',
  'onet-text': 'Content_Model_Reference.txt',
  'moodle-csv': 'export.csv',
  'plain-csv': 'team.csv',
};

/**
 * Bad files as people have them. What cells hold is text, formulas included (test/skill-documents/plain-csv.test.ts); a
 * million rows, which take a browser half a minute to count, are refused in test/skill-documents/large.test.ts and
 * test/services/import-skills.test.ts.
 */
const bad: readonly { what: string; path: string; says: RegExp; isTable?: true }[] = [
  {
    what: 'a web page that is named .json',
    path: file('error.json', ['<!doctype html><title>404</title>']),
    says: /I404/,
  },
  {
    what: 'JSON that breaks off',
    path: file('cut.json', [JSON.stringify(casePackage()).slice(0, 5000)]),
    says: /I405/,
  },
  {
    what: 'another encoding',
    path: bytes('latin.csv', Buffer.from('Skill,Says\nNähen,Näht.', 'latin1')),
    says: /I402/,
  },
  { what: 'a workbook', path: bytes('skills.csv', Buffer.from('PK\u0003\u0004 and so on', 'latin1')), says: /I401/ },
  { what: 'one identifier twice', path: file('twice.json', [JSON.stringify(casePackage(true))]), says: /I411/ },
  { what: 'a quotation mark that is never closed', path: file('open.csv', unclosed()), says: /I41[34]/, isTable: true },
  { what: 'more than is read', path: bytes('huge.json', Buffer.alloc(61_000_000, '[')), says: /I403/ },
];

inEachBrowser('importing frameworks', (browser) => {
  let options: Surface;
  beforeAll(async () => {
    for (const path of ['/lesson.html', '/style.css']) {
      browser().serve(`https://lessons.millbrook.example${path}`, await samplePage(path));
    }
    options = await browser().openExtensionPage('options.html');
    await options.waitFor({ role: 'button', name: 'Import a file' });
    await options.waitFor({ css: 'article[aria-label="Starter library"]' });
  });

  it('imports a table whose columns the person names, finds its skills in the popup, and undoes it', async () => {
    await options.chooseFile(files.table, '#frameworks input[type=file]');
    await options.click({ role: 'button', name: 'Read it' });
    await options.waitFor({ css: '.preview' }, { text: /2 skills/ });
    await options.click({ role: 'button', name: 'Import' });
    await options.waitFor({ css: '.notice-good' }, { text: /Imported .*2 skills/s });
    expect(await found('bowline')).toMatch(/Knot tying/);
    await options.click({ role: 'button', name: 'Undo' });
    await options.waitFor({ css: 'article[aria-label^="harbour"]' }, { state: 'gone' });
    expect(await found('bowline')).not.toMatch(/Knot tying/);
    await options.click({ role: 'button', name: /^Bring back/ });
    await options.waitFor({ css: 'article[aria-label^="harbour"]' });
  });

  it('says what a later release changes, replaces the one before, and brings it back', async () => {
    await options.chooseFile(files.later, '#frameworks input[type=file]');
    await options.click({ role: 'button', name: 'Read it' });
    await options.waitFor({ css: '.preview' }, { text: /1 new, 0 changed, 1 gone/ });
    await options.click({ role: 'button', name: 'Replace what is here' });
    await options.waitFor({ css: '.notice-good' }, { text: /Imported/ });
    expect(await found('splices')).toMatch(/Splicing/);
    await options.click({ role: 'button', name: 'Undo' });
    await options.waitFor({ css: '.notice-good' }, { state: 'gone' });
    expect(await found('chart depths')).toMatch(/Chart reading/);
    expect(await found('splices')).not.toMatch(/Splicing/);
  });

  it(`browses a level of ${many} lines without drawing them all, and leads from a search to a line`, async () => {
    await options.chooseFile(files.framework, '#frameworks input[type=file]');
    await options.waitFor({ css: '.preview' }, { text: /Tide Tables[\s\S]*3,?002 skills[\s\S]*CC BY 4\.0/ });
    await options.click({ role: 'button', name: 'Import' });
    await options.waitFor({ css: '.notice-good' }, { text: /Imported Tide Tables/ });
    await options.click({ role: 'button', name: 'Fine' });
    await options.click({ css: 'article[aria-label="Tide Tables"] button[aria-controls]' });
    await options.click({ role: 'row', name: /Grade 1/ });
    await options.press('ArrowRight');
    await options.waitFor({ role: 'row', name: /Reads table 1$/ });
    expect((await options.all({ css: '.tree [role=row]' })).length).toBeLessThan(200);
    await options.press('End');
    await options.waitFor({ role: 'row', name: /Grade 2/ });
    await options.fill({ css: '.browse input[type=search]' }, 'T.1.2345');
    await options.click({ css: '.hit' });
    await options.waitFor({ css: '.tree [data-selected]' }, { text: /Reads table 2345/ });
    await options.waitFor({ css: '.tree [role=row]:focus' }, { text: /Reads table 2345/ });
    expect((await options.all({ css: '.tree [role=row]' })).length).toBeLessThan(200);
  });

  it('imports a document of every kind, by what is in it', async () => {
    const cards = () => document.querySelectorAll('#frameworks > article').length;
    let kept = await options.evaluate(cards);
    for (const kind of DocumentKind.options) {
      await options.chooseFile(fixture(kind, samples[kind]), '#frameworks input[type=file]');
      if (kind === 'plain-csv') await options.click({ role: 'button', name: 'Read it' });
      await options.waitFor({ css: '.dialog .btn-primary' }, { text: /^Import$/ });
      expect(await options.text({ css: '.dialog-body' })).toContain(`It is: ${skillDocuments[kind].label}.`);
      kept += (await options.all({ css: '.dialog .preview' })).length;
      await options.click({ css: '.dialog .btn-primary' });
      await options.waitFor({ css: '.dialog' }, { state: 'gone' });
      await options.waitUntil(
        `${kind} kept`,
        (count) => count === document.querySelectorAll('#frameworks > article').length,
        kept,
      );
    }
  });

  it('says what is wrong with each bad file, where nothing was changed and what to do', async () => {
    const before = await options.evaluate(rowsKept);
    for (const { what, path, says, isTable } of bad) {
      await options.chooseFile(path, '#frameworks input[type=file]');
      if (isTable) await options.click({ role: 'button', name: 'Read it' });
      const alert = await options.waitFor({ css: '.dialog .notice-bad' }, { text: says, limit: 30_000 });
      expect(alert.text, what).toMatch(/Nothing was imported\.|Nothing was changed\./);
      await options.press('Escape');
      await options.waitFor({ css: '.dialog' }, { state: 'gone' });
    }
    expect(await options.evaluate(rowsKept)).toEqual(before);
  });

  it('keeps nothing of an import that is cancelled, or whose page is closed under it', async () => {
    const before = await options.evaluate(rowsKept);
    // A browser says nothing of a file that its field holds already, unless the person opened its dialog.
    const begin = async (path: string) => {
      await options.chooseFile(path, '#frameworks input[type=file]');
      await options.click({ role: 'button', name: 'Read it' });
      await options.waitFor({ css: '.preview' }, { text: /60,?000 skills/, limit: 40_000 });
      await options.click({ role: 'button', name: 'Import' });
      await options.waitFor({ css: '.meter' }, { text: /[1-9][\d,.]* of/ });
    };
    await begin(files.large);
    await options.click({ role: 'button', name: 'Cancel' });
    await options.waitFor({ css: '.dialog' }, { state: 'gone', limit: 20_000 });
    expect(await options.evaluate(rowsKept)).toEqual(before);
    await begin(files.again);
    await options.close();
    await browser().killBackground();
    expect(await found('ability')).not.toMatch(/Shows ability/);
    options = await browser().openExtensionPage('options.html');
    await options.waitFor({ css: 'article[aria-label="Tide Tables"]' });
    await options.waitUntil('the sweeping', async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('plumbline');
        request.onsuccess = () => resolve(request.result);
      });
      const shelved = await new Promise<{ state: string }[]>((resolve) => {
        const request = database.transaction('shelf').objectStore('shelf').getAll();
        request.onsuccess = () => resolve(request.result);
      });
      database.close();
      return shelved.every(({ state }) => state === 'retired');
    });
    expect(await options.evaluate(rowsKept)).toEqual(before);
  });

  it('finds and browses what was imported without a network', async () => {
    await browser().setOffline(true);
    await options.click({ css: 'article[aria-label="Tide Tables"] button[aria-controls]' });
    await options.waitFor({ role: 'row', name: /Grade 1/ });
    await options.fill({ css: '.browse input[type=search]' }, 'T.1.17');
    await options.waitFor({ css: '.hits' }, { text: /Reads table 17/ });
    await browser().setOffline(false);
    expect(await browser().complaints()).toEqual([]);
  });

  /** What the popup shows for a text. */
  async function found(text: string): Promise<string> {
    const tab = await browser().open('https://lessons.millbrook.example/lesson.html');
    const popup = await browser().clickToolbar(tab);
    await popup.fill(searchField, text);
    await popup.waitFor({ css: '.listbox[aria-busy=false]' });
    const shown = await popup.text({ css: '.listbox' });
    await popup.close();
    await tab.close();
    return shown;
  }
});

function fixture(kind: string, name: string): string {
  return fileURLToPath(new URL(`../fixtures/skill-documents/${kind}/${name}`, import.meta.url));
}

function unclosed(): string[] {
  return [
    'Skill,Says',
    'Knot tying,"Ties a bowline',
    ...Array.from({ length: 2000 }, (_, n) => `Ability ${n},Shows it.`),
  ];
}

function manyRows(): string[] {
  return ['Skill,Statement', ...Array.from({ length: 60_000 }, (_, n) => `Ability ${n},Shows ability ${n} at work.`)];
}

/** How many rows each store has, but for the frameworks that can still be brought back. Runs in the page. */
async function rowsKept(): Promise<Record<string, number>> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('plumbline');
    request.onsuccess = () => resolve(request.result);
  });
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  const counts = await Promise.all(
    names.map(
      (name) =>
        new Promise<number>((resolve) => {
          const request = transaction.objectStore(name).count();
          request.onsuccess = () => resolve(request.result);
        }),
    ),
  );
  database.close();
  return Object.fromEntries(names.map((name, at) => [name, counts[at] ?? 0]));
}

function file(name: string, lines: readonly string[], subfolder?: string): string {
  return bytes(name, Buffer.from(lines.join('\n')), subfolder);
}

function bytes(name: string, content: Buffer, subfolder?: string): string {
  const path = subfolder ? join(mkdtempSync(join(folder, subfolder)), name) : join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A CASE package: two grades, and very many standards below the first; on request with one identifier twice. */
function casePackage(isBroken = false) {
  const uri = (id: string) => `https://case.harbour.example/uri/${id}`;
  const item = (id: string, fullStatement: string, humanCodingScheme: string) => ({
    identifier: id,
    uri: uri(id),
    fullStatement,
    humanCodingScheme,
    lastChangeDateTime: '2026-01-01T00:00:00Z',
  });
  const leaves = Array.from({ length: many }, (_, at) => item(`t${at + 1}`, `Reads table ${at + 1}`, `T.1.${at + 1}`));
  const items = [item('g1', 'Grade 1', 'T.1'), item('g2', 'Grade 2', 'T.2'), ...leaves];
  const childOf = (child: string, parent: string, sequenceNumber: number) => ({
    associationType: 'isChildOf',
    originNodeURI: { identifier: child, uri: uri(child), title: child },
    destinationNodeURI: { identifier: parent, uri: uri(parent), title: parent },
    sequenceNumber,
  });
  return {
    CFDocument: {
      identifier: 'tides',
      uri: uri('tides'),
      title: 'Tide Tables',
      creator: 'Harbour State',
      licenseURI: { uri: 'https://creativecommons.org/licenses/by/4.0/', title: 'CC BY', identifier: 'l' },
    },
    CFItems: isBroken ? [...items, ...leaves.slice(0, 1)] : items,
    CFAssociations: [
      childOf('g1', 'tides', 1),
      childOf('g2', 'tides', 2),
      ...leaves.map(({ identifier }, at) => childOf(identifier, 'g1', at + 1)),
    ],
  };
}
