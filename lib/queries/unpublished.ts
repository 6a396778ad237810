import { outboxId } from '../domain/outbox-entry.ts';
import { type Registry, takesAlignments } from '../domain/registry.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** How many alignments are looked at before others have their turn. */
const atOnce = 500;

/** What publishing some alignments would send. */
export type Unpublished = {
  /** Those that some registry does not have as they are now, and that are not on their way to it. */
  ids: string[];
  /** Registries that take alignments and are switched on. */
  targets: number;
};

/** Which of some alignments publishing would send. */
export async function unpublishedOf(database: PlumblineDatabase, ids: readonly string[]): Promise<Unpublished> {
  const targets = (await database.registries.toArray()).filter((one) => one.enabled && takesAlignments(one));
  if (targets.length === 0) return { ids: [], targets: 0 };
  const unsent: string[] = [];
  for (let from = 0; from < ids.length; from += atOnce)
    unsent.push(...(await unsentAmong(database, ids.slice(from, from + atOnce), targets)));
  return { ids: unsent, targets: targets.length };
}

async function unsentAmong(
  database: PlumblineDatabase,
  ids: readonly string[],
  targets: readonly Pick<Registry, 'id'>[],
): Promise<string[]> {
  const kept = (await database.alignments.bulkGet([...ids])).filter((one) => one !== undefined);
  const entries = await database.outbox.bulkGet(
    kept.flatMap(({ id }) => targets.map((registry) => outboxId(registry.id, id))),
  );
  const isMissing = (revision: number, entry: (typeof entries)[number]) => {
    if (!entry || entry.state === 'failed' || entry.action === 'withdraw') return true;
    return entry.state === 'delivered' && entry.receipt?.revision !== revision;
  };
  const unsent = kept.filter(({ revision }, index) =>
    targets.some((_, place) => isMissing(revision, entries[index * targets.length + place])),
  );
  return unsent.map(({ id }) => id);
}
