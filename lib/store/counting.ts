import type { DBCore, DBCoreMutateRequest, DBCoreMutateResponse, DBCoreTransaction, Middleware } from 'dexie';
import { type CountedThing, deliveriesCounted, type LibraryCount } from '../domain/library-counts.ts';
import type { OutboxEntry } from '../domain/outbox-entry.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';

/** What a row of a counted table counts as. */
export const countedAs: Readonly<Record<string, (row: never) => CountedThing[]>> = {
  alignments: ({ relation }: ResourceAlignment) => ['alignments', `alignments/${relation}`],
  resources: () => ['resources'],
  skillAlignments: () => ['skillAlignments'],
  trash: () => ['trash'],
  outbox: ({ registry, state }: OutboxEntry) => [deliveriesCounted(registry, state)],
};

/** Every key (DBCoreRangeType.Any, whose enum Dexie does not export as a value). */
const everything = { type: 3 as const, lower: undefined, upper: undefined };

type CountsOf = (row: unknown) => CountedThing[];
type Changes = Map<CountedThing, number>;

/**
 * Keeps the table `counters`: each write to a counted table changes its counts in the same transaction, whoever wrote it.
 * A write that adds asks for nothing; one that puts or deletes looks at what it replaces.
 */
export const counting: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'counting',
  create: (core) => {
    // Older versions, on their way up, have no counts yet; the upgrade counts them.
    if (!core.schema.tables.some(({ name }) => name === 'counters')) return core;
    // Within one transaction the counts are read once: two writes side by side would read the same otherwise.
    const held = new WeakMap<DBCoreTransaction, PromiseLike<Map<CountedThing, number>>>();
    const counters = core.table('counters');

    const countsIn = (trans: DBCoreTransaction) => {
      const known = held.get(trans);
      if (known !== undefined) return known;
      const query = { index: counters.schema.primaryKey, range: everything };
      const read = counters
        .query({ trans, values: true, query })
        .then(({ result }) => new Map((result as LibraryCount[]).map(({ id, count }) => [id, count])));
      held.set(trans, read);
      return read;
    };

    const settle = (trans: DBCoreTransaction, changes: Changes) => {
      for (const [id, by] of changes) if (by === 0) changes.delete(id);
      if (changes.size === 0) return undefined;
      return countsIn(trans).then((counts) => {
        for (const [id, by] of changes) counts.set(id, (counts.get(id) ?? 0) + by);
        const values = [...changes.keys()].map((id) => ({ id, count: counts.get(id) ?? 0 }));
        return counters.mutate({ type: 'put', trans, values });
      });
    };

    return {
      ...core,
      transaction: (stores, mode, options) =>
        core.transaction(mode === 'readwrite' ? withCounters(stores) : stores, mode, options),
      table(name) {
        const table = core.table(name);
        const countsOf = countedAs[name] as CountsOf | undefined;
        if (!countsOf) return table;
        const replaced = (request: DBCoreMutateRequest): PromiseLike<unknown[]> => {
          const { trans } = request;
          if (request.type === 'delete') return table.getMany({ trans, keys: request.keys });
          if (request.type === 'put') {
            const keyOf = table.schema.primaryKey.extractKey ?? (() => undefined);
            return table.getMany({ trans, keys: request.keys ?? request.values.map((row) => keyOf(row)) });
          }
          if (request.type === 'add') return Promise.resolve([]);
          const query = { index: table.schema.primaryKey, range: request.range };
          return table.query({ trans, values: true, query }).then(({ result }) => result);
        };
        return {
          ...table,
          mutate: (request) => {
            const write = (before: unknown[]): Promise<DBCoreMutateResponse> =>
              table.mutate(request).then((response) => {
                const changes = changesOf(request, before, response, countsOf);
                return Promise.resolve(settle(request.trans, changes)).then(() => response);
              });
            return request.type === 'add'
              ? write([])
              : (replaced(request).then(write) as Promise<DBCoreMutateResponse>);
          },
        };
      },
    };
  },
};

function withCounters(stores: string[]): string[] {
  return stores.includes('counters') || !stores.some((store) => Object.hasOwn(countedAs, store))
    ? stores
    : [...stores, 'counters'];
}

/** By how much each count changes. What a write could not do is not counted. */
function changesOf(
  request: DBCoreMutateRequest,
  before: readonly unknown[],
  { failures }: DBCoreMutateResponse,
  countsOf: CountsOf,
): Changes {
  const changes: Changes = new Map();
  const count = (rows: readonly unknown[], by: number) => {
    for (const [index, row] of rows.entries()) {
      if (row === undefined || Object.hasOwn(failures, index)) continue;
      for (const id of countsOf(row)) changes.set(id, (changes.get(id) ?? 0) + by);
    }
  };
  count(before, -1);
  if (request.type === 'add' || request.type === 'put') count(request.values, 1);
  return changes;
}
