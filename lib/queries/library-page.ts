import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { type LibraryRow, withDeliveries } from './library-rows.ts';

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
  return withDeliveries(database, page, targets);
}
