import { ProblemError, problemIn } from '../domain/problem.ts';
import type { PlumblineDatabase } from './database.ts';
import { makeRoom } from './make-room.ts';

/**
 * Runs a write and turns what IndexedDB throws into what a person can read. A full disk arrives from Dexie as
 * `AbortError` with `QuotaExceededError` inside, or as the latter itself. Nothing is half-written: the transaction
 * was rolled back by then. Where the disk is full, what is kept for convenience gives way and the write is run once more.
 */
export async function writing<T>(database: PlumblineDatabase, run: () => PromiseLike<T>): Promise<T> {
  try {
    return await run().then(undefined, async (full: unknown) => {
      if (isStorageFull(full) && (await hasMadeRoom(database))) return run();
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
  if (isStorageFull(cause)) {
    return {
      code: 'S201',
      message: 'Not saved: this device’s storage is full.',
      advice: 'Your draft is kept in this window, and nothing saved before is touched. Free some space and save again.',
    };
  }
  return {
    code: 'S202',
    message: 'Not saved: the browser’s database refused the write.',
    advice: 'Your draft is kept in this window. Close other Plumbline windows and save again.',
  };
}

/** Whether an error says that the device's storage is full, by itself or inside. */
export function isStorageFull(error: unknown, depth = 0): boolean {
  if (!(error instanceof Object) || depth > 3) return false;
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return name === 'QuotaExceededError' || isStorageFull(inner, depth + 1);
}
