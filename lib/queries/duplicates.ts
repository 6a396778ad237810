import type { LearningResource } from '../domain/learning-resource.ts';
import { titleOf } from '../domain/learning-resource.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** Addresses that may be one page: they come to the same plain address. */
export type DuplicateGroup = { plain: string; addresses: string[] };

/** How many labels are read before others have their turn. */
const atOnce = 2000;

/** All pages that may have been kept twice, those with the most addresses first. Reads no page itself. */
export async function duplicateGroups({ labels }: PlumblineDatabase): Promise<DuplicateGroup[]> {
  const byPlain = new Map<string, string[]>();
  for (let after = ''; ; ) {
    const some = await labels.where('address').above(after).limit(atOnce).toArray();
    for (const { address, plain } of some) {
      const same = byPlain.get(plain);
      if (same) same.push(address);
      else byPlain.set(plain, [address]);
    }
    const last = some.at(-1);
    if (!last) break;
    after = last.address;
  }
  return [...byPlain]
    .flatMap(([plain, addresses]) => (addresses.length > 1 ? [{ plain, addresses }] : []))
    .sort((one, other) => other.addresses.length - one.addresses.length || (one.plain < other.plain ? -1 : 1));
}

/** A page beside others that may be the same. */
export type ComparedPage = { address: string; title: string; modified: string; alignments: ResourceAlignment[] };

/** What is known of some pages, to compare them. Pages that are no longer known are missing. */
export async function comparedPages(
  { resources, alignments }: PlumblineDatabase,
  addresses: readonly string[],
): Promise<ComparedPage[]> {
  const [known, aligned] = await Promise.all([
    resources.bulkGet([...addresses]),
    alignments.where('resource').anyOf(addresses).toArray(),
  ]);
  return known
    .filter((one): one is LearningResource => one !== undefined)
    .map((one) => ({
      address: one.address,
      title: titleOf(one),
      modified: one.modified,
      alignments: aligned.filter(({ resource }) => resource === one.address),
    }));
}
