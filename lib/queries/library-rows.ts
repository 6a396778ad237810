import type { LibraryFilter } from '../domain/library-filter.ts';
import { type OutboxEntry, outboxId } from '../domain/outbox-entry.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { pageTitles } from './known-alignments.ts';
import { statesKept } from './library-states.ts';

/** A row of the library: an alignment with the title of its page and what became of it at each registry. */
export type LibraryRow = ResourceAlignment & { title: string; deliveries: OutboxEntry[] };

/** How many rows are read before others have their turn: few enough that no frame is lost to it. */
const atOnce = 500;

/** The part of a filter that keys and words answer; the rest is the ledger's (ledger.ts). */
export type KeyFilter = Pick<LibraryFilter, 'relation' | 'state' | 'words'>;

/**
 * The ids of the alignments that a filter lets through, the latest changed first. Relation and state are answered by keys
 * alone; words are looked for row by row, some hundreds at a time.
 */
export async function libraryIds(database: PlumblineDatabase, filter: KeyFilter): Promise<string[]> {
  const { relation, state, words } = filter;
  const { alignments } = database;
  const [ids, related, inState, saying] = await Promise.all([
    alignments.orderBy('[modified+id]').primaryKeys(),
    relation && alignmentsRelated(database, relation),
    state && alignmentsIn(database, state),
    words?.trim() ? alignmentsSaying(database, words) : undefined,
  ]);
  const all = [related, inState, saying].filter((one) => one !== undefined);
  return ids.filter((id) => all.every((passes) => passes(id))).reverse();
}

/** Rows by id, each with the title of its page and its deliveries. What is no longer kept is missing. */
export async function libraryRows(database: PlumblineDatabase, ids: readonly string[]): Promise<LibraryRow[]> {
  const [kept, targets] = await Promise.all([
    database.alignments.bulkGet([...ids]),
    database.registries.toCollection().primaryKeys(),
  ]);
  return withDeliveries(
    database,
    kept.filter((one) => one !== undefined),
    targets,
  );
}

/** Alignments as rows of the library: with titles and deliveries. */
export async function withDeliveries(
  database: PlumblineDatabase,
  kept: readonly ResourceAlignment[],
  targets: readonly string[],
): Promise<LibraryRow[]> {
  const [titles, entries] = await Promise.all([
    pageTitles(
      database,
      kept.map(({ resource }) => resource),
    ),
    // By key, since an index would be gone through row by row.
    database.outbox.bulkGet(kept.flatMap(({ id }) => targets.map((registry) => outboxId(registry, id)))),
  ]);
  return kept.map((alignment, index) => ({
    ...alignment,
    title: titles.get(alignment.resource) ?? alignment.resource,
    deliveries: entries
      .slice(index * targets.length, (index + 1) * targets.length)
      .filter((entry) => entry !== undefined),
  }));
}

/** Says whether an alignment passes. */
type Passes = (id: string) => boolean;

async function alignmentsRelated({ alignments }: PlumblineDatabase, relations: readonly string[]): Promise<Passes> {
  const keys = await Promise.all(
    relations.map((one) => alignments.where('[relation+modified+id]').between([one], [one, []]).primaryKeys()),
  );
  const ids = new Set(keys.flat());
  return (id) => ids.has(id);
}

async function alignmentsIn(database: PlumblineDatabase, states: readonly string[]): Promise<Passes> {
  const stateOf = await statesKept(database);
  return (id) => states.includes(stateOf.get(id) ?? 'here');
}

async function alignmentsSaying(database: PlumblineDatabase, text: string): Promise<Passes> {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const { resources, alignments } = database;
  const pages = new Map<string, string>();
  await eachSlice(
    (after) => resources.where('address').above(after).limit(atOnce).toArray(),
    ({ address }) => address,
    ({ address, fields }) => pages.set(address, folded(fields.title?.[0]?.value ?? '')),
  );
  const saying = new Set<string>();
  await eachSlice(
    (after) => alignments.where('id').above(after).limit(atOnce).toArray(),
    ({ id }) => id,
    ({ id, resource, skill, note }) => {
      const said = [skill.code, skill.name, skill.statement, skill.framework?.name, note, resource];
      const all = `${folded(said.filter(Boolean).join('\n'))}\n${pages.get(resource) ?? ''}`;
      if (words.every((word) => all.includes(word))) saying.add(id);
    },
  );
  return (id) => saying.has(id);
}

/** Small letters without the marks above and below them, so that nobody has to type those. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

async function eachSlice<Row>(
  sliceAfter: (key: string) => PromiseLike<Row[]>,
  keyOf: (row: Row) => string,
  take: (row: Row) => void,
): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await sliceAfter(after);
    rows.forEach(take);
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = keyOf(last);
  }
}
