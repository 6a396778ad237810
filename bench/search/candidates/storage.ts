/** Settles with a request's result. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Puts one value under a key, or several, in one transaction. */
export function keep(database: IDBDatabase, values: Iterable<readonly [IDBValidKey, unknown]>, store = 'kept') {
  const transaction = database.transaction(store, 'readwrite');
  for (const [key, value] of values) transaction.objectStore(store).put(value, key);
  return new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** What was put under a key. */
export function kept<T>(database: IDBDatabase, key: IDBValidKey): Promise<T> {
  return answered(database.transaction('kept').objectStore('kept').get(key));
}
