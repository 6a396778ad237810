import { type DBCore, type DBCoreTable, type DBCoreTransaction, Dexie, type Middleware } from 'dexie';
import type { CountedThing, LibraryCount } from '../domain/library-counts.ts';
import { type CountChanges, type CountsOf, changesOf, countedAs, replacedBy } from './count-changes.ts';

/** Every key (DBCoreRangeType.Any, whose enum Dexie does not export as a value). */
const everything = { type: 3 as const, lower: undefined, upper: undefined };

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
    const counts = countsIn(core.table('counters'));
    return {
      ...core,
      transaction: (stores, mode, options) =>
        core.transaction(mode === 'readwrite' ? withCounters(stores) : stores, mode, options),
      table(name) {
        const table = core.table(name);
        if (name === 'counters') {
          return {
            ...table,
            mutate: (request) => {
              counts.forget(request.trans);
              return table.mutate(request);
            },
          };
        }
        const countsOf = countedAs[name] as CountsOf | undefined;
        if (!countsOf) return table;
        return {
          ...table,
          mutate: (request) => {
            const { trans } = request;
            // All three are asked for at once. The browser answers in this order, so what is read is what was there
            // before, whoever else writes beside this in the same transaction.
            return Dexie.Promise.all([counts.read(trans), replacedBy(request, table), table.mutate(request)] as const)
              .then(([, before, response]) =>
                counts.change(trans, changesOf(request, before, response, table, countsOf)).then(() => response),
              )
              .catch((error) => {
                // A write that is not counted must not be kept, even if its caller goes on without it.
                abort(trans);
                throw error;
              });
          },
        };
      },
    };
  },
};

/** The counts as each transaction knows them: read once, since two writes side by side would read the same otherwise. */
function countsIn(counters: DBCoreTable) {
  const held = new WeakMap<DBCoreTransaction, PromiseLike<Map<CountedThing, number>>>();
  const read = (trans: DBCoreTransaction) => {
    const known = held.get(trans);
    if (known !== undefined) return known;
    const query = { index: counters.schema.primaryKey, range: everything };
    const counts = counters
      .query({ trans, values: true, query })
      .then(({ result }) => new Map((result as LibraryCount[]).map(({ id, count }) => [id, count])));
    held.set(trans, counts);
    return counts;
  };
  return {
    read,
    /** To be called where somebody else writes the counts, such as a restored backup. */
    forget: (trans: DBCoreTransaction) => held.delete(trans),
    change: (trans: DBCoreTransaction, changes: CountChanges) =>
      read(trans).then((counts) => {
        const changed = [...changes].filter(([, by]) => by !== 0);
        for (const [id, by] of changed) counts.set(id, (counts.get(id) ?? 0) + by);
        const values = changed.map(([id]) => ({ id, count: counts.get(id) ?? 0 }));
        return values.length > 0 ? counters.mutate({ type: 'put', trans, values }) : undefined;
      }),
  };
}

function withCounters(stores: string[]): string[] {
  return stores.includes('counters') || !stores.some((store) => Object.hasOwn(countedAs, store))
    ? stores
    : [...stores, 'counters'];
}

function abort(trans: DBCoreTransaction): void {
  try {
    trans.abort();
  } catch {
    // It ended by itself.
  }
}
