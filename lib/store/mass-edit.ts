import type { ActedFrom } from '../domain/history-line.ts';
import type { MassEdit, MassEdited } from '../domain/mass-edit.ts';
import { ResourceAlignment } from '../domain/resource-alignment.ts';
import { actOf, choiceOf, type Done, discard } from './alignments.ts';
import type { PlumblineDatabase } from './database.ts';
import { forgetOrWithdraw, queueAgain } from './queue.ts';
import { writing } from './store-problem.ts';

/**
 * Changes or removes many alignments in one transaction, taken back as one. Those that say so already, that are gone, or
 * that would say what another alignment of their page says are left as they are and counted.
 */
export function massEdit(
  database: PlumblineDatabase,
  { alignments: ids, act }: MassEdit,
  now: Date,
  from?: ActedFrom,
): Promise<MassEdited> {
  const { alignments, history, outbox, undos, trash, identity, workItems } = database;
  const tables = [alignments, history, outbox, undos, trash, identity, workItems];
  return writing(database, () =>
    database.transaction('rw', tables, async () => {
      const wanted = [...new Set(ids)];
      const standing = (await alignments.bulkGet(wanted)).filter((one) => one !== undefined);
      const done = await actOf(database, { at: now.toISOString(), from });
      const undo = crypto.randomUUID();
      const touched =
        'remove' in act
          ? await removeAll(database, standing, undo, done)
          : await changeAll(database, standing, act, done);
      const what = Object.entries(act).flat().join(' ');
      await undos.add({ id: undo, at: done.at, what, alignments: touched, resources: [], skillAlignments: [] });
      return { undo, changed: touched.length, left: wanted.length - touched.length };
    }),
  );
}

/** A record as the undo knows it. */
type Touched = { key: string; revision: number; before?: ResourceAlignment };

async function removeAll(
  database: PlumblineDatabase,
  removed: readonly ResourceAlignment[],
  undo: string,
  done: Done,
): Promise<Touched[]> {
  await discard(database, removed, undo, done);
  for (const id of await sentAmong(database, removed)) await forgetOrWithdraw(database, id, Date.parse(done.at));
  return removed.map(({ id }) => ({ key: id, revision: 0 }));
}

async function changeAll(
  database: PlumblineDatabase,
  standing: readonly ResourceAlignment[],
  change: Partial<Pick<ResourceAlignment, 'relation' | 'fit'>>,
  done: Done,
): Promise<Touched[]> {
  const pages = [...new Set(standing.map(({ resource }) => resource))];
  const said = new Set((await database.alignments.where('resource').anyOf(pages).toArray()).map(whatItSays));
  const changes: { before: ResourceAlignment; after: ResourceAlignment }[] = [];
  for (const before of standing) {
    const after = ResourceAlignment.parse({ ...before, ...change, modified: done.at, revision: before.revision + 1 });
    if (after.relation === before.relation && after.fit === before.fit) continue;
    if (after.relation !== before.relation && said.has(whatItSays(after))) continue;
    said.delete(whatItSays(before));
    said.add(whatItSays(after));
    changes.push({ before, after });
  }
  await database.alignments.bulkPut(changes.map(({ after }) => after));
  await database.history.bulkAdd(
    changes.map(({ before, after }) => ({
      alignment: after.id,
      resource: after.resource,
      what: 'changed' as const,
      ...done,
      before: choiceOf(before),
      after: choiceOf(after),
    })),
  );
  const sent = await sentAmong(
    database,
    changes.map(({ after }) => after),
  );
  for (const { after } of changes) if (sent.has(after.id)) await queueAgain(database, after, [], Date.parse(done.at));
  return changes.map(({ before, after }) => ({ key: after.id, revision: after.revision, before }));
}

/** Those that the outbox knows: most of a large library was never sent, and need not be asked for one by one. */
async function sentAmong({ outbox }: PlumblineDatabase, some: readonly ResourceAlignment[]): Promise<Set<string>> {
  const keys = await outbox
    .where('alignment')
    .anyOf(some.map(({ id }) => id))
    .primaryKeys();
  return new Set(keys.map((key) => key.slice(key.indexOf(':') + 1)));
}

/** What alignments have in common that say the same (`saysTheSame`). */
function whatItSays({ resource, relation, skill }: ResourceAlignment): string {
  return JSON.stringify([resource, relation, skill.uri]);
}
