import type { HistoryLine } from '../../lib/domain/history-line.ts';
import type { LibraryCount } from '../../lib/domain/library-counts.ts';
import type { OutboxEntry } from '../../lib/domain/outbox-entry.ts';
import type { RemovedAlignment } from '../../lib/domain/removed-alignment.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import type { UndoRecord } from '../../lib/domain/undo-record.ts';
import { countedAs } from '../../lib/store/count-changes.ts';
import type { Hand } from './hand.ts';

/** Rows of a table as they stand in IndexedDB. */
export type Rows = readonly unknown[];

/** Everything that one write of the library touches. */
export type Kept = {
  alignments: ResourceAlignment[];
  history: HistoryLine[];
  outbox: OutboxEntry[];
  counters: LibraryCount[];
  trash: RemovedAlignment[];
  undos: UndoRecord[];
  resources: { address: string }[];
};

/** Reads all of it in one transaction. */
export async function readKept(hand: Hand): Promise<Kept> {
  const tables = ['alignments', 'history', 'outbox', 'counters', 'trash', 'undos', 'resources', 'skillAlignments'];
  return (await hand.rows(...tables)) as unknown as Kept;
}

/**
 * What is torn in a library: rows that only together make a whole and of which one is missing. Empty where every write
 * is there whole or not at all.
 */
export function tornIn(kept: Kept): string[] {
  return [...tornAlignments(kept), ...tornRemovals(kept), ...tornDeliveries(kept), ...wrongCounts(kept)];
}

const writings: ReadonlySet<HistoryLine['what']> = new Set(['created', 'changed', 'imported', 'restored']);

/** Each saving of an alignment raises its revision by one and writes one line. */
function tornAlignments({ alignments, history, resources }: Kept): string[] {
  const lines = new Map<string, number>();
  for (const { alignment, what } of history)
    lines.set(alignment, (lines.get(alignment) ?? 0) + (writings.has(what) ? 1 : 0));
  const pages = new Set(resources.map(({ address }) => address));
  return alignments.flatMap(({ id, revision, resource }) => [
    ...(lines.get(id) === revision ? [] : [`alignment ${id} is of revision ${revision}, its lines ${lines.get(id)}`]),
    ...(pages.has(resource) ? [] : [`alignment ${id} is about ${resource}, which is not kept`]),
  ]);
}

/** What was removed lies in the trash, has its line, and the act that takes it back. */
function tornRemovals({ alignments, trash, history, undos }: Kept): string[] {
  const standing = new Set(alignments.map(({ id }) => id));
  const removed = new Set(history.filter(({ what }) => what === 'removed').map(({ alignment }) => alignment));
  const acts = new Set(undos.flatMap(({ alignments: changes }) => changes.map(({ key }) => key)));
  return trash.flatMap(({ id }) => [
    ...(standing.has(id) ? [`${id} stands and lies in the trash`] : []),
    ...(removed.has(id) ? [] : [`${id} lies in the trash without a line`]),
    ...(acts.has(id) ? [] : [`${id} lies in the trash and cannot be taken back`]),
  ]);
}

/** An alignment that stands is to be published in its own revision; one that does not is to be withdrawn. */
function tornDeliveries({ alignments, outbox }: Kept): string[] {
  const revisions = new Map(alignments.map(({ id, revision }) => [id, revision]));
  return outbox.flatMap(({ alignment, action, revision, state }) => {
    const standing = revisions.get(alignment);
    const isRight = action === 'publish' ? standing === revision || state === 'delivered' : standing === undefined;
    return isRight ? [] : [`${alignment} of revision ${standing} has an entry to ${action} revision ${revision}`];
  });
}

function wrongCounts(kept: Kept): string[] {
  const counts = new Map<string, number>();
  for (const [table, countsOf] of Object.entries(countedAs)) {
    for (const row of (kept as unknown as Record<string, Rows>)[table] ?? [])
      for (const id of (countsOf as (row: unknown) => string[])(row)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const said = new Map<string, number>(kept.counters.map(({ id, count }) => [id, count]));
  return [...new Set([...counts.keys(), ...said.keys()])]
    .filter((id) => (counts.get(id) ?? 0) !== (said.get(id) ?? 0))
    .map((id) => `${id} is counted ${said.get(id)} times and stands there ${counts.get(id)} times`);
}
