import type { AlignPagesPreview, SetSkill } from '../domain/align-pages.ts';
import { titleOf } from '../domain/learning-resource.ts';
import { workCounted } from '../domain/library-counts.ts';
import { pageAddress } from '../domain/web-address.ts';
import {
  type FoundPage,
  type WorkCounts,
  type WorkItem,
  type WorkList,
  WorkState,
  workItemId,
} from '../domain/work-list.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { alignedAmong } from '../store/work-items.ts';

/** A work list with how many of its pages are in each state. */
export type KeptWorkList = WorkList & { counts: WorkCounts };

/** The work lists, the latest made first. */
export async function workLists(database: PlumblineDatabase): Promise<KeptWorkList[]> {
  const lists = (await database.workLists.toArray()).filter(({ removed }) => removed === undefined);
  const kept = await Promise.all(lists.map(async (list) => ({ ...list, counts: await countsOf(database, list.id) })));
  return kept.sort((one, other) => other.created.localeCompare(one.created));
}

async function countsOf({ counters }: PlumblineDatabase, list: string): Promise<WorkCounts> {
  const rows = await counters.bulkGet(WorkState.options.map((state) => workCounted(list, state)));
  const [open = 0, done = 0, skipped = 0] = rows.map((row) => row?.count ?? 0);
  return { open, done, skipped };
}

/** The keys of a list's pages in their order: all, or those in one state. */
export function workItemIds({ workItems }: PlumblineDatabase, list: string, state?: WorkState): Promise<string[]> {
  const some = state
    ? workItems.where('[list+state+place]').between([list, state, 0], [list, state, Infinity])
    : workItems.where('[list+place]').between([list, 0], [list, Infinity]);
  return some.primaryKeys();
}

/** A page of a list, with how many alignments it has and those that wait for the person at a registry. */
export type WorkRow = WorkItem & { alignments: number; refused: { registry: string; why: string }[] };

/** Pages of lists by key; what is no longer there is missing. */
export async function workRows(database: PlumblineDatabase, ids: readonly string[]): Promise<WorkRow[]> {
  const items = (await database.workItems.bulkGet([...ids])).filter((item) => item !== undefined);
  const registries = await database.registries.toArray();
  const names = new Map(registries.map(({ id, name }) => [id, name]));
  return Promise.all(
    items.map(async (item) => {
      const alignments = await database.alignments.where('resource').equals(item.address).primaryKeys();
      const entries = await database.outbox.where('alignment').anyOf(alignments).toArray();
      const refused = new Map<string, { registry: string; why: string }>();
      for (const { registry, state, problem } of entries) {
        if (state !== 'failed' && state !== 'paused') continue;
        refused.set(registry, { registry: names.get(registry) ?? '', why: problem?.message ?? '' });
      }
      return { ...item, alignments: alignments.length, refused: [...refused.values()] };
    }),
  );
}

/** Where a page stands in a list: itself, its number from 1, and the open pages behind and before it. */
export type WorkPlace = { item?: WorkItem; number?: number; next?: WorkItem; before?: WorkItem };

/**
 * Where a page stands in a list. `next` is the first open page behind it, else the first open one of all; of an address
 * that is not in the list it is the first open one. `before` is the page before it, whatever its state.
 */
export async function workPlace(database: PlumblineDatabase, list: string, address: string): Promise<WorkPlace> {
  const { workItems } = database;
  const item = await workItems.get(workItemId(list, address));
  const openFrom = (place: number) =>
    workItems.where('[list+state+place]').between([list, 'open', place], [list, 'open', Infinity]).first();
  if (!item) {
    const next = await openFrom(0);
    return next ? { next } : {};
  }
  const upTo = workItems.where('[list+place]').between([list, 0], [list, item.place]);
  const [behind, first, number, before] = await Promise.all([
    openFrom(item.place + 1),
    openFrom(0),
    upTo.count(),
    workItems.where('[list+place]').between([list, 0], [list, item.place]).last(),
  ]);
  const next = behind ?? (first?.id === item.id ? undefined : first);
  return { item, number: number + 1, ...(next && { next }), ...(before && { before }) };
}

/** What pages would come to in a list, before anything is written. */
export type WorkPreview = {
  /** Pages that the list does not have yet. */
  fresh: number;
  /** Those of them that are aligned already, and come in as done. */
  aligned: number;
  /** Pages that the list has. */
  known: number;
};

/** What adding pages to a list would do; without one, to a new list. */
export async function workPreview(
  database: PlumblineDatabase,
  pages: readonly FoundPage[],
  list?: string,
): Promise<WorkPreview> {
  const held = list === undefined ? [] : await workItemIds(database, list);
  const has = new Set(held);
  const addresses = pages.map(({ address }) => address);
  const fresh = addresses.filter((address) => !has.has(workItemId(list ?? '', address)));
  const aligned = await alignedAmong(database, fresh);
  return { fresh: fresh.length, aligned: aligned.size, known: addresses.length - fresh.length };
}

