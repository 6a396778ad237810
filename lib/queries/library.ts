import type { PlumblineDatabase } from '../store/database.ts';

/** How much is kept on this device. */
export type LibrarySize = { alignments: number; pages: number; skillAlignments: number };

/** How much is kept, as it was counted with each write. Pages are those that something is known of. */
export async function librarySize({ counters }: PlumblineDatabase): Promise<LibrarySize> {
  const [alignments, pages, skillAlignments] = await counters.bulkGet(['alignments', 'resources', 'skillAlignments']);
  return {
    alignments: alignments?.count ?? 0,
    pages: pages?.count ?? 0,
    skillAlignments: skillAlignments?.count ?? 0,
  };
}

/** Acts that can still be taken back, the latest first. */
export async function actsToTakeBack({
  undos,
}: PlumblineDatabase): Promise<{ id: string; what: string; at: string }[]> {
  const acts = await undos.orderBy('at').reverse().limit(5).toArray();
  return acts.map(({ id, what, at }) => ({ id, what, at }));
}
