import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { RestorePreview } from '../../lib/domain/backup.ts';
import { isRecord } from '../../lib/domain/json-value.ts';
import { ProblemError } from '../../lib/domain/problem.ts';
import { workItemId } from '../../lib/domain/work-list.ts';
import { createKeepFrameworks } from '../../lib/services/keep-frameworks.ts';
import { changeAlignment, removeAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { libraryTables } from '../../lib/store/library-rows.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { addWork } from '../../lib/store/work-lists.ts';
import { plainAlignment } from '../formats/bundles.ts';
import { countsKept, countsNow } from '../store/counts.ts';
import { alignmentsOf, backupsOver, deliveryOf, idOf, libraryOf, linesIn, packed } from './backup-world.ts';
import { everything, frameworkNamed, mortalDatabase, needsOver, sheetFile, skillOf, visible } from './import-world.ts';
import { patient, registryNamed } from './support.ts';

const opened: PlumblineDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.delete();
});

function newDatabase(): PlumblineDatabase {
  const database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  opened.push(database);
  return database;
}

const at = '2026-03-01T10:00:00.000Z';
const registry = registryNamed('Practice', { id: idOf(900), kind: 'cass' });

/** A library with something in every table. */
async function filled(alignments = 3): Promise<PlumblineDatabase> {
  const database = newDatabase();
  await database.registries.add(registry);
  await database.identity.put({ id: 'own', name: 'Jo Park', organisation: '' });
  await database.resources.add({ address: plainAlignment().resource, fields: {}, modified: at, revision: 1 });
  const rows = alignmentsOf(alignments);
  await database.alignments.bulkAdd(rows);
  const [first] = rows;
  const { taken: _, ...skill } = plainAlignment().skill;
  await database.skillAlignments.add({
    id: idOf(800),
    subject: { uri: 'urn:uuid:1', name: 'One' },
    relation: 'broad',
    object: { uri: 'urn:uuid:2', name: 'Two' },
    created: at,
    modified: at,
    revision: 1,
  });
  await database.history.bulkAdd(
    rows.map(({ id, resource }) => ({ alignment: id, resource, what: 'created' as const, at, from: 'popup' as const })),
  );
  await database.outbox.add(
    deliveryOf(registry.id, first?.id ?? '', {
      state: 'delivered',
      uri: 'https://practice.example/1',
      receipt: { revision: 1, at },
    }),
  );
  await database.pins.add({ uri: skill.uri, skill, at });
  await database.recents.add({ uri: skill.uri, skill, at });
  await database.views.add({ id: idOf(90), name: 'Taught', filter: 'relation=teaches', modified: at });
  const list = idOf(80);
  const address = 'https://lessons.example/next';
  await database.workLists.add({ id: list, name: 'Spring', created: at, modified: at, revision: 1 });
  const item = { list, address, state: 'open', place: 0, from: 'typed', modified: at, revision: 1 } as const;
  await database.workItems.add({ id: workItemId(list, address), ...item });
  const pages = [{ address: 'https://lessons.example/unread', title: 'Unread' }];
  await addWork(database, { list: { name: 'Autumn' }, from: 'typed', pages }, new Date(at));
  await removeAlignment(database, { id: idOf(2), revision: 1 }, new Date(at), 'popup');
  return database;
}

async function refused(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? error.problem.code : `no problem: ${String(error)}`;
}

function sound(preview: unknown): RestorePreview {
  if (!isRecord(preview) || 'damaged' in preview) throw new Error(`damaged: ${JSON.stringify(preview)}`);
  return preview as RestorePreview;
}

