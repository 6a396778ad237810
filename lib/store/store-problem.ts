import { ProblemError, problemIn } from '../domain/problem.ts';

/**
 * Runs a write and turns what IndexedDB throws into what a person can read. A full disk arrives from Dexie as
 * `AbortError` with `QuotaExceededError` inside, or as the latter itself. Nothing is half-written: the transaction
 * was rolled back by then.
 */
export async function writing<T>(run: () => PromiseLike<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw new ProblemError(problemIn(cause) ?? problemOf(cause), { cause });
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
