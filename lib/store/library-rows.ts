import type { Library, LibraryTable } from '../domain/backup.ts';
import type { PlumblineDatabase } from './database.ts';

/** The tables of the database that a backup holds rows of; `settings` are no table of it. */
export const libraryTables = [
  'registries',
  'identity',
  'resources',
  'alignments',
  'skillAlignments',
  'history',
  'outbox',
  'trash',
  'undos',
  'pins',
  'recents',
  'views',
  'workLists',
  'workItems',
] as const satisfies readonly LibraryTable[];

/** How many rows are read at a time: little enough that a save in between does not wait to be felt. */
const rowsAtOnce = 500;

/** Hands out all rows of the library, some at a time. */
export type TakeRows = (table: LibraryTable, rows: readonly unknown[]) => void;

/**
 * Reads the library as it was at one moment. It is read in slices, between which others write; where somebody did, it is
 * read again, and the third time in one transaction that holds all others up. `begin` is told before each reading. Answers
 * the library's mark.
 */
export async function readLibrary(
  database: PlumblineDatabase,
  begin: () => TakeRows,
  signal: AbortSignal,
): Promise<string> {
  for (let reading = 0; reading < 2; reading += 1) {
    const mark = await markOf(database);
    await readSlices(database, begin(), signal);
    if (mark === (await markOf(database))) return mark;
  }
  const tables = [...libraryTables.map((name) => database.table(name)), database.counters];
  return database.transaction('r', tables, async () => {
    await readSlices(database, begin(), signal);
    return markOf(database);
  });
}

async function readSlices(database: PlumblineDatabase, take: TakeRows, signal: AbortSignal): Promise<void> {
  for (const name of libraryTables) {
    const table = database.table(name);
    const keyOf = (row: unknown) => (row as Record<string, string | number>)[String(table.schema.primKey.keyPath)];
    for (let rows = await table.limit(rowsAtOnce).toArray(); rows.length > 0; ) {
      signal.throwIfAborted();
      take(name, rows);
      if (rows.length < rowsAtOnce) break;
      rows = await table
        .where(':id')
        .above(keyOf(rows.at(-1)))
        .limit(rowsAtOnce)
        .toArray();
    }
  }
}

/** All rows of the library as it was at one moment, read as above. */
export async function libraryNow(database: PlumblineDatabase, signal: AbortSignal): Promise<Library> {
  let rows = new Map<LibraryTable, unknown[]>();
  const begin = () => {
    rows = new Map(libraryTables.map((name) => [name, []]));
    return (name: LibraryTable, some: readonly unknown[]) => {
      const all = rows.get(name);
      for (const row of some) all?.push(row);
    };
  };
  await readLibrary(database, begin, signal);
  return { ...Object.fromEntries(rows), settings: [] } as unknown as Library;
}

/** All rows of the library, inside the caller's transaction. */
export async function libraryHere(database: PlumblineDatabase): Promise<Library> {
  const rows = await Promise.all(libraryTables.map((name) => database.table(name).toArray()));
  const tables = libraryTables.map((name, place) => [name, rows[place] ?? []]);
  return { ...Object.fromEntries(tables), settings: [] } as Library;
}

/**
 * What tells one state of the library from another: the newest line of the history, the counts, what is pinned, which
 * registries there are and which views, and what was done last in a work list. Cheap: it reads no long table whole.
 */
export async function markOf(database: PlumblineDatabase): Promise<string> {
  const { history, counters, pins, recents, registries, identity, views, workLists, workItems } = database;
  const [newest, counts, pinned, pin, chosen, places, names, saved, lists, page] = await Promise.all([
    history.toCollection().last(),
    counters.filter(({ count }) => count !== 0).toArray(),
    pins.count(),
    pins.orderBy('at').last(),
    recents.orderBy('at').last(),
    registries.toArray(),
    identity.get('own'),
    views.toArray(),
    workLists.toArray(),
    workItems.orderBy('modified').last(),
  ]);
  return JSON.stringify([
    (newest as { key?: number } | undefined)?.key ?? 0,
    counts.map(({ id, count }) => [id, count]),
    [pinned, pin?.at, chosen?.at],
    places,
    [names?.name, names?.organisation],
    saved.map(({ id, modified }) => [id, modified]),
    [lists.map(({ id, revision }) => [id, revision]), page?.id, page?.revision],
  ]);
}

/** The number of the newest line of the history, 0 where there is none. Later lines have higher ones. */
export async function newestLine({ history }: PlumblineDatabase): Promise<number> {
  return ((await history.toCollection().last()) as { key?: number } | undefined)?.key ?? 0;
}
