import { Dexie } from 'dexie';
import { librarySize } from '../../lib/queries/library.ts';
import { libraryPage } from '../../lib/queries/library-page.ts';
import { deliveryCounts } from '../../lib/queries/outbox.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { importAlignments } from '../../lib/store/import-alignments.ts';
import { alignmentsOf, deliveriesOf, pagesOf, planOf, registry } from './corpus.ts';
import { answered, lastRaw, openRaw, putRaw } from './raw.ts';

/** Who keeps the rows: ours, Dexie without anything of ours, or nothing but the browser. */
export const keepers = ['plumbline', 'dexie', 'floor'] as const;
export type Keeper = (typeof keepers)[number];

/** How many rows a table of the library shows at first. */
const shown = 50;

const now = new Date('2026-04-01T09:00:00.000Z');
const library = 'library';

/** The database of a name with the shape that is shipped, and nothing in it. */
async function freshDatabase(name: string): Promise<PlumblineDatabase> {
  await Dexie.delete(name);
  const database = new PlumblineDatabase(name);
  await database.open();
  return database;
}

/** How long something takes, in milliseconds. */
async function timed(run: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The rows that an import of so many alignments leaves behind, by store. */
type Rows = Record<'resources' | 'alignments' | 'history' | 'undos' | 'counters', object[]>;

const kept = new Map<number, Rows>();

/** The rows that our own import leaves, read once, so that the others write the very same. */
async function rowsAfterImport(count: number): Promise<Rows> {
  const known = kept.get(count);
  if (known) return known;
  const database = await freshDatabase('rows');
  await importAlignments(database, planOf(count), now);
  const { resources, alignments, history, undos, counters } = database;
  const rows: Rows = {
    resources: await resources.toArray(),
    alignments: await alignments.toArray(),
    history: await history.toArray(),
    undos: await undos.toArray(),
    counters: await counters.toArray(),
  };
  database.close();
  await Dexie.delete('rows');
  kept.set(count, rows);
  return rows;
}

/** Whoever imports, as many rows have to be there afterwards. */
async function checkRows(name: string, rows: Rows): Promise<void> {
  const database = await openRaw(name);
  for (const [store, some] of Object.entries(rows)) {
    const there = await answered(database.transaction(store).objectStore(store).count());
    if (there !== some.length) throw new Error(`${store} has ${there} rows instead of ${some.length}`);
  }
  database.close();
}

async function importBy(keeper: Keeper, name: string, count: number, rows: Rows): Promise<number> {
  const made = await freshDatabase(name);
  if (keeper === 'plumbline') {
    const plan = planOf(count);
    return timed(() => importAlignments(made, plan, now)).finally(() => made.close());
  }
  made.close();
  if (keeper === 'floor') {
    const raw = await openRaw(name);
    return timed(() => putRaw(raw, rows)).finally(() => raw.close());
  }
  const dexie = await new Dexie(name).open();
  const tables = Object.keys(rows);
  return timed(() =>
    dexie.transaction('rw', tables, async () => {
      for (const [table, some] of Object.entries(rows)) await dexie.table(table).bulkPut(some);
    }),
  ).finally(() => dexie.close());
}

let ours: PlumblineDatabase;
let dexie: Dexie;
let raw: IDBDatabase;
let saved = 0;

/** A save as the person makes it: a page of its own, a skill, and one registry that gets it. */
function nextSave() {
  saved += 1;
  const [alignment] = alignmentsOf(1);
  if (!alignment) throw new Error('no alignment');
  const { skill, relation, fit } = alignment;
  const [page] = pagesOf(1);
  return {
    resource: { address: `https://lessons.example/new-${saved}`, fields: page?.fields ?? {} },
    skill,
    choice: { relation, fit },
    publishTo: [registry.id],
  };
}

/** The four rows that a save is about, to be put by others. */
function nextRows() {
  saved += 1;
  const [alignment] = alignmentsOf(1);
  if (!alignment) throw new Error('no alignment');
  const id = crypto.randomUUID();
  const resource = `https://lessons.example/new-${saved}`;
  const made = { ...alignment, id, resource };
  const { relation, fit, created: at } = made;
  const [entry] = deliveriesOf([made]);
  return {
    alignments: [made],
    history: [{ alignment: id, resource, what: 'created', at, after: { relation, fit } }],
    outbox: [entry ?? {}],
    counters: [{ id: 'bench', count: saved }],
  };
}

const saves: Record<Keeper, () => Promise<unknown>> = {
  plumbline: () => addAlignment(ours, nextSave(), new Date(now.getTime() + saved)),
  dexie: () => {
    const rows = nextRows();
    return dexie.transaction('rw', Object.keys(rows), () =>
      Promise.all(Object.entries(rows).map(([table, [row]]) => dexie.table(table).put(row))),
    );
  },
  floor: () => putRaw(raw, nextRows()),
};

const pages: Record<Keeper, () => PromiseLike<unknown[]>> = {
  plumbline: () => libraryPage(ours, { limit: shown }),
  dexie: () => dexie.table('alignments').orderBy('[modified+id]').reverse().limit(shown).toArray(),
  floor: () => lastRaw(raw, 'alignments', '[modified+id]', shown),
};

const states = ['queued', 'sending', 'delivered', 'failed', 'paused', 'withdrawn'] as const;

/** What a dashboard shows: alignments, pages, statements from skill to skill, and deliveries by state. */
const counts: Record<Keeper, () => Promise<number[]>> = {
  plumbline: async () => {
    const [size, deliveries] = await Promise.all([librarySize(ours), deliveryCounts(ours)]);
    return [
      size.alignments,
      size.pages,
      size.skillAlignments,
      ...states.map((state) => deliveries.get(registry.id)?.[state] ?? 0),
    ];
  },
  dexie: () =>
    Promise.all([
      ...['alignments', 'resources', 'skillAlignments'].map((name) => dexie.table(name).count()),
      ...states.map((state) => dexie.table('outbox').where('[registry+state]').equals([registry.id, state]).count()),
    ]),
  floor: () => {
    const transaction = raw.transaction(['alignments', 'resources', 'skillAlignments', 'outbox']);
    const byState = transaction.objectStore('outbox').index('[registry+state+nextTry]');
    return Promise.all([
      ...['alignments', 'resources', 'skillAlignments'].map((name) => answered(transaction.objectStore(name).count())),
      ...states.map((state) =>
        answered(byState.count(IDBKeyRange.bound([registry.id, state], [registry.id, state, []]))),
      ),
    ]);
  },
};

/** What the driver calls in the page. Every time is in milliseconds. */
export const bench = {
  /** Imports so many alignments into an empty library. */
  async importOnce(keeper: Keeper, count: number): Promise<number> {
    const rows = await rowsAfterImport(count);
    const name = `import ${keeper}`;
    const time = await importBy(keeper, name, count, rows);
    await checkRows(name, rows);
    await Dexie.delete(name);
    return time;
  },
  /** Makes a library of so many alignments that the rest is measured in. */
  async fill(count: number): Promise<void> {
    const database = await freshDatabase(library);
    const alignments = alignmentsOf(count);
    await database.registries.add(registry);
    await database.resources.bulkAdd(pagesOf(count));
    await database.alignments.bulkAdd(alignments);
    await database.outbox.bulkAdd(deliveriesOf(alignments));
    database.close();
  },
  /** Opens the library for everybody. */
  async open(): Promise<void> {
    ours = new PlumblineDatabase(library);
    await ours.open();
    dexie = await new Dexie(library).open();
    raw = await openRaw(library);
  },
  save: (keeper: Keeper) => timed(saves[keeper]),
  firstRows: (keeper: Keeper) =>
    timed(async () => {
      const rows = await pages[keeper]();
      if (rows.length !== shown) throw new Error(`${keeper} answers ${rows.length} rows`);
    }),
  count: (keeper: Keeper) => timed(counts[keeper]),
  /** What each counts, which has to be the same. */
  counted: async (): Promise<number[][]> => Promise.all(keepers.map((keeper) => counts[keeper]())),
};

Object.defineProperty(globalThis, 'storeBench', { value: bench });
