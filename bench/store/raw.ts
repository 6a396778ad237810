/** A database as it stands, opened with nothing between it and the browser. */
export function openRaw(name: string): Promise<IDBDatabase> {
  return answered(indexedDB.open(name));
}

/** Resolves with what a request answers. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Puts rows, by the store that each belongs to, in one transaction; resolves once it is committed. */
export function putRaw(database: IDBDatabase, rows: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const transaction = database.transaction(Object.keys(rows), 'readwrite');
  for (const [store, some] of Object.entries(rows)) {
    const target = transaction.objectStore(store);
    for (const row of some) target.put(row);
  }
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The last rows of a store by an index, walked by a cursor. */
export function lastRaw(database: IDBDatabase, store: string, index: string, count: number): Promise<object[]> {
  const rows: object[] = [];
  const request = database.transaction(store).objectStore(store).index(index).openCursor(null, 'prev');
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor) rows.push(cursor.value);
      if (!cursor || rows.length === count) resolve(rows);
      else cursor.continue();
    };
  });
}
