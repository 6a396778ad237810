import { KeptFramework } from '../domain/framework.ts';
import type { Branch, TreeNode } from '../domain/skill-tree.ts';
import type { PlumblineDatabase, StaleSkill } from './database.ts';

/** How long a retired framework can be brought back, in milliseconds: one day. */
const longestRetired = 86_400_000;

/** How many rows are written or read at a time. */
const slice = 256;

/** Notes that data is about to be written under an id, so that it is found and swept should the writer die. */
export async function noteArrival(database: PlumblineDatabase, id: string, now: Date): Promise<void> {
  await database.shelf.put({ id, state: 'arriving', at: now.toISOString() });
}

/**
 * Makes frameworks visible whose data is all written, and retires what they replace, in one transaction: before it
 * everything is as it was, after it everything is new. Answers, by the new id, the ids of those that were replaced.
 */
export function settleArrivals(
  database: PlumblineDatabase,
  arrived: readonly KeptFramework[],
  now: Date,
): Promise<Map<string, string>> {
  const { frameworks, shelf } = database;
  const replaced = new Map<string, string>();
  return database.transaction('rw', frameworks, shelf, async () => {
    for (const framework of arrived) {
      const before = await frameworks.filter(({ uri }) => uri === framework.uri).first();
      if (before) {
        await retire(database, before, now);
        replaced.set(framework.id, before.id);
      }
      const enabled = before?.enabled ?? framework.enabled;
      await frameworks.put(KeptFramework.parse({ ...framework, ...(enabled !== undefined && { enabled }) }));
      await shelf.delete(framework.id);
    }
    return replaced;
  });
}

/** Takes a framework out of sight. It can be brought back for a day, or until the next release of it is retired. */
export function removeFramework(database: PlumblineDatabase, id: string, now: Date): Promise<void> {
  const { frameworks, shelf } = database;
  return database.transaction('rw', frameworks, shelf, async () => {
    const framework = await frameworks.get(id);
    if (framework) await retire(database, framework, now);
  });
}

/**
 * Brings a retired framework back. A newer release of it that is kept is retired in its turn, so that this can be taken
 * back as well. Answers false where it was swept away meanwhile.
 */
export function bringBack(database: PlumblineDatabase, id: string, now: Date): Promise<boolean> {
  const { frameworks, shelf } = database;
  return database.transaction('rw', frameworks, shelf, async () => {
    const framework = (await shelf.get(id))?.framework;
    if (!framework) return false;
    await shelf.delete(id);
    const other = await frameworks.filter(({ uri }) => uri === framework.uri).first();
    if (other) await retire(database, other, now);
    await frameworks.put(framework);
    return true;
  });
}

/** Switches a framework off or on in searches. */
export async function enableFramework(database: PlumblineDatabase, id: string, enabled: boolean): Promise<void> {
  await database.frameworks.update(id, { enabled });
}

/** Keeps one retired release of each framework: the last one. To be called inside a transaction over both tables. */
async function retire({ frameworks, shelf }: PlumblineDatabase, framework: KeptFramework, now: Date): Promise<void> {
  const earlier = await shelf.filter((one) => one.framework?.uri === framework.uri).toArray();
  await shelf.bulkPut(earlier.map(({ id, at }) => ({ id, at, state: 'dropped' as const })));
  await shelf.put({ id: framework.id, state: 'retired', framework, at: now.toISOString() });
  await frameworks.delete(framework.id);
}

/**
 * The ids of what is to be swept: what arrived in part, what was dropped, what was retired more than a day ago. The latter
 * is dropped with this, so that nobody brings back what is half gone. To be called by who alone may import.
 */
export function droppedFrameworks(database: PlumblineDatabase, now: Date): Promise<string[]> {
  const latest = new Date(now.getTime() - longestRetired).toISOString();
  const { shelf } = database;
  return database.transaction('rw', shelf, async () => {
    const dropped = await shelf.filter(({ state, at }) => state !== 'retired' || at < latest).toArray();
    await shelf.bulkPut(dropped.map(({ id, at }) => ({ id, at, state: 'dropped' as const })));
    return dropped.map(({ id }) => id);
  });
}

/** Deletes the tree and the stale skills of a framework in slices, then the note of it. The index forgets it before. */
export async function sweepFramework(database: PlumblineDatabase, id: string): Promise<void> {
  await sweepTree(database, id);
  await database.shelf.delete(id);
}

/**
 * Gives up a retired framework before its day is over, and deletes its tree and its stale skills. What the index has of it
 * goes with the next sweeping.
 */
export async function giveUpRetired(database: PlumblineDatabase, id: string): Promise<void> {
  const { shelf } = database;
  await database.transaction('rw', shelf, async () => {
    const one = await shelf.get(id);
    if (one?.state === 'retired') await shelf.put({ id, at: one.at, state: 'dropped' });
  });
  await sweepTree(database, id);
}

async function sweepTree(database: PlumblineDatabase, id: string): Promise<void> {
  for (const table of [database.branches, database.staleSkills]) {
    const rows = table.where(':id').between([id], [id, []]);
    for (let deleted = slice; deleted === slice; ) {
      const keys = await rows.clone().limit(slice).primaryKeys();
      await table.bulkDelete(keys as never);
      deleted = keys.length;
    }
  }
}

/** Writes the tree of a framework that arrives, some branches at a time. */
export async function putBranches(
  database: PlumblineDatabase,
  branches: Iterable<Branch>,
  signal?: AbortSignal,
): Promise<void> {
  await putInSlices(branches, (some) => database.branches.bulkPut(some), signal);
}

/** Writes which skills of a framework that arrives are not what they were. */
export async function putStaleSkills(
  database: PlumblineDatabase,
  stale: Iterable<StaleSkill>,
  signal?: AbortSignal,
): Promise<void> {
  await putInSlices(stale, (some) => database.staleSkills.bulkPut(some), signal);
}

/** The release of a framework that is kept, by its uri. */
export function keptRelease(database: PlumblineDatabase, uri: string): Promise<KeptFramework | undefined> {
  return database.frameworks.filter((one) => one.uri === uri).first();
}

/** Every line of a framework's tree, level by level as they are kept. */
export async function linesOf(database: PlumblineDatabase, framework: string): Promise<TreeNode[]> {
  const branches = await database.branches.where(':id').between([framework], [framework, []]).toArray();
  return branches.flatMap(({ children }) => children);
}

/** The skills that were gone from a framework already when the release that is kept came. */
export async function goneFrom(database: PlumblineDatabase, framework: string): Promise<string[]> {
  const stale = await database.staleSkills.where(':id').between([framework], [framework, []]).toArray();
  return stale.filter(({ status }) => status === 'gone').map(({ uri }) => uri);
}

async function putInSlices<Row>(
  rows: Iterable<Row>,
  put: (rows: Row[]) => PromiseLike<unknown>,
  signal?: AbortSignal,
): Promise<void> {
  let some: Row[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < slice) continue;
    signal?.throwIfAborted();
    await put(some);
    some = [];
  }
  signal?.throwIfAborted();
  if (some.length > 0) await put(some);
}
