import type { ActedFrom } from '../domain/history-line.ts';
import { type Erasure, trashTime } from '../domain/removed-alignment.ts';
import { type ResourceAlignment, saysTheSame } from '../domain/resource-alignment.ts';
import type { TakenBack } from '../domain/undo-record.ts';
import { actOf, choiceOf, type Done } from './alignments.ts';
import type { PlumblineDatabase } from './database.ts';
import { queueReturned } from './queue.ts';
import { writing } from './store-problem.ts';
import { closeWork } from './work-items.ts';

/**
 * Brings alignments back out of the trash in one transaction, and on their way to where they stood. One that is said anew
 * by now, or that is no longer in the trash, is left and counted.
 */
export function restoreAlignments(
  database: PlumblineDatabase,
  ids: readonly string[],
  now: Date,
  from?: ActedFrom,
): Promise<TakenBack> {
  const { alignments, history, outbox, trash, identity, workItems } = database;
  return writing(database, () =>
    database.transaction('rw', [alignments, history, outbox, trash, identity, workItems], async () => {
      const counted: TakenBack = { restored: 0, left: 0 };
      await restoreRemoved(database, ids, await actOf(database, { at: now.toISOString(), from }), counted);
      return counted;
    }),
  );
}

/** Brings alignments back out of the trash, inside the caller's transaction. */
export async function restoreRemoved(
  database: PlumblineDatabase,
  ids: readonly string[],
  done: Done,
  counted: TakenBack,
): Promise<void> {
  const removed = await database.trash.bulkGet([...ids]);
  const standing = await database.alignments.bulkGet([...ids]);
  for (const [index, one] of removed.entries()) {
    if (!one || standing[index] || (await isSaidAnew(database, one.alignment))) {
      counted.left += 1;
      continue;
    }
    counted.restored += 1;
    // Higher than what any window saw of it before it was removed.
    const again = { ...one.alignment, modified: done.at, revision: one.alignment.revision + 1 };
    await database.alignments.put(again);
    await database.trash.delete(one.id);
    await queueReturned(database, again, Date.parse(done.at));
    await closeWork(database, [again.resource], done.at);
    const line = { alignment: again.id, resource: again.resource, what: 'restored' as const, ...done };
    await database.history.add({ ...line, after: choiceOf(again) });
  }
}

/** Whether another alignment stands that says the same, so that this one would stand there twice. */
export async function isSaidAnew({ alignments }: PlumblineDatabase, before: ResourceAlignment): Promise<boolean> {
  const others = alignments.where('resource').equals(before.resource);
  return (await others.filter((other) => other.id !== before.id && saysTheSame(other, before)).count()) > 0;
}

/** Empties the trash of what was removed more than 30 days ago. Answers of how many alignments. */
export function sweepTrash(database: PlumblineDatabase, now: Date): Promise<number> {
  const since = new Date(now.getTime() - trashTime).toISOString();
  return writing(database, () => database.trash.where('at').below(since).delete());
}

/**
 * Deletes alignments of the trash for good, in one transaction. What they leave at registries is still withdrawn; what
 * waited to come back to one is forgotten. Taking their removal back counts them as left. Answers of how many.
 */
export function eraseRemoved(
  database: PlumblineDatabase,
  erasure: Erasure,
  now: Date,
  from?: ActedFrom,
): Promise<number> {
  const { history, outbox, trash, identity } = database;
  return writing(database, () =>
    database.transaction('rw', [history, outbox, trash, identity], async () => {
      const erased = await ('until' in erasure
        ? trash.where('at').belowOrEqual(erasure.until)
        : trash.where('id').anyOf(erasure.alignments)
      ).toArray();
      const ids = erased.map(({ id }) => id);
      await trash.bulkDelete(ids);
      await outbox
        .where('alignment')
        .anyOf(ids)
        .filter(({ state }) => state === 'withdrawn')
        .delete();
      const done = await actOf(database, { at: now.toISOString(), from });
      await history.bulkAdd(
        erased.map(({ id, alignment }) => ({
          alignment: id,
          resource: alignment.resource,
          what: 'erased' as const,
          ...done,
        })),
      );
      return erased.length;
    }),
  );
}
