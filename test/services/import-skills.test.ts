import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportProgress } from '../../lib/domain/framework-import.ts';
import { problemIn } from '../../lib/domain/problem.ts';
import { pathTo, searchFramework } from '../../lib/queries/frameworks.ts';
import { createImportSkills, mostSkills } from '../../lib/services/import-skills.ts';
import { createKeepFrameworks } from '../../lib/services/keep-frameworks.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { keepStage } from '../../lib/store/stages.ts';
import { keptFramework } from '../support/frameworks.ts';
import {
  everything,
  frameworkNamed,
  mortalDatabase,
  needsOver,
  type Sheet,
  sheetFile,
  skillOf,
  visible,
} from './import-world.ts';
import { patient } from './support.ts';

const deaf = () => {};
const clock = { now: new Date('2026-03-01T10:00:00.000Z') };
let database: PlumblineDatabase;
beforeEach(() => {
  clock.now = new Date('2026-03-01T10:00:00.000Z');
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const keeper = (over = {}) => createKeepFrameworks(needsOver(database, clock, over));
const take = (sheet: Sheet, over = {}) =>
  keeper(over).importDocument({ source: { file: sheetFile(sheet) } }, deaf, patient);
const refusal = async (run: Promise<unknown>) => problemIn(await run.catch((error: unknown) => error))?.code;

const maths = frameworkNamed('Maths', { license: 'https://licence.example/by', attribution: 'By the harbour.' });
const first: Sheet = {
  frameworks: [
    {
      framework: maths,
      skills: [
        skillOf('A', { position: 2 }),
        skillOf('A.1', { parent: skillOf('A').uri }),
        skillOf('B', { position: 1 }),
        skillOf('C', { position: 3 }),
      ],
    },
  ],
};
const second: Sheet = {
  frameworks: [
    {
      framework: { ...maths, version: '2' },
      skills: [
        skillOf('A', { status: 'deprecated', replacedBy: skillOf('D').uri }),
        skillOf('A.1', { parent: skillOf('A').uri, name: 'Skill A.1 in other words' }),
        skillOf('B', { status: 'deprecated' }),
        skillOf('D'),
      ],
    },
  ],
};

describe('an import', () => {
  it('makes skills findable and their tree readable, with where they came from and what they owe', async () => {
    const [imported] = await take(first);
    expect(imported).toMatchObject({ name: 'Maths', skills: 4 });
    expect(imported).not.toHaveProperty('replaced');
    expect(await database.frameworks.toArray()).toMatchObject([
      { ...maths, origin: { from: 'file', file: 'sheet.json' }, skills: 4, imported: clock.now.toISOString() },
    ]);
    const { frameworks } = await visible(database);
    expect(frameworks).toMatchObject([
      {
        top: ['Skill B', 'Skill A', 'Skill C'],
        below: ['Skill A.1'],
        found: ['Skill A', 'Skill A.1', 'Skill B', 'Skill C'],
      },
    ]);
    const id = imported?.id ?? '';
    const [hit] = await searchFramework(database, id, 'A.1', patient);
    expect(hit && (await pathTo(database, id, hit))).toEqual([skillOf('A').uri]);
  });

  it('keeps all frameworks of a document or none', async () => {
    const science = { framework: frameworkNamed('Science'), skills: [skillOf('S1'), skillOf('S2'), skillOf('S3')] };
    const before = await everything(database);
    await expect(take({ frameworks: [...first.frameworks, science], breaksAt: 3 })).rejects.toThrow('broken sheet');
    expect(await everything(database)).toEqual(before);
    await take({ frameworks: [...first.frameworks, science] });
    expect((await visible(database)).frameworks.map(({ uri }) => uri)).toEqual([
      maths.uri,
      'https://frameworks.example/science',
    ]);
  });

  it('says how far it is, and leaves everything as it was when it is cancelled', async () => {
    const many = Array.from({ length: 2100 }, (_, number) => skillOf(`N.${number}`));
    const sheet = { frameworks: [{ framework: maths, skills: many }] };
    await take(first);
    const before = await everything(database);
    const aborter = new AbortController();
    const heard: ImportProgress[] = [];
    const hear = (progress: ImportProgress) => {
      heard.push(progress);
      if (progress.done >= 1500) aborter.abort();
    };
    await expect(
      keeper().importDocument({ source: { file: sheetFile(sheet) } }, hear, aborter.signal),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(heard.map(({ done }) => done)).toEqual([500, 1000, 1500]);
    expect(await everything(database)).toEqual(before);
  });

  it('refuses a document of no kind that is read, and one with the uri of the shipped library', async () => {
    const before = await everything(database);
    expect(await refusal(take(first, { recognise: async () => undefined }))).toBe('I406');
    expect(await everything(database)).toEqual(before);
    await database.frameworks.put(keptFramework({ uri: maths.uri }));
    expect(await refusal(take(first))).toBe('I420');
    expect(await database.frameworks.count()).toBe(1);
  });

  it('says that the storage is full where the index says so, and frees what it took', async () => {
    const before = await everything(database);
    const { index } = needsOver(database, clock);
    const full = { ...index, add: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
    expect(await refusal(take(first, { index: full }))).toBe('S201');
    expect(await everything(database)).toEqual(before);
  });

  it('reads what the background fetched, with its origin and validators, and throws the stage away', async () => {
    const origin = { from: 'address', address: 'https://case.example/doc' } as const;
    const validators = { etag: '"7"' };
    await keepStage(database, {
      id: 'stage',
      name: 'doc.json',
      address: origin.address,
      body: sheetFile(first),
      at: clock.now.toISOString(),
      origin,
      validators,
    });
    await keeper().importDocument({ source: { stage: 'stage' } }, deaf, patient);
    expect(await database.frameworks.toArray()).toMatchObject([{ origin, validators }]);
    expect(await database.stages.count()).toBe(0);
    expect(await refusal(keeper().importDocument({ source: { stage: 'stage' } }, deaf, patient))).toBe('I422');
  });
});

describe('a preview', () => {
  const preview = (sheet: Sheet) => keeper().preview({ source: { file: sheetFile(sheet) } }, deaf, patient);

  it('tells what the document is, and writes nothing', async () => {
    const before = await everything(database);
    const { label, frameworks } = await preview(first);
    expect(label).toBe('Test sheet');
    expect(frameworks).toMatchObject([{ framework: maths, skills: 4, deprecated: 0 }]);
    expect(frameworks[0]?.first.map(({ code }) => code)).toEqual(['A', 'A.1', 'B', 'C']);
    expect(frameworks[0]).not.toHaveProperty('changes');
    expect(await everything(database)).toEqual(before);
  });

  it('counts what a newer release adds, changes, drops and deprecates', async () => {
    await take(first);
    const { frameworks } = await preview(second);
    expect(frameworks).toMatchObject([
      { deprecated: 2, changes: { added: 1, changed: 3, gone: 1, imported: clock.now.toISOString() } },
    ]);
  });

  it('refuses a document with more skills than are kept, however many follow, and reads no further', async () => {
    let handed = 0;
    async function* endless() {
      for (;;) {
        handed += 1;
        yield skillOf(String(handed));
      }
    }
    const recognise = async () => ({
      id: 'rsd-json' as const,
      label: 'Endless sheet',
      recognises: () => true,
      read: async () => ({ frameworks: [{ framework: maths, skills: endless() }], warnings: [] }),
    });
    const run = keeper({ recognise }).preview({ source: { file: sheetFile(first) } }, deaf, patient);
    expect([await refusal(run), handed]).toEqual(['I421', mostSkills + 1]);
  });

  it('asks for the columns of a table that nobody knows before it reads it', async () => {
    const table = { headings: ['What', 'Why'], rows: [['One', 'So']] };
    const needs = needsOver(database, clock);
    const plain = { ...(await needs.recognise({ name: '', body: new Blob() })), id: 'plain-csv' } as never;
    const { preview } = createImportSkills({ ...needs, recognise: async () => plain, tableIn: async () => table });
    const document = { source: { name: 'x', body: sheetFile(first) }, origin: { from: 'file', file: 'x' } } as const;
    expect(await preview(document, deaf, patient)).toMatchObject({ frameworks: [], table });
    const named = await preview({ ...document, columns: { name: 'What' } }, deaf, patient);
    expect(named).toMatchObject({ table, frameworks: [{ skills: 4 }] });
  });
});

describe('a newer release', () => {
  it('takes the place of the one before and says which skills are not what they were', async () => {
    await take(first);
    const [imported] = await take(second);
    expect(imported?.replaced).toBeDefined();
    const { frameworks, stale } = await visible(database);
    expect(frameworks).toMatchObject([{ found: ['Skill A', 'Skill A.1 in other words', 'Skill B', 'Skill D'] }]);
    expect(stale).toEqual(
      expect.arrayContaining([
        [skillOf('A').uri, 'replaced', skillOf('D').uri],
        [skillOf('B').uri, 'deprecated', undefined],
        [skillOf('C').uri, 'gone', undefined],
      ]),
    );
    expect(stale).toHaveLength(3);
  });

  it('remembers what was gone before, until it is there again', async () => {
    await take(first);
    await take(second);
    await take(second);
    expect((await visible(database)).stale).toContainEqual([skillOf('C').uri, 'gone', undefined]);
    await take(first);
    expect((await visible(database)).stale).toEqual([[skillOf('D').uri, 'gone', undefined]]);
  });

  it('stays switched off where the one before was', async () => {
    const [imported] = await take(first);
    await keeper().enableFramework({ id: imported?.id ?? '', enabled: false });
    await take(second);
    expect((await visible(database)).frameworks).toMatchObject([{ off: true, found: [] }]);
  });

  it('can be undone: the one before comes back whole, and the newer one can be brought back in its turn', async () => {
    await take(first);
    const before = await visible(database);
    const [imported] = await take(second);
    const after = await visible(database);
    await keeper().bringBack({ id: imported?.replaced ?? '' });
    expect(await visible(database)).toEqual({ ...before, retired: [maths.uri] });
    await keeper().bringBack({ id: imported?.id ?? '' });
    expect(await visible(database)).toEqual(after);
  });
});

describe('a framework that is removed', () => {
  it('is out of sight at once, and can be brought back for a day', async () => {
    const [imported] = await take(first);
    const before = await visible(database);
    await keeper().removeFramework({ id: imported?.id ?? '' });
    expect(await visible(database)).toEqual({ frameworks: [], retired: [maths.uri], stale: [] });
    clock.now = new Date('2026-03-02T09:00:00.000Z');
    await needsOver(database, clock).sweep();
    await keeper().bringBack({ id: imported?.id ?? '' });
    expect(await visible(database)).toEqual(before);
  });

  it('leaves nothing behind after that day', async () => {
    const empty = await everything(database);
    const [imported] = await take(second);
    await keeper().removeFramework({ id: imported?.id ?? '' });
    clock.now = new Date('2026-03-02T10:00:01.000Z');
    await needsOver(database, clock).sweep();
    expect(await everything(database)).toEqual(empty);
    expect(await refusal(keeper().bringBack({ id: imported?.id ?? '' }))).toBe('I423');
  });
});

describe('an import that is killed', () => {
  it('at any write leaves the old state, or from its last write on the new one', async () => {
    await take(first);
    const old = { seen: await visible(database), all: await everything(database) };
    const backup = old.all;
    let outcomes = '';
    for (let dieAt = 1; outcomes.at(-1) !== '.'; dieAt += 1) {
      const { database: mortal, writes } = await mortalDatabase(database.name, dieAt);
      const died = await createKeepFrameworks(needsOver(mortal, clock))
        .importDocument({ source: { file: sheetFile(second) } }, deaf, patient)
        .then(
          () => false,
          () => true,
        );
      const lived = writes() < dieAt;
      mortal.close();
      await needsOver(database, clock).sweep();
      const seen = await visible(database);
      const isNew = seen.frameworks[0]?.found.includes('Skill D') ?? false;
      if (isNew) {
        expect(seen).toMatchObject({ retired: [maths.uri], frameworks: [{ skills: 4 }] });
        await restore(backup);
      } else {
        expect(died, `killed at write ${dieAt}`).toBe(true);
        expect(await everything(database)).toEqual(old.all);
      }
      outcomes += lived ? '.' : isNew ? 'n' : 'o';
    }
    // Old before the last transaction, new after it; the sweeping that follows may be cut short as well.
    expect(outcomes).toMatch(/^o{8,}n*\.$/);
  });

  async function restore(all: Record<string, unknown>): Promise<void> {
    for (const [name, kept] of Object.entries(all)) {
      const { keys, rows } = kept as { keys: never[]; rows: unknown[] };
      const table = database.table(name);
      await table.clear();
      await table.bulkAdd(rows, table.schema.primKey.keyPath ? undefined : keys);
    }
  }
});