describe('a backup', () => {
  it('holds a line of each row between a header and a digest', async () => {
    const lines = await linesIn(await backupsOver(await filled()).make());
    expect(JSON.parse(lines[0] ?? '')).toEqual({ plumblineBackup: 2, made: '2026-04-01T08:00:00.000Z' });
    const { end } = JSON.parse(lines.at(-1) ?? '');
    expect(end).toMatchObject({ left: 0, rows: { settings: 1, alignments: 2, trash: 1, history: 4, undos: 2 } });
    expect(lines).toHaveLength(2 + Object.values<number>(end.rows).reduce((sum, rows) => sum + rows, 0));
  });

  it('brings everything to an empty library', async () => {
    const before = await filled();
    const file = await backupsOver(before).make();
    const empty = newDatabase();
    const restored = await backupsOver(empty).restore(file, 'replace');
    expect(await libraryOf(empty)).toEqual(await libraryOf(before));
    expect(restored).toMatchObject({ added: 4, overwritten: 0, removed: 0, settings: { theme: 'dark' } });
    expect(await countsKept(empty)).toEqual(await countsNow(empty));
  });

  it('is read of the release before, too', async () => {
    const [, ...rest] = await linesIn(await backupsOver(newDatabase()).make());
    const head = JSON.stringify({ plumblineBackup: 1, made: at });
    const lines = [head, ...rest.slice(0, -1)];
    const sha256 = createHash('sha256')
      .update(lines.map((line) => `${line}\n`).join(''))
      .digest('hex');
    const { end } = JSON.parse(rest.at(-1) ?? '');
    const file = packed([...lines, JSON.stringify({ end: { ...end, sha256 } })]);
    expect(sound(await backupsOver(newDatabase()).preview(file)).made).toBe(at);
  });

  it('has the views of both sides after a merge, each as it was changed last', async () => {
    const there = await filled();
    const here = await filled();
    await there.views.update(idOf(90), { name: 'Taught here', modified: '2026-03-09T00:00:00.000Z' });
    await here.views.add({ id: idOf(91), name: 'Mine', filter: '', modified: at });
    await backupsOver(here).restore(await backupsOver(there).make(), 'merge');
    expect((await here.views.toArray()).map(({ name }) => name)).toEqual(['Taught here', 'Mine']);
    await backupsOver(here).restore(await backupsOver(there).make(), 'replace', 1000);
    expect((await here.views.toArray()).map(({ name }) => name)).toEqual(['Taught here']);
  });

  it('holds nothing secret', async () => {
    const database = await filled();
    const canary = 'canary-5f0f5f0e';
    const { privateKey } = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
    const file = {
      plumblineKey: 1 as const,
      did: canary,
      made: at,
      iterations: 1,
      salt: canary,
      iv: canary,
      key: canary,
    };
    await database.identity.put({
      id: 'own',
      name: 'Jo Park',
      organisation: '',
      key: { did: canary, privateKey, made: at, file },
    });
    await database.keys.put({ registry: registry.id, privateKey, publicKeyPem: canary, made: at });
    await database.registries.put({ ...registry, token: canary } as typeof registry);
    await database.pauses.put({ registry: registry.id, until: 1, problem: { code: 'R401', message: canary } });
    const lines = await linesIn(await backupsOver(database).make(true));
    expect(lines.join('\n')).not.toContain(canary);
    expect(lines.join('\n')).toContain('Jo Park');
  });

  it('leaves out and counts what fits no schema, rather than becoming unreadable', async () => {
    const database = await filled();
    await database.alignments.put({ ...plainAlignment(), id: idOf(50), relation: 'sings' as 'teaches' });
    const made = await backupsOver(database).keeper.makeBackup({ settings: {}, frameworks: false }, () => {}, patient);
    expect(made).toMatchObject({ left: 1, name: 'plumbline-2026-04-01.plumbline-backup.gz' });
    expect(sound(await backupsOver(newDatabase()).preview(made.file)).rows.alignments).toBe(2);
  });

  it('is of one moment though others write while it is read', async () => {
    const database = await filled(700);
    const { make } = backupsOver(database);
    const making = make();
    await removeAlignment(database, { id: idOf(600), revision: 1 }, new Date(at), 'popup');
    const rows = (await linesIn(await making)).map((line) => JSON.parse(line));
    const has = (table: string) => rows.some((one) => one.table === table && one.row.id === idOf(600));
    expect([has('alignments'), has('trash')].filter(Boolean)).toHaveLength(1);
  });
});

