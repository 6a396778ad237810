import type { Segment } from './stores.ts';
import { answerOf, completionOf } from './transactions.ts';

/** Enters a new segment, to be written under a number that no other has. */
export async function beginSegment(database: IDBDatabase, framework: string): Promise<Segment> {
  const token = crypto.randomUUID();
  const segment: Segment = { id: 1, token, framework, state: 'writing', count: 0, languages: [] };
  await changeSegments(database, (segments, put) => {
    segment.id = 1 + Math.max(0, ...segments.map(({ id }) => id));
    put(segment);
  });
  return segment;
}

/** Makes written segments visible, and invisible what they replace, in one transaction. */
export function goLive(
  database: IDBDatabase,
  written: readonly Segment[],
  replaced: (old: Segment) => boolean,
): Promise<void> {
  return changeSegments(database, (segments, put) => {
    for (const segment of segments.filter(replaced)) put({ ...segment, state: 'dead' });
    for (const segment of written) put({ ...segment, state: 'live' });
  });
}

/** Makes the chosen segments invisible for good, in one transaction, and answers the ids of all that are. */
export async function markDead(database: IDBDatabase, chosen: (segment: Segment) => boolean): Promise<number[]> {
  let dead: number[] = [];
  await changeSegments(database, (segments, put) => {
    for (const segment of segments.filter(chosen)) put({ ...segment, state: 'dead' });
    dead = segments.filter((segment) => segment.state === 'dead' || chosen(segment)).map(({ id }) => id);
  });
  return dead;
}

async function changeSegments(
  database: IDBDatabase,
  change: (segments: Segment[], put: (segment: Segment) => void) => void,
): Promise<void> {
  const transaction = database.transaction('skillSegments', 'readwrite');
  const completion = completionOf(transaction);
  // Awaited below, but not where reading fails before it comes to that.
  completion.catch(() => {});
  const store = transaction.objectStore('skillSegments');
  change(await answerOf(store.getAll()), (segment) => store.put(segment, segment.id));
  await completion;
}
