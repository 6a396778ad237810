import { markDead } from './segments.ts';
import type { StoreName } from './stores.ts';
import { answerOf, changeInSlices } from './transactions.ts';

/** How many keys are read at a time. */
const sweptAtOnce = 4096;

/**
 * Deletes the rows of dead segments in slices, of such as are still being written, and of such as have no token: to be
 * called by who alone may write, so that their writer has died. Cut short, it goes on where it is called again.
 */
export async function sweep(database: IDBDatabase, signal?: AbortSignal): Promise<void> {
  const dead = await markDead(database, ({ state, token }) => state === 'writing' || !token);
  if (dead.length === 0) return;
  for (const id of dead) await sweepSkills(database, id, signal);
  for (const store of ['skillTerms', 'skillPrefixes', 'skillSpellings'] as const) {
    await sweepRows(database, store, new Set(dead), signal);
  }
  await remove(database, 'skillSegments', dead, signal);
}

async function sweepSkills(database: IDBDatabase, segment: number, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const keys = await keysIn(database, 'skills', IDBKeyRange.bound([segment], [segment, []]));
    if (keys.length === 0) return;
    await remove(database, 'skills', [IDBKeyRange.bound(keys[0], keys.at(-1))], signal);
  }
}

/** Rows are kept by term and then by segment, so those of a segment are found by reading all keys, if not all rows. */
async function sweepRows(
  database: IDBDatabase,
  store: StoreName,
  segments: ReadonlySet<number>,
  signal?: AbortSignal,
): Promise<void> {
  for (let range: IDBKeyRange | undefined; ; ) {
    const keys = await keysIn(database, store, range);
    if (keys.length === 0) return;
    const doomed = keys.filter((key) => Array.isArray(key) && segments.has(Number(key[1])));
    await remove(database, store, doomed, signal);
    range = IDBKeyRange.lowerBound(keys.at(-1), true);
  }
}

function keysIn(database: IDBDatabase, store: StoreName, range?: IDBKeyRange): Promise<IDBValidKey[]> {
  return answerOf(database.transaction(store, 'readonly').objectStore(store).getAllKeys(range, sweptAtOnce));
}

function remove(
  database: IDBDatabase,
  store: StoreName,
  keys: readonly (IDBValidKey | IDBKeyRange)[],
  signal?: AbortSignal,
): Promise<void> {
  return changeInSlices(
    database,
    [store],
    keys.map((key) => ({ store, delete: key })),
    signal,
  );
}
