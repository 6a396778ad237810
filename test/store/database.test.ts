import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { ProblemError, problemIn } from '../../lib/domain/problem.ts';
import { alignmentsOf } from '../../lib/queries/kept.ts';
import { skillIndexStores } from '../../lib/skill-index/stores.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { databaseVersion, PlumblineDatabase } from '../../lib/store/database.ts';
import { newAlignment } from '../support/samples.ts';

/** Dexie keeps a version times ten. */
const tens = 10;

const opened: PlumblineDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.delete();
});
function openDatabase(name = `test-${crypto.randomUUID()}`): PlumblineDatabase {
  const database = new PlumblineDatabase(name);
  opened.push(database);
  return database;
}

/** One case a version: what has to become of what a database of the version before holds. Append one with each version. */
const migrations: Record<number, (database: PlumblineDatabase) => Promise<void>> = {
  1: async (database) => {
    const kept = await addAlignment(database, newAlignment(), new Date('2026-03-01T10:00:00Z'));
    expect(await database.alignments.toArray()).toEqual([kept]);
  },
  2: async (database) => {
    const before = await older(database.name, 1);
    await before.table('alignments').add({ id: 'kept', resource: 'https://lessons.example/graph' });
    before.close();
    expect(await database.alignments.toArray()).toEqual([{ id: 'kept', resource: 'https://lessons.example/graph' }]);
    expect(await database.frameworks.count()).toBe(0);
  },
  3: async (database) => {
    const before = await older(database.name, 2);
    const alignment = { id: 'gone', resource: 'https://lessons.example/graph', relation: 'teaches' };
    const act = { id: 'act', at: '2026-03-01T10:00:00.000Z', what: 'Slope', resources: [], skillAlignments: [] };
    await before.table('alignments').bulkAdd([
      { ...alignment, id: 'one' },
      { ...alignment, id: 'two', relation: 'assesses' },
    ]);
    const changed = { key: 'one', revision: 2, before: { ...alignment, id: 'one' } };
    const removed = { key: 'gone', revision: 0, before: alignment };
    await before.table('undos').add({ ...act, alignments: [changed, removed] });
    await before.table('outbox').add({ id: 'r:one', registry: 'r', alignment: 'one', state: 'delivered', nextTry: 1 });
    before.close();
    expect(await database.trash.toArray()).toEqual([{ id: 'gone', alignment, at: act.at, act: 'act' }]);
    expect((await database.undos.get('act'))?.alignments).toEqual([changed, { key: 'gone', revision: 0 }]);
    expect((await database.outbox.get('r:one'))?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(Object.fromEntries((await database.counters.toArray()).map(({ id, count }) => [id, count]))).toEqual({
      alignments: 2,
      'alignments/teaches': 1,
      'alignments/assesses': 1,
      trash: 1,
      'outbox/r/delivered': 1,
    });
  },
  4: async (database) => {
    const before = await older(database.name, 3);
    const said = [{ value: 'Lesson', by: 'json-ld' }];
    const rest = { modified: '2026-03-01T10:00:00.000Z', revision: 1 };
    const addresses = Array.from({ length: 501 }, (_, number) => `https://www.lessons.example/graph/${number}/`);
    await before
      .table('resources')
      .bulkAdd(addresses.map((address, number) => ({ ...rest, address, fields: number === 0 ? { type: said } : {} })));
    before.close();
    expect(await database.labels.count()).toBe(501);
    const [first] = addresses;
    expect(await database.labels.where('plain').equals('lessons.example/graph/0').toArray()).toEqual([
      { address: first, plain: 'lessons.example/graph/0', kinds: ['Lesson'] },
    ]);
    expect(await database.views.count()).toBe(0);
    expect([await database.workLists.count(), await database.workItems.count()]).toEqual([0, 0]);
  },
};

const first = {
  alignments: 'id,resource,skill.uri',
  history: '++key,alignment',
  imports: 'framework',
  keys: 'registry',
  outbox: 'id,alignment,nextTry,registry',
  registries: 'id',
  resources: 'address',
  skillPrefixes: '',
  skillSegments: '',
  skillSpellings: '',
  skillTerms: '',
  skills: '',
};

/** The stores of each version as they were released. A line here never changes: people have databases of that shape. */
const released: Record<number, Record<string, string>> = {
  1: first,
  2: {
    ...first,
    answers: '[registry+query],used',
    branches: '[framework+node]',
    frameworks: 'id',
    pauses: 'registry',
    pins: 'uri,at',
    recents: 'uri,at',
    shelf: 'id',
    skillAlignments: 'id,object.uri,subject.uri',
    undos: 'id,at',
    identity: 'id',
    stages: 'id',
    staleSkills: '[framework+uri],uri',
  },
};
released[3] = {
  ...released[2],
  alignments: 'id,[modified+id],[relation+modified+id],resource,skill.uri',
  backups: 'id,at',
  counters: 'id',
  folders: 'registry',
  history: '++key,alignment,resource',
  outbox: 'id,[registry+state+nextTry],[state+nextTry],[uri+registry],alignment',
  trash: 'id,at',
};
released[4] = {
  ...released[3],
  labels: 'address,plain',
  views: 'id',
  workItems: 'id,[list+place],[list+state+place],address,modified',
  workLists: 'id',
};

const source = readFileSync(fileURLToPath(new URL('../../lib/store/database.ts', import.meta.url)), 'utf8');
const declared = [...source.matchAll(/this\.version\((\d+)\)/g)].map(([, version]) => Number(version));

describe('the versions', () => {
  it('count up from 1 without a gap, and the newest is the one that the code says', () => {
    expect(declared).toEqual(declared.map((_, index) => index + 1));
    expect(declared.at(-1)).toBe(databaseVersion);
    expect(openDatabase().verno).toBe(databaseVersion);
  });

  it('have each a migration case and a released shape in this test', () => {
    expect(Object.keys(migrations).map(Number)).toEqual(declared);
    expect(Object.keys(released).map(Number)).toEqual(declared);
  });

  it('open with the stores and indexes that were released', async () => {
    const database = await openDatabase().open();
    const stores = database.tables.map(({ name, schema }) => {
      const indexes = schema.indexes.map(({ src }) => src).sort();
      return [name, [schema.primKey.src, ...indexes].join(',')];
    });
    expect(Object.fromEntries(stores)).toEqual(released[databaseVersion]);
  });

  it('have the stores of the skill index as that declares them', () => {
    const { tables } = openDatabase();
    const schemas = new Map(tables.map(({ name, schema }) => [name, schema]));
    for (const [name, schema] of Object.entries(skillIndexStores)) {
      expect(schemas.get(name)?.primKey.src, name).toBe(schema);
      expect(schemas.get(name)?.indexes, name).toEqual([]);
    }
    expect(
      tables
        .filter(({ schema }) => schema.primKey.src === '')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(skillIndexStores).sort());
  });

  it.each(declared)('%i is reached with everything kept', async (version) => {
    await migrations[version]?.(openDatabase());
  });
});

describe('a database that a newer Plumbline wrote', () => {
  async function newer(): Promise<string> {
    const name = `test-${crypto.randomUUID()}`;
    const current = openDatabase(name);
    await addAlignment(current, newAlignment(), new Date('2026-03-01T10:00:00Z'));
    current.close();
    const upgraded = await raw(name, (databaseVersion + 1) * tens, (database) =>
      database.createObjectStore('fromTheFuture'),
    );
    upgraded.close();
    return name;
  }

  it('is refused with S210, for reading and for writing', async () => {
    const database = openDatabase(await newer());
    const read = await alignmentsOf(database, 'https://lessons.example/graph').catch((error: unknown) => error);
    expect(problemIn(read)?.code).toBe('S210');
    const write = await addAlignment(database, newAlignment(), new Date()).catch((error: unknown) => error);
    expect(write).toBeInstanceOf(ProblemError);
    expect(problemIn(write)?.code).toBe('S210');
  });

  it('is left as it is', async () => {
    const name = await newer();
    await openDatabase(name)
      .open()
      .catch(() => {});
    const left = await raw(name);
    expect(left.version).toBe((databaseVersion + 1) * tens);
    expect([...left.objectStoreNames]).toContain('fromTheFuture');
    const count = await new Promise((resolve) => {
      const request = left.transaction('alignments').objectStore('alignments').count();
      request.onsuccess = () => resolve(request.result);
    });
    expect(count).toBe(1);
    left.close();
  });
});

/** An open database of an older version, empty. */
function older(name: string, version: number): Promise<Dexie> {
  const database = new Dexie(name);
  database.version(version).stores(released[version] ?? {});
  return database.open();
}

function raw(
  name: string,
  version?: number,
  upgrade: (database: IDBDatabase) => void = () => {},
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
