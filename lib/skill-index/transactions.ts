import { type StoreName, storeNames } from './stores.ts';

/** Settles with a request's result. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Settles once everything that a transaction did is kept, or rejects once none of it is. */
export function completionOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted', 'AbortError'));
  });
}

/** A transaction over all stores of the index, in which everything read is of one moment. */
export function readingTransaction(database: IDBDatabase, signal?: AbortSignal): IDBTransaction {
  signal?.throwIfAborted();
  return database.transaction(storeNames, 'readonly');
}

/** A row to put, or rows to delete. */
export type Change = { store: StoreName } & (
  | { key: IDBValidKey; put: unknown }
  | { delete: IDBValidKey | IDBKeyRange }
);

/** Longest stretch of work, in milliseconds, before the thread is free again for others. */
export const sliceTime = 8;

/**
 * Makes many changes in slices of `sliceTime`, each its own transaction, so that neither the thread nor the database
 * is held for long. What `changes` computes on the way is part of the slice; undefined changes nothing.
 */
export async function changeInSlices(
  database: IDBDatabase,
  stores: readonly StoreName[],
  changes: Iterable<Change | undefined>,
  signal?: AbortSignal,
): Promise<void> {
  const iterator = changes[Symbol.iterator]();
  let before: Promise<void> = Promise.resolve();
  for (let next = iterator.next(); !next.done; ) {
    signal?.throwIfAborted();
    const until = performance.now() + sliceTime;
    const transaction = database.transaction(stores, 'readwrite');
    const completion = completionOf(transaction);
    // Awaited below, but not where this call fails before it comes to that.
    completion.catch(() => {});
    do {
      if (next.value) make(transaction, next.value);
      next = iterator.next();
    } while (!next.done && performance.now() < until);
    // Waiting for the slice before this one frees the thread, and lets the database write while the next is computed.
    await before;
    before = completion;
  }
  await before;
}

function make(transaction: IDBTransaction, change: Change): void {
  const store = transaction.objectStore(change.store);
  if ('put' in change) store.put(change.put, change.key);
  else store.delete(change.delete);
}
