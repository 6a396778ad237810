import type { ActedFrom } from '../domain/history-line.ts';
import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import { LearningResource } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import { S223 } from '../domain/problems.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';
import { UndoRecord } from '../domain/undo-record.ts';
import { actOf, choiceOf, discard } from './alignments.ts';
import type { PlumblineDatabase } from './database.ts';
import { forgetOrWithdraw, queueAgain } from './queue.ts';
import { statementLine } from './skill-alignments.ts';
import { writing } from './store-problem.ts';
import { closeWork } from './work-items.ts';

/** What an import is going to write, record by record, as the person agreed to it. */
export type ImportPlan = {
  /** The act, as the person is told of it. */
  what: string;
  /** Pages that are not kept yet. */
  resources: readonly LearningResourceDraft[];
  /** Alignments that are not kept yet. */
  added: readonly ResourceAlignment[];
  /** Alignments as they will be, each with what is kept now: it has to be the same still. */
  changed: readonly { before: ResourceAlignment; after: ResourceAlignment }[];
  removed: readonly ResourceAlignment[];
  /** Statements from skill to skill that are not kept yet. */
  skillAlignments: readonly SkillAlignment[];
};

/**
 * Writes an import whole or not at all: pages, alignments, history, outbox and what is needed to take it back, in one
 * transaction. S223 where one of the records that it changes was changed in another window since the plan was made.
 * Answers the id by which it is taken back.
 */
export function importAlignments(
  database: PlumblineDatabase,
  plan: ImportPlan,
  now: Date,
  from: ActedFrom = 'file',
): Promise<string> {
  const { resources, alignments, history, outbox, skillAlignments, undos, trash, identity, workItems } = database;
  const tables = [resources, alignments, history, outbox, skillAlignments, undos, trash, identity, workItems];
  const at = now.toISOString();
  const id = crypto.randomUUID();
  const touched = [...plan.changed.map(({ before }) => before), ...plan.removed];
  const pages = plan.resources.map((draft) => LearningResource.parse({ ...draft, modified: at, revision: 1 }));
  return writing(database, () =>
    database.transaction('rw', tables, async () => {
      const standing = await alignments.bulkGet(touched.map((one) => one.id));
      if (standing.some((one, index) => one?.revision !== touched[index]?.revision)) throw changedMeanwhile();
      const act = await actOf(database, { at, from });
      await resources.bulkAdd(pages);
      await alignments.bulkAdd([...plan.added]);
      await alignments.bulkPut(plan.changed.map(({ after }) => after));
      await skillAlignments.bulkAdd([...plan.skillAlignments]);
      await history.bulkAdd([
        ...plan.added.map((one) => ({ ...lineOf(one), ...act, what: 'imported' as const, after: choiceOf(one) })),
        ...plan.changed.map(({ before, after }) => ({
          ...lineOf(after),
          ...act,
          what: 'imported' as const,
          before: choiceOf(before),
          after: choiceOf(after),
        })),
        ...plan.skillAlignments.map((after) => statementLine('imported', act, { after })),
      ]);
      await discard(database, plan.removed, id, act);
      const aligned = plan.added.map(({ resource }) => resource);
      await closeWork(database, aligned, at);
      for (const { after } of plan.changed) await queueAgain(database, after, [], now.getTime());
      for (const one of plan.removed) await forgetOrWithdraw(database, one.id, now.getTime());
      await undos.add(
        UndoRecord.parse({
          id,
          at,
          what: plan.what,
          alignments: [
            ...plan.added.map((one) => ({ key: one.id, revision: one.revision })),
            ...plan.changed.map(({ before, after }) => ({ key: after.id, revision: after.revision, before })),
            ...plan.removed.map((one) => ({ key: one.id, revision: 0 })),
          ],
          resources: pages.map(({ address, revision }) => ({ key: address, revision })),
          skillAlignments: plan.skillAlignments.map((one) => ({ key: one.id, revision: one.revision })),
        }),
      );
      return id;
    }),
  );
}

function lineOf({ id, resource }: ResourceAlignment) {
  return { alignment: id, resource };
}

function changedMeanwhile(): ProblemError {
  return new ProblemError(S223);
}
