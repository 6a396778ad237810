import { Relation } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** How many alignments there are of each relation, as they were counted with each write. */
export async function relationCounts({ counters }: PlumblineDatabase): Promise<ReadonlyMap<Relation, number>> {
  const rows = await counters.bulkGet(Relation.options.map((relation) => `alignments/${relation}` as const));
  return new Map(Relation.options.map((relation, index) => [relation, rows[index]?.count ?? 0]));
}