describe('a file that is not whole', () => {
  it('changes nothing wherever it is cut off, and shows what can be read of it', async () => {
    const whole = new Uint8Array(await (await backupsOver(await filled()).make()).arrayBuffer());
    const database = await filled();
    const before = await everything(database);
    const { restore, preview } = backupsOver(database);
    for (let length = 0; length < whole.length; length += Math.ceil(whole.length / 17)) {
      const cut = new Blob([whole.slice(0, length)]);
      expect(await refused(restore(cut, 'replace', 1000)), String(length)).toMatch(/^B70[02]$/);
      expect(await preview(cut)).toHaveProperty('damaged');
    }
    const lines = await linesIn(await backupsOver(await filled()).make());
    expect(await preview(packed(lines.slice(0, -1)))).toMatchObject({
      damaged: { code: 'B702' },
      rows: { alignments: 2, registries: 1 },
    });
    expect(await everything(database)).toEqual(before);
  });

  it('is refused by name for whatever is wrong with it', async () => {
    const lines = await linesIn(await backupsOver(await filled()).make());
    const [header = '', ...rest] = lines;
    const end = rest.at(-1) ?? '';
    const database = newDatabase();
    const { restore, preview } = backupsOver(database);
    const code = async (file: Blob) => {
      expect(await database.alignments.count()).toBe(0);
      const answer = await preview(file);
      const told = 'damaged' in answer ? answer.damaged.code : 'sound';
      expect(await refused(restore(file, 'merge'))).toBe(told);
      return told;
    };
    expect(await code(new Blob(['{"plumbline":1}']))).toBe('B700');
    expect(await code(new Blob(['x'.repeat(50_000_000)]))).toBe('B700');
    expect(await code(packed(['no header', end]))).toBe('B700');
    expect(await code(packed([header.replace(':2', ':3'), ...rest]))).toBe('B701');
    expect(await code(packed([header, ...rest.slice(0, -1)]))).toBe('B702');
    expect(await code(packed(lines.map((line) => line.replace('Jo Park', 'Jo Pork'))))).toBe('B703');
    expect(await code(packed([header, ...rest.slice(1)]))).toBe('B703');
    expect(await code(await resigned([header, '{"table":"alignments","row":{"id":"x"}}', ...rest]))).toBe('B704');
    expect(await code(await resigned([header, '{"table":"__proto__","row":{}}', ...rest]))).toBe('B704');
    expect(await code(await resigned([header, ...rest.slice(0, 3), ...rest]))).toBe('B705');
  });
});

/** The same lines under a digest that is right, as somebody could write them who knows the format. */
async function resigned(lines: readonly string[]): Promise<Blob> {
  const before = lines.slice(0, -1);
  const bytes = new TextEncoder().encode(before.map((line) => `${line}\n`).join(''));
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  const { end } = JSON.parse(lines.at(-1) ?? '');
  return packed([...before, JSON.stringify({ end: { ...end, sha256: digest } })]);
}

