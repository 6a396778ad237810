import { ProblemError } from '../domain/problem.ts';
import { type ResourceAlignment, saysTheSame } from '../domain/resource-alignment.ts';
import type { UndoRecord } from '../domain/undo-record.ts';
import { choiceOf, forgetOrWithdraw, queueAgain } from './alignments.ts';
import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';

/** How long an act can be taken back, in milliseconds: 30 days. */
export const undoTime = 30 * 24 * 3_600_000;

/** What taking an act back did. */
export type TakenBack = {
  /** Records that are again as they were before the act. */
  restored: number;
  /** Records that somebody changed since the act, and that were left as they are. */
  left: number;
};

/**
 * Takes an act back in one transaction: what it added goes, what it changed or removed returns as it was. Records that were
 * changed again since are left alone and counted. S224 where the act was taken back already or is too long ago.
 */
export function takeBack(database: PlumblineDatabase, id: string, now: Date): Promise<TakenBack> {
  const { resources, alignments, history, outbox, skillAlignments, undos } = database;
  return writing(() =>
    database.transaction('rw', [resources, alignments, history, outbox, skillAlignments, undos], async () => {
      const act = await undos.get(id);
      if (!act) throw goneAlready();
      await undos.delete(id);
      const counted: TakenBack = { restored: 0, left: 0 };
      await restoreAlignments(database, act, now, counted);
      await restorePlain(resources, act.resources, counted);
      await restorePlain(skillAlignments, act.skillAlignments, counted);
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

async function restoreAlignments(
  database: PlumblineDatabase,
  act: UndoRecord,
  now: Date,
  counted: TakenBack,
): Promise<void> {
  const at = now.toISOString();
  const standing = await database.alignments.bulkGet(act.alignments.map(({ key }) => key));
  for (const [index, { key, revision, before }] of act.alignments.entries()) {
    const current = standing[index];
    if ((current?.revision ?? 0) !== revision || (before && (await isSaidAnew(database, before)))) {
      counted.left += 1;
      continue;
    }
    counted.restored += 1;
    const line = { alignment: key, resource: (before ?? current)?.resource ?? '', at, what: 'restored' as const };
    if (before) {
      const again: ResourceAlignment = { ...before, modified: at, revision: Math.max(before.revision, revision) + 1 };
      await database.alignments.put(again);
      const leaving = current ? [] : await database.outbox.where('alignment').equals(key).toArray();
      // What was on its way out of a registry stays there after all.
      await queueAgain(
        database,
        again,
        leaving.map(({ registry }) => registry),
        now.getTime(),
      );
      await database.history.add({ ...line, ...(current && { before: choiceOf(current) }), after: choiceOf(again) });
    } else if (current) {
      await database.alignments.delete(key);
      await forgetOrWithdraw(database, key, now.getTime());
      await database.history.add({ ...line, before: choiceOf(current) });
    }
  }
}

/** Whether another alignment says the same by now, so that this one would stand there twice. */
async function isSaidAnew({ alignments }: PlumblineDatabase, before: ResourceAlignment): Promise<boolean> {
  const others = alignments.where('resource').equals(before.resource);
  return (await others.filter((other) => other.id !== before.id && saysTheSame(other, before)).count()) > 0;
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
  return new ProblemError({
    code: 'S224',
    message: 'This was taken back already, or it is more than 30 days ago.',
    advice: 'Nothing was changed.',
  });
}