/** What aligning pages to skills would do. */
export async function alignPagesPreview(
  { alignments }: PlumblineDatabase,
  pages: readonly FoundPage[],
  skills: readonly SetSkill[],
): Promise<AlignPagesPreview> {
  const addresses = new Set(pages.flatMap(({ address }) => pageAddress(address) ?? []));
  const wanted = new Map(skills.map(({ skill, relation }) => [`${relation} ${skill.uri}`, { skill, relation }]));
  let standing = 0;
  for (const { skill, relation } of wanted.values()) {
    const to = await alignments.where('skill.uri').equals(skill.uri).toArray();
    const said = to.filter((one) => one.relation === relation && addresses.has(one.resource));
    standing += new Set(said.map(({ resource }) => resource)).size;
  }
  return { pages: addresses.size, fresh: addresses.size * wanted.size - standing, standing };
}

/** The alignments of all pages of a list. */
export async function alignmentsOfList(database: PlumblineDatabase, list: string): Promise<string[]> {
  const items = await database.workItems.where('[list+place]').between([list, 0], [list, Infinity]).toArray();
  const addresses = items.map(({ address }) => address);
  const ids: string[] = [];
  for (let from = 0; from < addresses.length; from += 500) {
    const some = database.alignments.where('resource').anyOf(addresses.slice(from, from + 500));
    ids.push(...(await some.primaryKeys()));
  }
  return ids;
}

/** A document that the background fetched, as it waits here; undefined once it was thrown away. */
export async function stagedDocument(
  { stages }: PlumblineDatabase,
  id: string,
): Promise<{ name: string; body: Blob } | undefined> {
  const staged = await stages.get(id);
  return staged && { name: staged.name, body: staged.body };
}

/** How many pages have an alignment that a registry refused, or that waits there for the person. */
export async function refusedIn(database: PlumblineDatabase, ids: readonly string[]): Promise<number> {
  const wanted = new Set(ids);
  const stuck = await Promise.all(
    (['failed', 'paused'] as const).map((state) =>
      database.outbox.where('[state+nextTry]').between([state, -Infinity], [state, Infinity]).primaryKeys(),
    ),
  );
  const refused = [...new Set(stuck.flat().map((key) => key.slice(key.indexOf(':') + 1)))].filter((id) =>
    wanted.has(id),
  );
  const alignments = await database.alignments.bulkGet(refused);
  return new Set(alignments.map((one) => one?.resource)).size;
}

/** Pages of lists by key, as they are kept; what is no longer there is missing. */
export async function workItemsAt({ workItems }: PlumblineDatabase, ids: readonly string[]): Promise<WorkItem[]> {
  return (await workItems.bulkGet([...ids])).filter((item) => item !== undefined);
}

/** The most sites that the browser is asked for at once: a question about more nobody reads. */
const mostOrigins = 20;

/** An address of each site that a list has open pages of, the first in the list first. */
export async function workOrigins({ workItems }: PlumblineDatabase, list: string): Promise<string[]> {
  const origins = new Map<string, string>();
  await workItems
    .where('[list+state+place]')
    .between([list, 'open', 0], [list, 'open', Infinity])
    .until(() => origins.size >= mostOrigins)
    .each(({ address }) => {
      const { origin } = new URL(address);
      if (!origins.has(origin)) origins.set(origin, address);
    });
  return [...origins.values()];
}

/** The open pages of a list, in their order. */
export async function openPagesOf({ workItems }: PlumblineDatabase, list: string): Promise<FoundPage[]> {
  const open = workItems.where('[list+state+place]').between([list, 'open', 0], [list, 'open', Infinity]);
  return (await open.toArray()).map(({ address, title }) => ({ address, ...(title !== undefined && { title }) }));
}

/** How many pages of the library are offered at most: more words narrow them down. */
const mostOffered = 500;

/** Pages of the library of which every word stands in the title or address, by address. */
export async function knownPages({ resources }: PlumblineDatabase, words: string): Promise<FoundPage[]> {
  const each = words.toLowerCase().split(/\s+/).filter(Boolean);
  const known = await resources
    .filter((resource) => {
      const said = `${titleOf(resource)} ${resource.address}`.toLowerCase();
      return each.every((word) => said.includes(word));
    })
    .limit(mostOffered)
    .toArray();
  return known.map((resource) => ({ address: resource.address, title: titleOf(resource).slice(0, 1000) }));
}
