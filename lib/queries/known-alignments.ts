import { titleOf } from '../domain/learning-resource.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** An alignment as far as it is still known here, with its page's title: it stands, or lies in the trash. */
export type KnownAlignment = { alignment: ResourceAlignment; title: string; removed: boolean };

/** What is still known of some alignments, by id. Those that were deleted for good are missing. */
export async function knownAlignments(
  database: PlumblineDatabase,
  ids: Iterable<string>,
): Promise<Map<string, KnownAlignment>> {
  const wanted = [...new Set(ids)];
  const [standing, removed] = await Promise.all([database.alignments.bulkGet(wanted), database.trash.bulkGet(wanted)]);
  const found = wanted.flatMap((_, index) => {
    const alignment = standing[index] ?? removed[index]?.alignment;
    return alignment ? [{ alignment, removed: !standing[index] }] : [];
  });
  const titles = await pageTitles(
    database,
    found.map(({ alignment }) => alignment.resource),
  );
  return new Map(
    found.map((one) => [
      one.alignment.id,
      { ...one, title: titles.get(one.alignment.resource) ?? one.alignment.resource },
    ]),
  );
}

/** The titles of pages by their address; a page of which nothing is kept is called by its address. */
export async function pageTitles(
  { resources }: PlumblineDatabase,
  addresses: Iterable<string>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(addresses)];
  const kept = await resources.bulkGet(wanted);
  return new Map(wanted.map((address, index) => [address, titleOf(kept[index] ?? { address, fields: {} })]));
}
