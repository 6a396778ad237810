import { ProblemError, problemIn } from '../domain/problem.ts';
import { S201, S202 } from '../domain/problems.ts';
import type { PlumblineDatabase } from './database.ts';
import { makeRoom } from './make-room.ts';

/**
 * Runs a write and turns what IndexedDB throws into what a person can read. A full disk arrives from Dexie as
 * `AbortError` with `QuotaExceededError` inside, or as the latter itself. Nothing is half-written: the transaction
 * was rolled back by then. Where the disk is full, what is kept for convenience gives way and the write is run once more;
 * so it is where the browser had broken the database's connection.
 */
export async function writing<T>(database: PlumblineDatabase, run: () => PromiseLike<T>): Promise<T> {
  const onceOpen = () =>
    run().then(undefined, (broken: unknown) => {
      if (!carries('InvalidStateError', broken)) throw broken;
      // Firefox breaks the connection over which a write did not fit, and the next write is the first to hear of it.
      database.close({ disableAutoOpen: false });
      return run();
    });
  try {
    return await onceOpen().then(undefined, async (full: unknown) => {
      if (isStorageFull(full) && (await hasMadeRoom(database))) return onceOpen();
      throw full;
    });
  } catch (cause) {
    throw new ProblemError(problemIn(cause) ?? problemOf(cause), { cause });
  }
}

/** A disk that is too full to delete from makes no room, and that is no problem of its own. */
async function hasMadeRoom(database: PlumblineDatabase): Promise<boolean> {
  try {
    return await makeRoom(database);
  } catch {
    return false;
  }
}

function problemOf(cause: unknown) {
  return isStorageFull(cause) ? S201 : S202;
}

/** Whether an error says that the device's storage is full, by itself or inside. */
export function isStorageFull(error: unknown): boolean {
  return carries('QuotaExceededError', error);
}

/** Whether an error is of a name, or one inside it is: Dexie wraps what IndexedDB throws as `inner`. */
function carries(wanted: string, error: unknown, depth = 0): boolean {
  if (!(error instanceof Object) || depth > 3) return false;
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return name === wanted || carries(wanted, inner, depth + 1);
}