describe('restoring', () => {
  it('leaves everything as it was wherever it dies, and is whole where it does not', async () => {
    const file = await backupsOver(await filled(5)).make();
    let died = 0;
    for (let dieAt = 1; ; dieAt += 1) {
      const database = await filled();
      await database.alignments.put({ ...plainAlignment(), id: idOf(70) });
      const before = await everything(database);
      const { database: mortal } = await mortalDatabase(database.name, dieAt);
      const done = await backupsOver(mortal)
        .restore(file, 'replace', 1000)
        .then(
          () => true,
          () => false,
        );
      mortal.close();
      if (done) break;
      died += 1;
      expect(await everything(database), `dies at ${dieAt}`).toEqual(before);
    }
    expect(died).toBeGreaterThan(0);
  });

  it('is rolled back at the write to any table', async () => {
    const file = await backupsOver(await filled(5)).make();
    for (const name of [...libraryTables, 'backups']) {
      const database = newDatabase();
      const before = await everything(database);
      database.table(name).hook('creating', () => {
        throw new Error(`no write to ${name}`);
      });
      expect(await refused(backupsOver(database).restore(file, 'replace')), name).toBe('S202');
      expect(await everything(database), name).toEqual(before);
    }
  });

  it('makes everything as it was, and takes that back again', async () => {
    const database = await filled();
    const { make, keeper } = backupsOver(database);
    const file = await make();
    await changeAlignment(
      database,
      { id: idOf(1), revision: 1, choice: { relation: 'assesses', fit: 'exact' }, publishTo: [] },
      new Date('2026-03-05T10:00:00.000Z'),
    );
    await database.alignments.add({ ...plainAlignment(), id: idOf(60) });
    const later = await libraryOf(database);
    const { before } = await backupsOver(database).restore(file, 'replace', 2);
    expect((await database.alignments.toArray()).map(({ id, relation, revision }) => [id, relation, revision])).toEqual(
      [
        [idOf(1), 'teaches', 3],
        [idOf(3), 'teaches', 1],
      ],
    );
    expect(await countsKept(database)).toEqual(await countsNow(database));
    expect((await database.history.toArray()).slice(-2)).toMatchObject([
      { what: 'restored', from: 'backup', before: { relation: 'assesses' }, after: { relation: 'teaches' } },
      { what: 'removed', from: 'backup', alignment: idOf(60) },
    ]);
    await keeper.restore({ source: { kept: before }, mode: 'replace', settings: {}, confirmed: 2 }, () => {}, patient);
    const back = await libraryOf(database);
    const plain = (rows: unknown[] | undefined) => rows?.map((row) => ({ ...(row as object), revision: 0 }));
    for (const name of ['alignments', 'resources', 'skillAlignments'] as const)
      expect(plain(back[name]), name).toEqual(plain(later[name]));
    expect(back.trash).toEqual(later.trash);
    expect(await database.backups.count()).toBe(2);
  });

  it('merges by what is later, brings back what was removed, and changes nothing the second time', async () => {
    const there = await filled();
    await there.alignments.update(idOf(1), { fit: 'exact', modified: '2026-03-09T00:00:00.000Z' });
    await there.alignments.update(idOf(3), { fit: 'minor', modified: '2026-01-01T00:00:00.000Z' });
    const file = await backupsOver(there).make();
    const here = await filled();
    await here.alignments.put({ ...plainAlignment(), id: idOf(40) });
    await removeAlignment(here, { id: idOf(3), revision: 1 }, new Date(at));
    const preview = sound(await backupsOver(here).preview(file));
    expect(preview.kinds.alignments).toEqual({ kept: 2, fresh: 1, same: 0, later: 1, earlier: 0, missing: 1 });
    await backupsOver(here).restore(file, 'merge');
    const rows = await here.alignments.toArray();
    expect(rows.map(({ id, fit, revision }) => [id, fit, revision])).toEqual([
      [idOf(1), 'exact', 2],
      [idOf(3), 'minor', 2],
      [idOf(40), plainAlignment().fit, 1],
    ]);
    expect((await here.trash.toArray()).map(({ id }) => id)).toEqual([idOf(2)]);
    const once = await libraryOf(here);
    const again = sound(await backupsOver(here).preview(file));
    expect(again.kinds.alignments).toMatchObject({ fresh: 0, later: 0 });
    await backupsOver(here).restore(file, 'merge');
    expect(await libraryOf(here)).toEqual(once);
  });

  it('leaves out what another record says here', async () => {
    const there = newDatabase();
    await there.alignments.bulkAdd(alignmentsOf(2));
    const here = newDatabase();
    const [one] = alignmentsOf(1);
    if (one) await here.alignments.add({ ...one, id: idOf(77), note: 'mine' });
    const file = await backupsOver(there).make();
    expect(sound(await backupsOver(here).preview(file)).twins).toBe(1);
    await backupsOver(here).restore(file, 'merge');
    expect((await here.alignments.toArray()).map(({ id }) => id)).toEqual([idOf(2), idOf(77)]);
  });

  it('asks for the number where much would be lost, and only there', async () => {
    const there = newDatabase();
    await there.alignments.bulkAdd(alignmentsOf(3));
    const file = await backupsOver(there).make();
    const here = newDatabase();
    await here.alignments.bulkAdd(alignmentsOf(24));
    const { restore } = backupsOver(here);
    expect(await refused(restore(file, 'replace'))).toBe('B708');
    expect(await refused(restore(file, 'replace', 20))).toBe('B708');
    expect(await here.alignments.count()).toBe(24);
    expect(await here.backups.count()).toBe(0);
    await restore(file, 'merge');
    expect(await here.alignments.count()).toBe(24);
    await restore(file, 'replace', 21);
    expect(await here.alignments.count()).toBe(3);
  });

  it('adds registries and changes none: a file must not say where a key that is kept here goes', async () => {
    const there = await filled();
    const file = await backupsOver(there).make();
    const here = newDatabase();
    await here.registries.add({ ...registry, address: 'https://mine.example' });
    const other = registryNamed('Other', { id: idOf(901) });
    await here.registries.add(other);
    expect(sound(await backupsOver(here).preview(file)).registries).toEqual([]);
    await backupsOver(here).restore(file, 'replace');
    expect(await here.registries.toArray()).toEqual([{ ...registry, address: 'https://mine.example' }, other]);
    const empty = newDatabase();
    expect(sound(await backupsOver(empty).preview(file)).registries).toEqual(['Practice']);
  });

  it('keeps a key that signs, which no backup holds', async () => {
    const file = await backupsOver(await filled()).make();
    const here = newDatabase();
    const { privateKey } = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
    await here.identity.put({ id: 'own', name: 'Sam', organisation: '', key: { did: 'did', privateKey, made: at } });
    await backupsOver(here).restore(file, 'merge');
    expect(await here.identity.get('own')).toMatchObject({ name: 'Sam' });
    await backupsOver(here).restore(file, 'replace');
    expect(await here.identity.get('own')).toMatchObject({ name: 'Jo Park', key: { did: 'did' } });
  });
});

