import type { HistoryLine } from '../domain/history-line.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { type KnownAlignment, knownAlignments } from './known-alignments.ts';

/** A line of the history under its key, with its alignment where that is still known here. */
export type KeptLine = HistoryLine & { key: number; known?: KnownAlignment };

/** How many lines of one alignment are shown. */
const mostOfOne = 50;

/** The last lines of the history, the latest first. One more than `limit` says that there are more. */
export async function historyLines(database: PlumblineDatabase, limit: number): Promise<KeptLine[]> {
  const lines: KeptLine[] = [];
  await database.history
    .orderBy(':id')
    .reverse()
    .limit(limit)
    .each((line, { primaryKey }) => void lines.push({ ...line, key: primaryKey }));
  const known = await knownAlignments(
    database,
    lines.map(({ alignment }) => alignment),
  );
  return lines.map((line) => {
    const one = known.get(line.alignment);
    return { ...line, ...(one && { known: one }) };
  });
}

/** What happened to one alignment, the latest first. */
export async function historyOf({ history }: PlumblineDatabase, alignment: string): Promise<KeptLine[]> {
  const lines: KeptLine[] = [];
  await history
    .where('alignment')
    .equals(alignment)
    .reverse()
    .limit(mostOfOne)
    .each((line, { primaryKey }) => void lines.push({ ...line, key: primaryKey }));
  return lines;
}

/** An alignment as it stands now and who saved it last; without one where it was removed. */
export type StandingNow = { alignment?: ResourceAlignment; last?: HistoryLine };

/** What became of an alignment by now. */
export async function standingNow(database: PlumblineDatabase, id: string): Promise<StandingNow> {
  const [alignment, last] = await Promise.all([
    database.alignments.get(id),
    database.history
      .where('alignment')
      .equals(id)
      .reverse()
      .filter(({ from }) => from !== 'outbox')
      .first(),
  ]);
  return { ...(alignment && { alignment }), ...(last && { last }) };
}
