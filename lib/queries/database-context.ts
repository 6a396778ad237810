import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useContext } from 'react';
import type { PlumblineDatabase } from '../store/database.ts';
import { useWaiting } from './all-at-once.ts';

/** The database that a screen reads; its entrypoint provides it. Screens never write it. */
export const DatabaseContext = createContext<PlumblineDatabase | undefined>(undefined);

/** The screen's database. Throws where no entrypoint provided one. */
export function useDatabase(): PlumblineDatabase {
  const database = useContext(DatabaseContext);
  if (!database) throw new Error('no DatabaseContext above this component');
  return database;
}

/**
 * What a query answers now, and again after each change of what it read, from whatever context the change came.
 * Undefined until the first answer; a page that shows its parts all at once waits for that. A failing query throws to the nearest error boundary.
 */
export function useKept<T>(query: (database: PlumblineDatabase) => Promise<T>, dependencies: unknown[]): T | undefined {
  const database = useDatabase();
  const kept = useLiveQuery(() => query(database), dependencies);
  useWaiting(kept === undefined);
  return kept;
}
