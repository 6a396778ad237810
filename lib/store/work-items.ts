import type { WorkItem } from '../domain/work-list.ts';
import type { PlumblineDatabase } from './database.ts';

/** How many addresses are looked up at a time. */
const atOnce = 500;

/** Pages that were just aligned are done, in every list that has them. Inside the caller's transaction. */
export async function closeWork(database: PlumblineDatabase, addresses: readonly string[], at: string): Promise<void> {
  const items = await itemsAt(database, addresses, ({ state }) => state !== 'done');
  await putItems(
    database,
    items.map((item) => ({ ...item, state: 'done', aligned: true })),
    at,
  );
}

/**
 * Pages whose last alignment is gone are open again where that had made them done. Inside the caller's transaction, after
 * the alignments went.
 */
export async function reopenWork(database: PlumblineDatabase, addresses: readonly string[], at: string): Promise<void> {
  const items = await itemsAt(database, addresses, ({ aligned }) => aligned === true);
  if (items.length === 0) return;
  const still = await alignedAmong(
    database,
    items.map(({ address }) => address),
  );
  const left = items.filter(({ address }) => !still.has(address));
  await putItems(
    database,
    left.map(({ aligned: _, ...item }) => ({ ...item, state: 'open' })),
    at,
  );
}

/** Which of some pages are aligned to anything. */
export async function alignedAmong(
  { alignments }: PlumblineDatabase,
  addresses: readonly string[],
): Promise<Set<string>> {
  const aligned = new Set<string>();
  for (let from = 0; from < addresses.length; from += atOnce) {
    const some = alignments.where('resource').anyOf(addresses.slice(from, from + atOnce));
    for (const address of await some.uniqueKeys()) aligned.add(String(address));
  }
  return aligned;
}

/** Keeps pages of lists as they are to be, each with a new revision. Inside the caller's transaction. */
export async function putItems(
  { workItems }: PlumblineDatabase,
  items: readonly WorkItem[],
  at: string,
): Promise<WorkItem[]> {
  const next = items.map((item) => ({ ...item, modified: at, revision: item.revision + 1 }));
  if (next.length > 0) await workItems.bulkPut(next);
  return next;
}

async function itemsAt(
  { workItems }: PlumblineDatabase,
  addresses: readonly string[],
  fits: (item: WorkItem) => boolean,
): Promise<WorkItem[]> {
  const found: WorkItem[] = [];
  const each = [...new Set(addresses)];
  for (let from = 0; from < each.length; from += atOnce) {
    const some = workItems.where('address').anyOf(each.slice(from, from + atOnce));
    found.push(...(await some.toArray()).filter(fits));
  }
  return found;
}
