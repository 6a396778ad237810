import type { RemovedAlignment } from '../domain/removed-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { pageTitles } from './known-alignments.ts';

/** An alignment in the trash with the title of its page. */
export type TrashLine = RemovedAlignment & { title: string };

/** What was removed last, the latest first. */
export async function trashLines(database: PlumblineDatabase, limit: number): Promise<TrashLine[]> {
  const removed = await database.trash.orderBy('at').reverse().limit(limit).toArray();
  const titles = await pageTitles(
    database,
    removed.map(({ alignment }) => alignment.resource),
  );
  return removed.map((one) => ({ ...one, title: titles.get(one.alignment.resource) ?? one.alignment.resource }));
}

/** How many alignments lie in the trash, as it was counted with each write. */
export async function trashCount({ counters }: PlumblineDatabase): Promise<number> {
  return (await counters.get('trash'))?.count ?? 0;
}
