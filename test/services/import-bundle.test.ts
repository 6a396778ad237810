import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../lib/domain/problem.ts';
import { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { formats, recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { type BundleFile, createImportBundle } from '../../lib/services/import-bundle.ts';
import { changeAlignment, removeAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { forgetOldActs, takeBack, undoTime } from '../../lib/store/undo.ts';
import { anyBundle, goldenBundle, plainAlignment, type TestBundle } from '../formats/bundles.ts';
import { patient } from './support.ts';

const opened: PlumblineDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.delete();
});

const at = new Date('2026-04-01T08:00:00.000Z');
const merge = { mode: 'merge', conflicts: 'mine' } as const;

function setUp() {
  const database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  opened.push(database);
  const service = createImportBundle({
    database,
    formats,
    recognise: recogniseFormat,
    now: () => at,
    newId: () => crypto.randomUUID(),
  });
  const preview = async (file: BundleFile, signal: AbortSignal) => {
    const told = await service.preview(file, signal);
    if ('table' in told) throw new Error('a table that has to be named');
    return told;
  };
  return { database, ...service, preview, previewTable: service.preview };
}

async function fileOf(bundle: TestBundle, name = 'spring.plumbline.json') {
  return { name, text: await textOf(formats.plumbline.write(bundle)) };
}

/** Everything that an import may write, as plain rows. */
async function everythingIn(database: PlumblineDatabase) {
  const { resources, alignments, skillAlignments, outbox } = database;
  const tables = await Promise.all([resources, alignments, skillAlignments, outbox].map((table) => table.toArray()));
  return JSON.stringify(tables);
}

describe('importing alignments', () => {
  it('says what a file would do before anything is written, and does just that', async () => {
    const { database, preview, importBundle } = setUp();
    const file = await fileOf(goldenBundle());
    const told = await preview(file, patient);
    expect(told).toMatchObject({
      format: 'plumbline',
      pages: 1,
      fresh: 3,
      same: 0,
      changed: 0,
      conflicts: 0,
      missing: 0,
    });
    expect(await database.alignments.count()).toBe(0);
    expect(await importBundle(file, merge, patient)).toMatchObject({ added: 3, changed: 0, removed: 0 });
    expect(await database.alignments.orderBy('id').toArray()).toEqual(goldenBundle().alignments);
    expect((await database.resources.toArray()).map(({ fields }) => fields.title?.[0]?.value)).toEqual([
      'Your first pay slip',
    ]);
    expect((await database.history.toArray()).map(({ what }) => what)).toEqual(['imported', 'imported', 'imported']);
  });

  it('imported a second time changes nothing', async () => {
    const { database, preview, importBundle } = setUp();
    const file = await fileOf(goldenBundle());
    await importBundle(file, merge, patient);
    const before = await everythingIn(database);
    expect(await preview(file, patient)).toMatchObject({ fresh: 0, same: 3, changed: 0, conflicts: 0 });
    expect(await importBundle(file, merge, patient)).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(await everythingIn(database)).toBe(before);
  });

  it('takes over a later state of what nobody changed here', async () => {
    const { database, preview, importBundle } = setUp();
    await importBundle(await fileOf({ ...goldenBundle(), alignments: [plainAlignment()] }), merge, patient);
    const later = plainAlignment({
      fit: 'exact',
      note: 'Rewritten.',
      modified: '2026-03-20T09:00:00.000Z',
      revision: 2,
    });
    const file = await fileOf({ ...goldenBundle(), alignments: [later] });
    expect(await preview(file, patient)).toMatchObject({ changed: 1, conflicts: 0 });
    await importBundle(file, merge, patient);
    expect(await database.alignments.get(later.id)).toMatchObject({ fit: 'exact', note: 'Rewritten.', revision: 2 });
  });

  it('leaves what both changed as it is here, unless theirs is asked for', async () => {
    const { database, preview, importBundle } = setUp();
    await importBundle(await fileOf({ ...goldenBundle(), alignments: [plainAlignment()] }), merge, patient);
    const { id } = plainAlignment();
    const choice = { relation: 'teaches' as const, fit: 'minor' as const };
    await changeAlignment(database, { id, revision: 1, choice, publishTo: [] }, at);
    const theirs = plainAlignment({ fit: 'exact', modified: '2026-05-01T00:00:00.000Z', revision: 2 });
    const file = await fileOf({ ...goldenBundle(), alignments: [theirs] });
    const told = await preview(file, patient);
    expect(told).toMatchObject({ changed: 0, conflicts: 1 });
    expect(told.differences[0]).toMatchObject({ incoming: { fit: 'exact' }, kept: { fit: 'minor' } });
    await importBundle(file, merge, patient);
    expect(await database.alignments.get(id)).toMatchObject({ fit: 'minor' });
    await importBundle(file, { mode: 'merge', conflicts: 'theirs' }, patient);
    expect(await database.alignments.get(id)).toMatchObject({ fit: 'exact', revision: 3 });
  });

  it('replacing makes the pages of the file say what the file says, and leaves other pages alone', async () => {
    const { database, preview, importBundle } = setUp();
    const elsewhere = plainAlignment({ id: crypto.randomUUID(), resource: 'https://lessons.example/other' });
    await importBundle(
      await fileOf({ ...goldenBundle(), alignments: [...goldenBundle().alignments, elsewhere] }),
      merge,
      patient,
    );
    const file = await fileOf({ ...goldenBundle(), alignments: [plainAlignment({ note: 'The second half.' })] });
    expect(await preview(file, patient)).toMatchObject({ same: 1, missing: 2 });
    const done = await importBundle(file, { mode: 'replace', conflicts: 'theirs' }, patient);
    expect(done).toMatchObject({ added: 0, changed: 0, removed: 2 });
    const left = await database.alignments.toArray();
    expect(left.map(({ id }) => id).sort()).toEqual([plainAlignment().id, elsewhere.id].sort());
  });

  it('knows the same skill under another uri of it', async () => {
    const { importBundle, preview } = setUp();
    const skill = { ...plainAlignment().skill, uri: 'http://skills.example/read-a-pay-slip/' };
    await importBundle(await fileOf({ ...goldenBundle(), alignments: [plainAlignment()] }), merge, patient);
    const twin = plainAlignment({ id: crypto.randomUUID(), skill });
    expect(await preview(await fileOf({ ...goldenBundle(), alignments: [twin] }), patient)).toMatchObject({ same: 1 });
  });

  it('refuses a text that holds no alignments, and changes nothing', async () => {
    const { database, importBundle } = setUp();
    for (const text of ['', '<html></html>', '{"a":1}', '{"plumbline":9}']) {
      const error = await importBundle({ name: 'x.json', text }, merge, patient).catch((reason: unknown) => reason);
      expect(error, text).toBeInstanceOf(ProblemError);
    }
    expect(await everythingIn(database)).toBe('[[],[],[],[]]');
  });

  it('counts what it cannot keep, and keeps the rest', async () => {
    const { preview } = setUp();
    const file = await fileOf(goldenBundle());
    const text = file.text.replaceAll(
      '"https://lessons.example/pay-slip","relation":"teaches"',
      '"ftp://x/","relation":"teaches"',
    );
    const told = await preview({ ...file, text }, patient);
    expect(told.fresh).toBe(2);
    expect(told.warnings.map(({ count }) => count)).toEqual([1]);
  });

  it('does not begin once it is cancelled', async () => {
    const { database, importBundle } = setUp();
    const reason = new Error('cancelled');
    await expect(importBundle(await fileOf(goldenBundle()), merge, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(await database.alignments.count()).toBe(0);
  });
});

describe('an import that would lose much', () => {
  const { id: _, ...plain } = plainAlignment();
  const manyOf = (count: number, over: Partial<ResourceAlignment> = {}) =>
    Array.from({ length: count }, (_, at) => ({
      ...plain,
      ...over,
      id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      skill: { ...plain.skill, uri: `https://skills.example/${at}` },
    }));
  const replace = { mode: 'replace', conflicts: 'mine' } as const;
  const theirs = { mode: 'merge', conflicts: 'theirs' } as const;

  it('is refused where it would remove more than was confirmed, and changes nothing', async () => {
    const { database, preview, importBundle } = setUp();
    await importBundle(await fileOf({ ...goldenBundle(), alignments: manyOf(30) }), merge, patient);
    const file = await fileOf({ ...goldenBundle(), alignments: manyOf(5) });
    expect(await preview(file, patient)).toMatchObject({ kept: 30, same: 5, missing: 25 });
    const before = await everythingIn(database);
    for (const confirmed of [undefined, 0, 24]) {
      const refused = { problem: { code: 'S225', message: expect.stringContaining('25 of 30') } };
      await expect(importBundle(file, { ...replace, confirmed }, patient)).rejects.toMatchObject(refused);
    }
    expect(await everythingIn(database)).toBe(before);
    expect(await importBundle(file, { ...replace, confirmed: 25 }, patient)).toMatchObject({ removed: 25 });
    expect(await database.alignments.count()).toBe(5);
  });

  it('is refused where it would overwrite what was changed here', async () => {
    const { importBundle } = setUp();
    await importBundle(await fileOf({ ...goldenBundle(), alignments: manyOf(21, { fit: 'minor' }) }), merge, patient);
    const file = await fileOf({ ...goldenBundle(), alignments: manyOf(21, { fit: 'exact' }) });
    await expect(importBundle(file, theirs, patient)).rejects.toMatchObject({ problem: { code: 'S225' } });
    expect(await importBundle(file, { ...theirs, confirmed: 21 }, patient)).toMatchObject({ changed: 21 });
  });

  it('goes through where it loses no more than a tenth, or twenty', async () => {
    const { importBundle } = setUp();
    const all = manyOf(220);
    await importBundle(await fileOf({ ...goldenBundle(), alignments: all }), merge, patient);
    const fewer = await fileOf({ ...goldenBundle(), alignments: all.slice(22) });
    expect(await importBundle(fewer, replace, patient)).toMatchObject({ removed: 22 });
    const fewest = await fileOf({ ...goldenBundle(), alignments: all.slice(42) });
    expect(await importBundle(fewest, replace, patient)).toMatchObject({ removed: 20 });
  });

  it('never asks of a merge that leaves conflicts alone', async () => {
    const { importBundle } = setUp();
    await importBundle(await fileOf({ ...goldenBundle(), alignments: manyOf(40) }), merge, patient);
    const later = manyOf(40, { fit: 'exact', modified: '2026-03-20T09:00:00.000Z' });
    const file = await fileOf({ ...goldenBundle(), alignments: later });
    expect(await importBundle(file, merge, patient)).toMatchObject({ changed: 40 });
  });
});

describe('a table of alignments under headings of its own', () => {
  const name = 'course.csv';
  const text = 'Wo;Was;Wie gut\nhttps://a.example/one;Read a pay slip;EXACT\nhttps://a.example/two;Count;\n';
  const columns = { resource: 'Wo', skillName: 'Was', fit: 'Wie gut' };

  it('is asked about with a guess, and neither compared nor kept before', async () => {
    const { database, previewTable, importBundle } = setUp();
    expect(await previewTable({ name, text }, patient)).toEqual({
      table: {
        headings: ['Wo', 'Was', 'Wie gut'],
        rows: [
          ['https://a.example/one', 'Read a pay slip', 'EXACT'],
          ['https://a.example/two', 'Count', ''],
        ],
      },
      columns: { resource: 'Wo' },
    });
    await expect(importBundle({ name, text }, merge, patient)).rejects.toMatchObject({ problem: { code: 'F500' } });
    expect(await everythingIn(database)).toBe('[[],[],[],[]]');
  });

  it('is previewed and imported by what the person says, and is the same when it comes again', async () => {
    const { database, preview, importBundle } = setUp();
    const named = { name, text, columns };
    expect(await preview(named, patient)).toMatchObject({ format: 'csv', pages: 2, fresh: 2 });
    expect(await importBundle(named, merge, patient)).toMatchObject({ added: 2 });
    const kept = await database.alignments.orderBy('resource').toArray();
    expect(kept.map(({ relation, fit, skill }) => [relation, fit, skill.name])).toEqual([
      ['teaches', 'exact', 'Read a pay slip'],
      ['teaches', 'major', 'Count'],
    ]);
    expect(await preview(named, patient)).toMatchObject({ fresh: 0, same: 2 });
  });

  it('says what is left out where a column was named that holds no pages', async () => {
    const { preview } = setUp();
    const told = await preview({ name, text, columns: { resource: 'Was', skillName: 'Wo' } }, patient);
    expect(told).toMatchObject({ fresh: 0, warnings: [{ code: 'F502', count: 2 }] });
  });

  it('is refused where its quotation marks do not match', async () => {
    const { database, importBundle } = setUp();
    const broken = { name, text: `${text}"https://a.example/three;Sort;\n`, columns };
    await expect(importBundle(broken, merge, patient)).rejects.toMatchObject({
      problem: { code: 'F501', message: expect.stringContaining('row 4') },
    });
    expect(await everythingIn(database)).toBe('[[],[],[],[]]');
  });
});

describe('taking an import back', () => {
  const storable = anyBundle.map((bundle) => ({
    ...bundle,
    alignments: bundle.alignments.filter((one) => ResourceAlignment.safeParse(one).success),
    skills: [],
    skillAlignments: [],
  }));

  it('leaves what was kept before, whatever was imported over it and how', async () => {
    const modes = fc.record({
      mode: fc.constantFrom('merge', 'replace'),
      conflicts: fc.constantFrom('mine', 'theirs'),
    });
    const returns = fc.asyncProperty(storable, storable, modes, async (first, second, how) => {
      const { database, importBundle } = setUp();
      await importBundle(await fileOf(first), merge, patient);
      const said = async () =>
        (await database.alignments.toArray()).map(({ revision: _, modified: __, ...rest }) => rest);
      const before = await said();
      const { undo } = await importBundle(await fileOf(second), how as typeof merge, patient);
      expect((await takeBack(database, undo, at)).left).toBe(0);
      expect(await said()).toEqual(before);
    });
    await fc.assert(returns, { numRuns: 60 });
  });

  it('leaves alone what was changed since', async () => {
    const { database, importBundle } = setUp();
    const { undo } = await importBundle(await fileOf(goldenBundle()), merge, patient);
    const { id } = plainAlignment();
    const choice = { relation: 'teaches' as const, fit: 'minor' as const };
    await changeAlignment(database, { id, revision: 1, choice, publishTo: [] }, at);
    expect(await takeBack(database, undo, at)).toEqual({ restored: 3, left: 1 });
    expect((await database.alignments.toArray()).map((one) => one.id)).toEqual([id]);
  });

  it('can be done once, and for 30 days', async () => {
    const { database, importBundle } = setUp();
    const { undo } = await importBundle(await fileOf(goldenBundle()), merge, patient);
    await forgetOldActs(database, new Date(at.getTime() + undoTime - 1));
    expect(await database.undos.count()).toBe(1);
    await takeBack(database, undo, at);
    const again = await takeBack(database, undo, at).catch((error: unknown) => error);
    expect((again as ProblemError).problem.code).toBe('S224');
    const { undo: second } = await importBundle(await fileOf(goldenBundle()), merge, patient);
    await forgetOldActs(database, new Date(at.getTime() + undoTime + 1));
    await expect(takeBack(database, second, at)).rejects.toBeInstanceOf(ProblemError);
  });

  it('publishes again what the import withdrew', async () => {
    const { database, importBundle } = setUp();
    await importBundle(await fileOf(goldenBundle()), merge, patient);
    const registry = crypto.randomUUID();
    const { id } = plainAlignment();
    const uri = 'https://cass.example/1';
    await database.outbox.put({
      id: `${registry}:${id}`,
      registry,
      alignment: id,
      action: 'publish',
      state: 'delivered',
      attempts: 0,
      nextTry: 0,
      key: crypto.randomUUID(),
      revision: 1,
      uri,
    });
    const others = goldenBundle().alignments.slice(1);
    const { undo } = await importBundle(
      await fileOf({ ...goldenBundle(), alignments: others }),
      { mode: 'replace', conflicts: 'mine' },
      patient,
    );
    expect((await database.outbox.toArray()).map(({ action }) => action)).toEqual(['withdraw']);
    await takeBack(database, undo, at);
    expect(await database.outbox.toArray()).toMatchObject([{ action: 'publish', state: 'queued', uri }]);
    await removeAlignment(database, { id, revision: 2 }, at);
  });
});
