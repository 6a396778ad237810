import { type DeliveryState, type OutboxEntry, outboxId } from '../domain/outbox-entry.ts';
import type { Relation, ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { pageTitles } from './known-alignments.ts';

/** A row of the library: an alignment with the title of its page and what became of it at each registry. */
export type LibraryRow = ResourceAlignment & { title: string; deliveries: OutboxEntry[] };

/**
 * What became of an alignment, in the few words of a table: `failed` waits for the person somewhere, `waiting` is on its
 * way, `published` stands at a registry, `here` is on this device alone.
 */
export const libraryStates = ['published', 'waiting', 'failed', 'here'] as const;
/** What became of an alignment at the registries, as the library narrows by it. */
export type LibraryState = (typeof libraryStates)[number];

/** Which alignments to show; what is absent lets all through. */
export type LibraryFilter = {
  relation?: Relation | undefined;
  state?: LibraryState | undefined;
  /** Text of which every word has to stand in the page's title or address, the skill or the note. */
  words?: string | undefined;
};

/** How many rows are read before others have their turn: few enough that no frame is lost to it. */
const atOnce = 500;

const deliveryStates: Record<Exclude<LibraryState, 'here'>, readonly DeliveryState[]> = {
  published: ['delivered'],
  waiting: ['queued', 'sending'],
  failed: ['failed', 'paused'],
};

/** The state by which a row is called: what needs the person goes before what goes by itself. */
export function libraryStateOf(deliveries: readonly { state: DeliveryState }[]): LibraryState {
  const order = ['failed', 'waiting', 'published'] as const;
  const has = (state: (typeof order)[number]) => deliveries.some((one) => deliveryStates[state].includes(one.state));
  return order.find(has) ?? 'here';
}

/**
 * The ids of the alignments that a filter lets through, the latest changed first. Relation and state are answered by keys
 * alone; words are looked for row by row, some hundreds at a time.
 */
export async function libraryIds(database: PlumblineDatabase, filter: LibraryFilter): Promise<string[]> {
  const { relation, state } = filter;
  const { alignments } = database;
  const all = relation
    ? alignments.where('[relation+modified+id]').between([relation], [relation, []])
    : alignments.orderBy('[modified+id]');
  const [ids, inState, saying] = await Promise.all([
    all.primaryKeys(),
    state && alignmentsIn(database, state),
    filter.words?.trim() ? alignmentsSaying(database, filter.words) : undefined,
  ]);
  const fits = (id: string) => (!inState || inState.has(id) !== (state === 'here')) && (!saying || saying.has(id));
  return (inState || saying ? ids.filter(fits) : ids).reverse();
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

/** The alignments with a delivery in a state; for `here` those with one in any other state, which are to be left out. */
async function alignmentsIn({ outbox }: PlumblineDatabase, state: LibraryState): Promise<Set<string>> {
  const states = state === 'here' ? Object.values(deliveryStates).flat() : deliveryStates[state];
  const keys = await Promise.all(
    states.map((one) => outbox.where('[state+nextTry]').between([one, -Infinity], [one, Infinity]).primaryKeys()),
  );
  return new Set(keys.flat().map((key) => key.slice(key.indexOf(':') + 1)));
}

async function alignmentsSaying(database: PlumblineDatabase, text: string): Promise<Set<string>> {
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
  return saying;
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
