import { countedAs } from '../../lib/store/count-changes.ts';
import type { PlumblineDatabase } from '../../lib/store/database.ts';

/** The counts as they are kept, without those that are nought. */
export async function countsKept({ counters }: PlumblineDatabase): Promise<Record<string, number>> {
  const kept = await counters.filter(({ count }) => count !== 0).toArray();
  return Object.fromEntries(kept.map(({ id, count }) => [id, count]));
}

/** The counts as they come out row by row. */
export async function countsNow(database: PlumblineDatabase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, countsOf] of Object.entries(countedAs)) {
    for (const row of await database.table(table).toArray()) {
      for (const id of countsOf(row as never)) counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  return counts;
}
