import type { DBCore, DBCoreTransaction, Middleware } from 'dexie';

/**
 * Hears of each call of the database before it is made, as `put alignments`, and says whether the worker is to come no
 * further: then the call is never made and its transaction stays open until the worker dies.
 */
export type HearCall = (call: string) => boolean;

/**
 * Lets somebody listen in on the calls of a database, which only a rehearsal of the worker's death does
 * (lib/services/rehearsal.ts): the shipped program has none of this.
 */
export function watchCalls(hear: HearCall): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'watch-calls',
    // Below the counting, whose calls are points too.
    level: 1,
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        // A transaction without a request under way would commit what it has done by then.
        const stay = (trans: DBCoreTransaction): Promise<never> =>
          table.count({ trans, query: { index: table.schema.primaryKey, range: everything } }).then(() => stay(trans));
        const heard = <Asked extends { trans: DBCoreTransaction }, Answer>(
          verb: string,
          call: (asked: Asked) => Promise<Answer>,
        ) => {
          return (asked: Asked): Promise<Answer> => (hear(`${verb} ${name}`) ? stay(asked.trans) : call(asked));
        };
        return {
          ...table,
          mutate: (asked) => (hear(`${asked.type} ${name}`) ? stay(asked.trans) : table.mutate(asked)),
          get: heard('get', (asked: Parameters<typeof table.get>[0]) => table.get(asked)),
          getMany: heard('get', (asked: Parameters<typeof table.getMany>[0]) => table.getMany(asked)),
          query: heard('query', (asked: Parameters<typeof table.query>[0]) => table.query(asked)),
          openCursor: heard('walk', (asked: Parameters<typeof table.openCursor>[0]) => table.openCursor(asked)),
          count: heard('count', (asked: Parameters<typeof table.count>[0]) => table.count(asked)),
        };
      },
    }),
  };
}

/** Every key (DBCoreRangeType.Any, whose enum Dexie does not export as a value). */
const everything = { type: 3 as const, lower: undefined, upper: undefined };
