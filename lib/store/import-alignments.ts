import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import { LearningResource } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';
import { UndoRecord } from '../domain/undo-record.ts';
import { choiceOf, forgetOrWithdraw, queueAgain } from './alignments.ts';
import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';

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
export function importAlignments(database: PlumblineDatabase, plan: ImportPlan, now: Date): Promise<string> {
  const { resources, alignments, history, outbox, skillAlignments, undos } = database;
  const at = now.toISOString();
  const id = crypto.randomUUID();
  const touched = [...plan.changed.map(({ before }) => before), ...plan.removed];
  const pages = plan.resources.map((draft) => LearningResource.parse({ ...draft, modified: at, revision: 1 }));
  return writing(() =>
    database.transaction('rw', [resources, alignments, history, outbox, skillAlignments, undos], async () => {
      const standing = await alignments.bulkGet(touched.map((one) => one.id));
      if (standing.some((one, index) => one?.revision !== touched[index]?.revision)) throw changedMeanwhile();
      await resources.bulkAdd(pages);
      await alignments.bulkPut([...plan.added, ...plan.changed.map(({ after }) => after)]);
      await alignments.bulkDelete(plan.removed.map((one) => one.id));
      await skillAlignments.bulkAdd([...plan.skillAlignments]);
      await history.bulkAdd([
        ...plan.added.map((one) => ({ ...lineOf(one, at), what: 'imported' as const, after: choiceOf(one) })),
        ...plan.changed.map(({ before, after }) => ({
          ...lineOf(after, at),
          what: 'imported' as const,
          before: choiceOf(before),
          after: choiceOf(after),
        })),
        ...plan.removed.map((one) => ({ ...lineOf(one, at), what: 'removed' as const, before: choiceOf(one) })),
      ]);
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
            ...plan.removed.map((before) => ({ key: before.id, revision: 0, before })),
          ],
          resources: pages.map(({ address, revision }) => ({ key: address, revision })),
          skillAlignments: plan.skillAlignments.map((one) => ({ key: one.id, revision: one.revision })),
        }),
      );
      return id;
    }),
  );
}

function lineOf({ id, resource }: ResourceAlignment, at: string) {
  return { alignment: id, resource, at };
}

function changedMeanwhile(): ProblemError {
  return new ProblemError({
    code: 'S223',
    message: 'What this import would change was changed in another window meanwhile.',
    advice: 'Nothing was imported. Choose the file again: it is compared anew then.',
  });
}
