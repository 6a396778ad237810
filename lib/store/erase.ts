import type { PlumblineDatabase } from './database.ts';
import { writing } from './store-problem.ts';

/**
 * Empties every table in one transaction: all is erased or nothing. `keepIdentity` leaves who signs here, with the key.
 * Whoever wants to go on writing makes sure before that nobody else does.
 */
export function eraseEverything(
  database: PlumblineDatabase,
  { keepIdentity }: { keepIdentity: boolean },
): Promise<void> {
  const { tables, identity, counters } = database;
  const erased = tables.filter((table) => !(keepIdentity && table.name === identity.name));
  return writing(database, () =>
    database.transaction('rw', tables, async () => {
      for (const table of erased) await table.clear();
      // Emptying a table that is counted writes counts of nothing.
      await counters.clear();
    }),
  );
}
