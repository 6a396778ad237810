import { starterLibrary } from '../domain/starter-library.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { countIn, deliveryCounts } from './outbox.ts';

/** What is counted of all that is kept here, in the order in which it is told. */
export const keptThings = [
  ...(['alignments', 'resources', 'skillAlignments', 'waiting', 'history', 'trash', 'registries'] as const),
  ...(['frameworks', 'pins', 'views', 'workLists', 'workItems', 'backups'] as const),
] as const;

/** Something that is counted of all that is kept here; `waiting`: deliveries that are not done yet. */
export type KeptThing = (typeof keptThings)[number];

/** How much is kept here: of each thing, how many there are altogether, and how many alignments stand elsewhere. */
export type Everything = {
  counts: Readonly<Record<KeptThing, number>>;
  total: number;
  /** Deliveries that stand at registries, as far as is known here. */
  standing: number;
  /** Whether there is a key that signs. */
  hasKey: boolean;
};

/** Counts all that the person keeps here. What comes with the extension and what is worked out of the rest is not counted. */
export async function everythingKept(database: PlumblineDatabase): Promise<Everything> {
  const deliveries = await deliveryCounts(database);
  const frameworks = await database.frameworks.filter(({ id }) => id !== starterLibrary.framework).count();
  const waiting = countIn(deliveries, { state: 'open' });
  const entries = await Promise.all(
    keptThings.map(async (thing) => {
      if (thing === 'waiting') return [thing, waiting] as const;
      if (thing === 'frameworks') return [thing, frameworks] as const;
      return [thing, await database[thing].count()] as const;
    }),
  );
  const counts = Object.fromEntries(entries) as Record<KeptThing, number>;
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  const standing = countIn(deliveries, { state: 'delivered' });
  return { counts, total, standing, hasKey: (await database.identity.get('own'))?.key !== undefined };
}
