import type { ActedFrom } from '../domain/history-line.ts';
import { ProblemError } from '../domain/problem.ts';
import { S224 } from '../domain/problems.ts';
import { trashTime } from '../domain/removed-alignment.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { TakenBack, UndoRecord } from '../domain/undo-record.ts';
import { actOf, choiceOf, type Done, discard } from './alignments.ts';
import type { PlumblineDatabase } from './database.ts';
import { forgetOrWithdraw, queueAgain } from './queue.ts';
import { restoreStatements } from './skill-alignments.ts';
import { writing } from './store-problem.ts';
import { isSaidAnew, restoreRemoved } from './trash.ts';
import { restoreWork } from './work-lists.ts';

/** How long an act can be taken back, in milliseconds: as long as what it removed lies in the trash. */
export const undoTime = trashTime;

/**
 * Takes an act back in one transaction: what it added goes, what it changed or removed returns as it was. Records that were
 * changed again since are left alone and counted. S224 where the act was taken back already or is too long ago.
 */
export function takeBack(database: PlumblineDatabase, id: string, now: Date, from?: ActedFrom): Promise<TakenBack> {
  const { resources, alignments, history, outbox, skillAlignments, undos, trash, identity, workLists, workItems } =
    database;
  const tables = [resources, alignments, history, outbox, skillAlignments, undos, trash, identity];
  return writing(database, () =>
    database.transaction('rw', [...tables, workLists, workItems], async () => {
      const act = await undos.get(id);
      if (!act) throw goneAlready();
      await undos.delete(id);
      const counted: TakenBack = { restored: 0, left: 0 };
      const done = await actOf(database, { at: now.toISOString(), from });
      await restoreChanged(database, act, done, counted);
      // Last: what the act changed or added may say what a removed one said.
      await restoreRemoved(database, removedBy(act), done, counted);
      await restorePlain(resources, act.resources, counted);
      await restoreStatements(database, act.skillAlignments, done, counted);
      await restoreWork(database, act, done.at, counted);
      return counted;
    }),
  );
}

/** Forgets acts that are too long ago to be taken back. */
export function forgetOldActs(database: PlumblineDatabase, now: Date): Promise<number> {
  return database.undos
    .where('at')
    .below(new Date(now.getTime() - undoTime).toISOString())
    .delete();
}

function removedBy({ alignments }: UndoRecord): string[] {
  return alignments.filter(({ revision }) => revision === 0).map(({ key }) => key);
}

/** Takes back what an act added or overwrote. */
async function restoreChanged(
  database: PlumblineDatabase,
  act: UndoRecord,
  done: Done,
  counted: TakenBack,
): Promise<void> {
  const changes = act.alignments.filter(({ revision }) => revision > 0);
  const standing = await database.alignments.bulkGet(changes.map(({ key }) => key));
  const added: ResourceAlignment[] = [];
  for (const [index, { key, revision, before }] of changes.entries()) {
    const current = standing[index];
    if (current?.revision !== revision || (before && (await isSaidAnew(database, before)))) {
      counted.left += 1;
      continue;
    }
    counted.restored += 1;
    if (!before) {
      added.push(current);
      continue;
    }
    const again = { ...before, modified: done.at, revision: revision + 1 };
    await database.alignments.put(again);
    await queueAgain(database, again, [], Date.parse(done.at));
    const line = { alignment: key, resource: again.resource, what: 'restored' as const, ...done };
    await database.history.add({ ...line, before: choiceOf(current), after: choiceOf(again) });
  }
  await discard(database, added, act.id, done);
  for (const { id } of added) await forgetOrWithdraw(database, id, Date.parse(done.at));
}

type PlainTable<Row> = {
  get(key: string): PromiseLike<Row | undefined>;
  put(row: Row): PromiseLike<unknown>;
  delete(key: string): PromiseLike<void>;
};

async function restorePlain<Row extends { revision: number }>(
  table: PlainTable<Row>,
  changes: readonly { key: string; revision: number; before?: Row | undefined }[],
  counted: TakenBack,
): Promise<void> {
  for (const { key, revision, before } of changes) {
    const current = await table.get(key);
    if ((current?.revision ?? 0) !== revision) counted.left += 1;
    else if (before) await table.put({ ...before, revision: Math.max(before.revision, revision) + 1 });
    else await table.delete(key);
    if ((current?.revision ?? 0) === revision) counted.restored += 1;
  }
}

function goneAlready(): ProblemError {
  return new ProblemError(S224);
}
