import { ProblemError } from '../domain/problem.ts';
import { S230 } from '../domain/problems.ts';
import { trashTime } from '../domain/removed-alignment.ts';
import type { TakenBack, UndoRecord } from '../domain/undo-record.ts';
import { pageAddress } from '../domain/web-address.ts';
import {
  type AddedWork,
  type FoundPage,
  type WorkChange,
  type WorkChanged,
  WorkItem,
  WorkList,
  workItemId,
} from '../domain/work-list.ts';
import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';
import { alignedAmong, putItems } from './work-items.ts';

/**
 * Puts pages at the end of a list, a new one where it is named, in one transaction that is taken back as one. A page that
 * the list has is left as it is; one that is aligned already comes in as done. S230 where the list is gone.
 */
export function addWork(
  database: PlumblineDatabase,
  { list, from, pages }: AddedWork,
  now: Date,
): Promise<WorkChanged> {
  const { workLists, workItems, undos, alignments } = database;
  const at = now.toISOString();
  return writing(database, () =>
    database.transaction('rw', [workLists, workItems, undos, alignments], async () => {
      const into = 'id' in list ? await standing(database, list.id) : await newList(database, list.name, at);
      const last = await workItems.where('[list+place]').between([into.id, 0], [into.id, Infinity]).last();
      const known = new Set(await workItems.where('id').startsWith(workItemId(into.id, '')).primaryKeys());
      const fresh = eachOnce(pages).filter(({ address }) => !known.has(workItemId(into.id, address)));
      const aligned = await alignedAmong(
        database,
        fresh.map(({ address }) => address),
      );
      const first = (last?.place ?? -1) + 1;
      const items = fresh.map((page, index) =>
        WorkItem.parse({
          ...page,
          id: workItemId(into.id, page.address),
          list: into.id,
          ...(aligned.has(page.address) ? { state: 'done', aligned: true } : { state: 'open' }),
          place: first + index,
          from,
          modified: at,
          revision: 1,
        }),
      );
      await workItems.bulkAdd(items);
      const workLists = 'id' in list ? [] : [{ key: into.id, revision: into.revision }];
      const undo = await noteAct(database, {
        at,
        what: into.name,
        workLists,
        workItems: items.map(({ id, revision }) => ({ key: id, revision })),
      });
      return { undo, list: into.id, changed: items.length };
    }),
  );
}

/** Gives pages of lists another state, or takes them out, in one transaction that is taken back as one. */
export function changeWork(
  database: PlumblineDatabase,
  { items: ids, act }: WorkChange,
  now: Date,
): Promise<WorkChanged> {
  const { workItems, undos } = database;
  const at = now.toISOString();
  return writing(database, () =>
    database.transaction('rw', [workItems, undos], async () => {
      const before = (await workItems.bulkGet([...new Set(ids)])).filter((item) => item !== undefined);
      const touched = 'remove' in act ? before : before.filter(({ state }) => state !== act.state);
      if ('remove' in act) await workItems.bulkDelete(touched.map(({ id }) => id));
      else
        await putItems(
          database,
          touched.map(({ aligned: _, ...item }) => ({ ...item, state: act.state })),
          at,
        );
      const undo = await noteAct(database, {
        at,
        what: Object.entries(act).flat().join(' '),
        workItems: touched.map((item) => ({
          key: item.id,
          revision: 'remove' in act ? 0 : item.revision + 1,
          before: item,
        })),
      });
      return { undo, list: before[0]?.list ?? '', changed: touched.length };
    }),
  );
}

/** Takes a list out of sight; its pages stay for as long as that can be taken back. S230 where it is gone already. */
export function removeWorkList(database: PlumblineDatabase, id: string, now: Date): Promise<WorkChanged> {
  const { workLists, undos } = database;
  const at = now.toISOString();
  return writing(database, () =>
    database.transaction('rw', [workLists, undos], async () => {
      const before = await standing(database, id);
      const revision = before.revision + 1;
      await workLists.put({ ...before, removed: at, modified: at, revision });
      const undo = await noteAct(database, { at, what: before.name, workLists: [{ key: id, revision, before }] });
      return { undo, list: id, changed: 1 };
    }),
  );
}

