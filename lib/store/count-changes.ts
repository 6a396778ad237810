import type { DBCoreMutateRequest, DBCoreMutateResponse, DBCoreTable } from 'dexie';
import { type CountedThing, deliveriesCounted, workCounted } from '../domain/library-counts.ts';
import type { OutboxEntry } from '../domain/outbox-entry.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { WorkItem } from '../domain/work-list.ts';

/** What a row of a counted table counts as. */
export const countedAs: Readonly<Record<string, (row: never) => CountedThing[]>> = {
  alignments: ({ relation }: ResourceAlignment) => ['alignments', `alignments/${relation}`],
  resources: () => ['resources'],
  skillAlignments: () => ['skillAlignments'],
  trash: () => ['trash'],
  outbox: ({ registry, state }: OutboxEntry) => [deliveriesCounted(registry, state)],
  workItems: ({ list, state }: WorkItem) => [workCounted(list, state)],
};

/** What a row counts as. */
export type CountsOf = (row: unknown) => CountedThing[];

/** By how much each count changes. */
export type CountChanges = ReadonlyMap<CountedThing, number>;

/** The rows that a write will replace or delete, as they are when it is their turn; those that are not there are undefined. */
export function replacedBy(request: DBCoreMutateRequest, table: DBCoreTable): PromiseLike<unknown[]> {
  const { trans } = request;
  if (request.type === 'add') return Promise.resolve([]);
  if (request.type === 'deleteRange') {
    const query = { index: table.schema.primaryKey, range: request.range };
    return table.query({ trans, values: true, query }).then(({ result }) => result);
  }
  return table.getMany({ trans, keys: keysOf(request, table) });
}

/** By how much each count changes. What a write could not do is not counted. */
export function changesOf(
  request: DBCoreMutateRequest,
  replaced: readonly unknown[],
  { failures }: DBCoreMutateResponse,
  table: DBCoreTable,
  countsOf: CountsOf,
): CountChanges {
  const changes = new Map<CountedThing, number>();
  const count = (row: unknown, by: number) => {
    if (row === undefined) return;
    for (const id of countsOf(row)) changes.set(id, (changes.get(id) ?? 0) + by);
  };
  if (request.type === 'deleteRange') {
    for (const row of replaced) count(row, -1);
    return changes;
  }
  const written = request.type === 'delete' ? [] : request.values;
  const keys = request.type === 'add' ? [] : keysOf(request, table);
  // One write may name a key twice: then what comes later replaces what came before.
  const standing = new Map<unknown, unknown>();
  for (let index = 0; index < Math.max(keys.length, written.length); index += 1) {
    if (Object.hasOwn(failures, index)) continue;
    const key = keys[index];
    count(standing.has(key) ? standing.get(key) : replaced[index], -1);
    count(written[index], 1);
    if (request.type !== 'add') standing.set(key, written[index]);
  }
  return changes;
}

function keysOf(request: Exclude<DBCoreMutateRequest, { type: 'deleteRange' }>, { schema }: DBCoreTable): unknown[] {
  if (request.type === 'delete') return request.keys;
  return request.keys ?? request.values.map((row) => schema.primaryKey.extractKey?.(row));
}
