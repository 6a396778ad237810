import { type OutboxEntry, outboxId } from '../domain/outbox-entry.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { pageTitles } from './known-alignments.ts';

/** A row of the library: an alignment with the title of its page and what became of it at each registry. */
export type LibraryRow = ResourceAlignment & { title: string; deliveries: OutboxEntry[] };

/** Where a page of the library begins: behind this row. */
export type LibraryPlace = Pick<ResourceAlignment, 'id' | 'modified'>;

/**
 * A page of the library, the latest changed first; of those changed in one moment each comes once, whichever page it is on.
 * However large the library is, no more rows are read than are asked for.
 */
export async function libraryPage(
  database: PlumblineDatabase,
  { before, limit }: { before?: LibraryPlace | undefined; limit: number },
): Promise<LibraryRow[]> {
  const { alignments, registries } = database;
  const all = before
    ? alignments.where('[modified+id]').below([before.modified, before.id])
    : alignments.orderBy('[modified+id]');
  const [page, targets] = await Promise.all([
    all.reverse().limit(limit).toArray(),
    registries.toCollection().primaryKeys(),
  ]);
  const [titles, entries] = await Promise.all([
    pageTitles(
      database,
      page.map(({ resource }) => resource),
    ),
    // By key, since an index would be gone through row by row.
    database.outbox.bulkGet(page.flatMap(({ id }) => targets.map((registry) => outboxId(registry, id)))),
  ]);
  return page.map((alignment, index) => ({
    ...alignment,
    title: titles.get(alignment.resource) ?? alignment.resource,
    deliveries: entries
      .slice(index * targets.length, (index + 1) * targets.length)
      .filter((entry) => entry !== undefined),
  }));
}