/** Gives a list another name. S230 where it is gone. */
export function renameWorkList(database: PlumblineDatabase, id: string, name: string, now: Date): Promise<void> {
  const { workLists } = database;
  return writing(database, () =>
    database.transaction('rw', workLists, async () => {
      const before = await standing(database, id);
      const modified = now.toISOString();
      await workLists.put(WorkList.parse({ ...before, name, modified, revision: before.revision + 1 }));
    }),
  );
}

/**
 * Takes back what an act did to work lists, inside the caller's transaction: what it added goes, what it changed or removed
 * returns. What was changed since is left and counted, and so is a list that such pages are in.
 */
export async function restoreWork(
  database: PlumblineDatabase,
  { workItems = [], workLists = [] }: UndoRecord,
  at: string,
  counted: TakenBack,
): Promise<void> {
  const items = await database.workItems.bulkGet(workItems.map(({ key }) => key));
  const back: WorkItem[] = [];
  const gone: string[] = [];
  for (const [index, { key, revision, before }] of workItems.entries()) {
    if ((items[index]?.revision ?? 0) !== revision) counted.left += 1;
    else if (before) back.push({ ...before, revision: Math.max(before.revision, revision) });
    else gone.push(key);
  }
  await putItems(database, back, at);
  await database.workItems.bulkDelete(gone);
  counted.restored += back.length + gone.length;
  for (const { key, revision, before } of workLists) {
    const list = await database.workLists.get(key);
    const holds = !before && (await database.workItems.where('id').startsWith(workItemId(key, '')).count()) > 0;
    if (list?.revision !== revision || holds) {
      counted.left += 1;
      continue;
    }
    if (before) await database.workLists.put({ ...before, modified: at, revision: revision + 1 });
    else await database.workLists.delete(key);
    // Of a new list its pages are counted already.
    if (before) counted.restored += 1;
  }
}

/** Forgets lists that were removed longer ago than an act can be taken back, with their pages. Answers how many. */
export function sweepWorkLists(database: PlumblineDatabase, now: Date): Promise<number> {
  const { workLists, workItems } = database;
  const since = new Date(now.getTime() - trashTime).toISOString();
  return writing(database, () =>
    database.transaction('rw', [workLists, workItems], async () => {
      const old = await workLists.filter(({ removed }) => removed !== undefined && removed < since).primaryKeys();
      for (const id of old) await workItems.where('id').startsWith(workItemId(id, '')).delete();
      await workLists.bulkDelete(old);
      return old.length;
    }),
  );
}

async function newList(database: PlumblineDatabase, name: string, at: string): Promise<WorkList> {
  const list = WorkList.parse({ id: crypto.randomUUID(), name, created: at, modified: at, revision: 1 });
  await database.workLists.add(list);
  return list;
}

async function standing(database: PlumblineDatabase, id: string): Promise<WorkList> {
  const list = await database.workLists.get(id);
  if (list && list.removed === undefined) return list;
  throw new ProblemError(S230);
}

/** Pages as they are known here, each once; what is no address of a page is left out. */
function eachOnce(pages: readonly FoundPage[]): FoundPage[] {
  const each = new Map<string, FoundPage>();
  for (const page of pages) {
    const address = pageAddress(page.address);
    if (address !== undefined && !each.has(address)) each.set(address, { ...page, address });
  }
  return [...each.values()];
}

type WorkAct = Pick<UndoRecord, 'at' | 'what'> & Partial<Pick<UndoRecord, 'workLists' | 'workItems'>>;

async function noteAct({ undos }: PlumblineDatabase, act: WorkAct): Promise<string> {
  const id = crypto.randomUUID();
  await undos.add({ id, alignments: [], resources: [], skillAlignments: [], ...act });
  return id;
}
