import type { PlumblineDatabase } from '../store/database.ts';

/** How much is kept on this device. */
export type LibrarySize = { alignments: number; pages: number; skillAlignments: number };

/** Counts what is kept. Pages are those that something is known of. */
export async function librarySize({ alignments, resources, skillAlignments }: PlumblineDatabase): Promise<LibrarySize> {
  const [kept, pages, crosswalks] = await Promise.all([alignments.count(), resources.count(), skillAlignments.count()]);
  return { alignments: kept, pages, skillAlignments: crosswalks };
}

/** Acts that can still be taken back, the latest first. */
export async function actsToTakeBack({
  undos,
}: PlumblineDatabase): Promise<{ id: string; what: string; at: string }[]> {
  const acts = await undos.orderBy('at').reverse().limit(5).toArray();
  return acts.map(({ id, what, at }) => ({ id, what, at }));
}
