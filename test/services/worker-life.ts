import type { DBCore, DBCoreTable, DBCoreTransaction } from 'dexie';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** What happened at a point at which a worker can be killed. */
export type Point = 'before a database call' | 'after a reading' | 'before a request' | 'after a request';

/** How a life goes. */
export type Fate = {
  /** The point, counted from 1, at which the worker dies; it never does where absent. */
  dieAt?: number;
  /** Done at each point that may be interrupted from outside, in the place of what other windows do meanwhile. */
  meanwhile?: (point: Point, count: number) => Promise<void>;
};

/** One life of the background worker: its own connection to the database, its own network, one death. */
export type WorkerLife = {
  database: PlumblineDatabase;
  fetch: typeof fetch;
  /** Settles when the worker dies. */
  death: Promise<void>;
  /** How many points it went through. */
  points(): number;
  isDead(): boolean;
};

const never = new Promise<never>(() => {});
const NativePromise = Promise;

/** Runs something as another window would: not as part of the transaction that waits for it. */
function outside(run: () => Promise<void>): Promise<void> {
  return new NativePromise((resolve, reject) => {
    setImmediate(() => void run().then(resolve, reject));
  });
}

/**
 * Begins a life over the database of a name. A killed worker's open transaction is rolled back, as browsers do, a
 * request on the wire is carried out or not, and nothing that it would have done later happens.
 */
export function beginLife(name: string, { dieAt = Number.POSITIVE_INFINITY, meanwhile }: Fate = {}): WorkerLife {
  const { promise: death, resolve: die } = deferred();
  let count = 0;
  let dead = false;
  const dies = () => {
    count += 1;
    if (count < dieAt) return false;
    dead = true;
    die();
    return true;
  };

  const database = new PlumblineDatabase(name);
  database.use({ stack: 'dbcore', name: 'death', create: (core) => mortal(core) });

  function mortal(core: DBCore): DBCore {
    return {
      ...core,
      table(store) {
        const table = core.table(store);
        const reading =
          <Request extends { trans: DBCoreTransaction }, Answer>(call: (request: Request) => Promise<Answer>) =>
          (request: Request) =>
            guarded(request.trans, () => call(request));
        return {
          ...table,
          mutate: (request) => guarded(request.trans, () => table.mutate(request)),
          get: reading((request: Parameters<DBCoreTable['get']>[0]) => table.get(request)),
          getMany: reading((request: Parameters<DBCoreTable['getMany']>[0]) => table.getMany(request)),
          query: reading((request: Parameters<DBCoreTable['query']>[0]) => table.query(request)),
          // A cursor that waits for others loses its transaction.
          openCursor: (request) => guarded(request.trans, () => table.openCursor(request), false),
          count: reading((request: Parameters<DBCoreTable['count']>[0]) => table.count(request)),
        };
      },
    };
  }

  function guarded<Answer>(transaction: DBCoreTransaction, call: () => Promise<Answer>, waits = true): Promise<Answer> {
    if (dead) return never;
    if (dies()) {
      transaction.abort();
      return never;
    }
    const at = count;
    const answer = call();
    // Others can come in between only where nothing is locked.
    if (!meanwhile || !waits || (transaction as Partial<IDBTransaction>).mode !== 'readonly') return answer;
    return answer.then((value) => outside(() => meanwhile('after a reading', at)).then(() => value));
  }

  return {
    database,
    death,
    points: () => count,
    isDead: () => dead,
    async fetch(...request) {
      if (dead || dies()) return never;
      await meanwhile?.('before a request', count);
      const response = await globalThis.fetch(...request);
      if (dead || dies()) return never;
      await meanwhile?.('after a request', count);
      return response;
    },
  };
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
