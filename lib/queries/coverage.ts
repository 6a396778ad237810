import { type CoverageTally, tallyAlignment, tallyBySkill } from '../domain/coverage.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { newestLine } from '../store/library-rows.ts';

/** How many alignments are read before others have their turn: few enough that no frame is lost to it. */
const atOnce = 500;

/** How far a count is. */
export type TallyProgress = { done: number; total: number };

/** Counts all alignments that are kept here by their skills, some hundred at a time. Rejects with the signal's reason. */
export async function readTally(
  database: PlumblineDatabase,
  { signal, onProgress }: { signal: AbortSignal; onProgress?: (progress: TallyProgress) => void },
): Promise<CoverageTally> {
  const [published, count] = await Promise.all([publishedIds(database), database.counters.get('alignments')]);
  const tally: CoverageTally = new Map();
  for (let after = '', done = 0; ; ) {
    signal.throwIfAborted();
    const rows = await database.alignments.where('id').above(after).limit(atOnce).toArray();
    for (const one of rows) tallyAlignment(tally, one, published.has(one.id));
    done += rows.length;
    onProgress?.({ done, total: Math.max(count?.count ?? 0, done) });
    if (rows.length < atOnce) return tallyBySkill(tally);
    after = rows.at(-1)?.id ?? '';
  }
}

/** Changes whenever a count of alignments may have become another. Cheap: it reads no table whole. */
export async function tallyMark(database: PlumblineDatabase): Promise<string> {
  const [line, counts] = await Promise.all([newestLine(database), database.counters.toArray()]);
  return JSON.stringify([line, counts]);
}

/** The addresses of the pages that are known here and aligned to nothing, in order. Answered by keys alone. */
export async function pagesAlignedToNothing({ resources, alignments }: PlumblineDatabase): Promise<string[]> {
  const [pages, aligned] = await Promise.all([
    resources.toCollection().primaryKeys(),
    alignments.orderBy('resource').uniqueKeys(),
  ]);
  const known = new Set<unknown>(aligned);
  return pages.filter((page) => !known.has(page));
}

async function publishedIds({ outbox }: PlumblineDatabase): Promise<ReadonlySet<string>> {
  const keys = await outbox
    .where('[state+nextTry]')
    .between(['delivered', -Infinity], ['delivered', Infinity])
    .primaryKeys();
  return new Set(keys.map((key) => key.slice(key.indexOf(':') + 1)));
}