describe('deliveries in a backup', () => {
  async function backupOf(entries: Parameters<typeof deliveryOf>[2][]) {
    const database = newDatabase();
    await database.registries.add(registry);
    await database.alignments.bulkAdd(alignmentsOf(entries.length));
    await database.outbox.bulkAdd(entries.map((over, at) => deliveryOf(registry.id, idOf(at + 1), over)));
    return backupsOver(database).make();
  }
  const delivered = { state: 'delivered', uri: 'https://practice.example/1', receipt: { revision: 1, at } } as const;

  it('keep their receipts and addresses; what was on the wire waits again', async () => {
    const file = await backupOf([
      delivered,
      { state: 'sending', uri: 'https://practice.example/2' },
      { state: 'paused' },
    ]);
    const here = newDatabase();
    await backupsOver(here).restore(file, 'replace');
    expect(await here.outbox.toArray()).toMatchObject([
      delivered,
      { state: 'queued', uri: 'https://practice.example/2' },
      { state: 'paused' },
    ]);
  });

  it('do not undo what was delivered since', async () => {
    const file = await backupOf([{ state: 'queued' }]);
    const here = newDatabase();
    await here.registries.add(registry);
    await here.alignments.bulkAdd(alignmentsOf(1));
    await here.outbox.add(deliveryOf(registry.id, idOf(1), delivered));
    await backupsOver(here).restore(file, 'replace');
    expect(await here.outbox.toArray()).toMatchObject([delivered]);
  });

  it('are left out where their registry is neither here nor there', async () => {
    const database = newDatabase();
    await database.alignments.bulkAdd(alignmentsOf(1));
    await database.outbox.add(deliveryOf(idOf(999), idOf(1)));
    const file = await backupsOver(database).make();
    const here = newDatabase();
    expect(sound(await backupsOver(here).preview(file)).homeless).toBe(1);
    await backupsOver(here).restore(file, 'replace');
    expect(await here.outbox.count()).toBe(0);
  });

  it('take back what goes, and send again what comes back', async () => {
    const here = newDatabase();
    await here.registries.add(registry);
    await here.alignments.bulkAdd(alignmentsOf(2));
    const file = await backupsOver(here).make();
    const [, , third] = alignmentsOf(3);
    if (third) await here.alignments.add(third);
    await here.outbox.add(deliveryOf(registry.id, idOf(3), delivered));
    expect(sound(await backupsOver(here).preview(file)).withdrawn).toBe(1);
    const { before } = await backupsOver(here).restore(file, 'replace', 1);
    expect(await here.outbox.toArray()).toMatchObject([{ action: 'withdraw', state: 'queued', uri: delivered.uri }]);
    await here.outbox.toCollection().modify({ state: 'withdrawn' });
    const { keeper } = backupsOver(here);
    const source = { kept: before };
    await keeper.restore({ source, mode: 'replace', settings: {} }, () => {}, patient);
    expect(await here.outbox.toArray()).toMatchObject([{ action: 'publish', state: 'queued', revision: 1 }]);
    expect(await here.alignments.count()).toBe(3);
  });

  it('can still be taken back by acts of the backup, under the revisions that records got', async () => {
    const here = newDatabase();
    await here.alignments.bulkAdd(alignmentsOf(1));
    const undo = crypto.randomUUID();
    const alignments = [
      { key: idOf(1), revision: 1, before: { ...plainAlignment(), id: idOf(1), fit: 'narrow' as const } },
    ];
    await here.undos.add({ id: undo, at, what: 'An import', alignments, resources: [], skillAlignments: [] });
    const file = await backupsOver(here).make();
    await changeAlignment(
      here,
      { id: idOf(1), revision: 1, choice: { relation: 'teaches', fit: 'minor' }, publishTo: [] },
      new Date('2026-03-05T10:00:00.000Z'),
    );
    await backupsOver(here).restore(file, 'replace', 1);
    expect(await takeBack(here, undo, new Date('2026-03-06T10:00:00.000Z'))).toEqual({ restored: 1, left: 0 });
    expect(await here.alignments.get(idOf(1))).toMatchObject({ fit: 'narrow' });
  });
});

