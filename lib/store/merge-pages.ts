import type { ActedFrom } from '../domain/history-line.ts';
import { LearningResource } from '../domain/learning-resource.ts';
import type { PageMerge, PagesMerged } from '../domain/page-merge.ts';
import { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { UndoRecord } from '../domain/undo-record.ts';
import { actOf, type Done, discard } from './alignments.ts';
import type { PlumblineDatabase } from './database.ts';
import { forgetOrWithdraw, queueAgain } from './queue.ts';
import { writing } from './store-problem.ts';
import { closeWork } from './work-items.ts';

/**
 * Makes one page of several addresses in one transaction, taken back as one: alignments go to the page that stays, and of
 * two that say the same the one changed last stays, the other goes to the trash. What is known of the page that stays is
 * not touched; where nothing is, it gets what was known of the first of the others.
 */
export function mergePages(
  database: PlumblineDatabase,
  { into, from }: PageMerge,
  now: Date,
  acted?: ActedFrom,
): Promise<PagesMerged> {
  const { resources, alignments, history, outbox, undos, trash, identity, workItems } = database;
  const tables = [resources, alignments, history, outbox, undos, trash, identity, workItems];
  return writing(database, () =>
    database.transaction('rw', tables, async () => {
      const others = [...new Set(from)].filter((address) => address !== into);
      const done = await actOf(database, { at: now.toISOString(), from: acted });
      const undo = crypto.randomUUID();
      const pages = await mergeResources(database, into, others, done.at);
      const { moves, twins } = sorted(
        await alignments.where('resource').equals(into).toArray(),
        await alignments.where('resource').anyOf(others).toArray(),
      );
      await discard(database, twins, undo, done);
      for (const { id } of twins) await forgetOrWithdraw(database, id, now.getTime());
      const moved = await move(database, moves, into, done);
      if (moved.length > 0) await closeWork(database, [into], done.at);
      const changes = [
        ...moved.map(({ before, after }) => ({ key: after.id, revision: after.revision, before })),
        ...twins.map(({ id }) => ({ key: id, revision: 0 })),
      ];
      await undos.add({
        id: undo,
        at: done.at,
        what: into,
        alignments: changes,
        resources: pages,
        skillAlignments: [],
      });
      return { undo, moved: moved.length, twins: twins.length };
    }),
  );
}

/** Which of the others' alignments move, and which of all go since a newer one says the same. */
function sorted(standing: readonly ResourceAlignment[], others: readonly ResourceAlignment[]) {
  const staying = new Map(standing.map((one) => [saidOf(one), one]));
  const twins: ResourceAlignment[] = [];
  for (const one of others) {
    const twin = staying.get(saidOf(one));
    if (twin) twins.push(one.modified > twin.modified ? twin : one);
    if (!twin || one.modified > twin.modified) staying.set(saidOf(one), one);
  }
  const stays = new Set(staying.values());
  return { moves: others.filter((one) => stays.has(one)), twins };
}

/** What two alignments of one page have in common that say the same. */
function saidOf({ relation, skill }: ResourceAlignment): string {
  return `${relation} ${skill.uri}`;
}

async function move(
  database: PlumblineDatabase,
  moves: readonly ResourceAlignment[],
  into: string,
  done: Done,
): Promise<{ before: ResourceAlignment; after: ResourceAlignment }[]> {
  const moved = moves.map((before) => ({
    before,
    after: ResourceAlignment.parse({
      ...before,
      resource: into,
      modified: done.at,
      revision: before.revision + 1,
    }),
  }));
  await database.alignments.bulkPut(moved.map(({ after }) => after));
  await database.history.bulkAdd(
    moved.map(({ before, after }) => ({
      alignment: after.id,
      resource: into,
      what: 'moved' as const,
      ...done,
      movedFrom: before.resource,
    })),
  );
  for (const { after } of moved) await queueAgain(database, after, [], Date.parse(done.at));
  return moved;
}

/** Lets go of what was known of the others. Answers what the undo has to know. */
async function mergeResources(
  { resources }: PlumblineDatabase,
  into: string,
  others: readonly string[],
  at: string,
): Promise<UndoRecord['resources']> {
  const [standing, known] = await Promise.all([resources.get(into), resources.bulkGet([...others])]);
  const gone = known.filter((one) => one !== undefined);
  await resources.bulkDelete(gone.map(({ address }) => address));
  const changes = gone.map((before) => ({ key: before.address, revision: 0, before }));
  const [first] = gone;
  if (standing || !first) return changes;
  await resources.add(LearningResource.parse({ ...first, address: into, modified: at, revision: 1 }));
  return [...changes, { key: into, revision: 1 }];
}