describe('frameworks in a backup', () => {
  const clock = { now: new Date('2026-03-01T10:00:00.000Z') };
  const skills = [skillOf('a'), skillOf('b', { parent: skillOf('a').uri }), skillOf('c', { status: 'deprecated' })];
  const maths = { framework: frameworkNamed('Maths', { version: '2' }), skills };

  async function withFramework(): Promise<PlumblineDatabase> {
    const database = newDatabase();
    const { importDocument } = createKeepFrameworks(needsOver(database, clock));
    const older = { ...maths, skills: [...skills, skillOf('d')] };
    for (const framework of [older, maths])
      await importDocument({ source: { file: sheetFile({ frameworks: [framework] }) } }, () => {}, patient);
    await database.frameworks.toCollection().modify({ enabled: false });
    return database;
  }

  it('go along where they are wanted, each with its skills, its tree and what is gone from it', async () => {
    const there = await withFramework();
    expect((await linesIn(await backupsOver(there).make(false))).join()).not.toContain('"skills"');
    const file = await backupsOver(there).make(true);
    const here = newDatabase();
    expect(sound(await backupsOver(here).preview(file)).frameworks).toEqual([
      { uri: maths.framework.uri, name: 'Maths', skills: 3 },
    ]);
    expect(await backupsOver(here).restore(file, 'merge')).toMatchObject({ frameworks: 1 });
    const { retired: _, ...seen } = await visible(there);
    expect(await visible(here)).toEqual({ ...seen, retired: [] });
    const ids = (await there.frameworks.toArray()).map(({ id }) => id);
    expect((await here.frameworks.toArray()).map(({ id }) => id)).not.toEqual(ids);
    expect(await backupsOver(here).restore(file, 'replace')).toMatchObject({ frameworks: 0 });
    expect(await here.frameworks.count()).toBe(1);
  });

  it('come whole with everything else, or nothing does, wherever the restore dies', async () => {
    const there = await withFramework();
    await there.alignments.bulkAdd(alignmentsOf(2));
    const file = await backupsOver(there).make(true);
    let died = 0;
    for (let dieAt = 1; ; dieAt += 1) {
      const here = newDatabase();
      await here.open();
      const { database: mortal } = await mortalDatabase(here.name, dieAt);
      const done = await backupsOver(mortal)
        .restore(file, 'replace')
        .then(
          () => true,
          () => false,
        );
      mortal.close();
      if (done) break;
      died += 1;
      await needsOver(here, clock).sweep();
      expect((await visible(here)).frameworks, `dies at ${dieAt}`).toEqual([]);
      expect(Object.values(await libraryOf(here)).flat(), `dies at ${dieAt}`).toEqual([]);
    }
    expect(died).toBeGreaterThan(3);
  });
});
