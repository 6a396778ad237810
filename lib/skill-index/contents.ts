import type { Skill } from '../domain/skill.ts';
import { emptySegment, indexSkill, type SegmentBuilder } from './segment-builder.ts';
import { rowsOf } from './segment-rows.ts';
import type { Segment, StoreName } from './stores.ts';
import { answerOf, type Change, changeInSlices, completionOf } from './transactions.ts';

/** Most skills in one segment. It bounds the memory that building takes, and the size of one row. */
const largestSegment = 32_768;

/** How many skills or keys are taken at a time. */
const batchSize = 256;
const sweptAtOnce = 4096;

/** What adding needs besides the skills. */
export type Addition = {
  framework: string;
  replace: boolean;
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
};

/** Writes skills as new segments; the last transaction makes them visible, and what they replace invisible. */
export async function writeSkills(
  database: IDBDatabase,
  skills: Iterable<Skill> | AsyncIterable<Skill>,
  { framework, replace, onProgress, signal }: Addition,
): Promise<void> {
  const written: Segment[] = [];
  try {
    let done = 0;
    let builder = emptySegment();
    for await (const batch of batchesOf(skills)) {
      signal?.throwIfAborted();
      if (builder.count === 0) written.push(await begin(database, framework));
      const segment = written.at(-1);
      if (!segment) continue;
      await changeInSlices(database, ['skills'], indexing(builder, segment.id, batch), signal);
      done += batch.length;
      onProgress?.(done);
      if (builder.count + batchSize <= largestSegment) continue;
      await finish(database, segment, builder, signal);
      builder = emptySegment();
    }
    const last = written.at(-1);
    if (last && builder.count > 0) await finish(database, last, builder, signal);
    signal?.throwIfAborted();
  } catch (error) {
    await mark(database, 'dead', (segment) => written.some(({ id }) => id === segment.id));
    throw error;
  }
  await goLive(database, written, (old) => replace && old.framework === framework);
}

/** Makes a framework's skills invisible, in one transaction. Sweeping frees the space. */
export function dropFramework(database: IDBDatabase, framework: string): Promise<void> {
  return mark(database, 'dead', (segment) => segment.framework === framework);
}

/** Deletes the rows of dead segments, and of those whose writer died, in slices. Where it is cut short, it goes on next time. */
export async function sweep(database: IDBDatabase, signal?: AbortSignal): Promise<void> {
  await mark(database, 'dead', (segment) => segment.state === 'writing');
  const dead = (await segmentsIn(database)).filter(({ state }) => state === 'dead').map(({ id }) => id);
  if (dead.length === 0) return;
  const ids = new Set(dead);
  for (const id of dead) await sweepSkills(database, id, signal);
  for (const store of ['skillTerms', 'skillPrefixes', 'skillSpellings'] as const) {
    await sweepRows(database, store, ids, signal);
  }
  await changeInSlices(
    database,
    ['skillSegments'],
    dead.map((key) => ({ store: 'skillSegments', key, delete: true })),
    signal,
  );
}

async function* batchesOf(skills: Iterable<Skill> | AsyncIterable<Skill>): AsyncGenerator<Skill[]> {
  let batch: Skill[] = [];
  for await (const skill of skills) {
    batch.push(skill);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function* indexing(builder: SegmentBuilder, segment: number, batch: Skill[]): Generator<Change> {
  for (const skill of batch) {
    const number = builder.count;
    indexSkill(builder, skill);
    yield { store: 'skills', key: [segment, number], put: skill };
  }
}

async function begin(database: IDBDatabase, framework: string): Promise<Segment> {
  const transaction = database.transaction('skillSegments', 'readwrite');
  const completion = completionOf(transaction);
  const store = transaction.objectStore('skillSegments');
  const last = await answerOf(store.openKeyCursor(null, 'prev'));
  const segment: Segment = { id: Number(last?.key ?? 0) + 1, framework, state: 'writing', count: 0, languages: [] };
  store.add(segment, segment.id);
  await completion;
  return segment;
}

async function finish(
  database: IDBDatabase,
  segment: Segment,
  builder: SegmentBuilder,
  signal?: AbortSignal,
): Promise<void> {
  segment.count = builder.count;
  segment.languages = Array.from(builder.languages);
  await changeInSlices(
    database,
    ['skillTerms', 'skillPrefixes', 'skillSpellings'],
    rowsOf(builder, segment.id),
    signal,
  );
}

async function goLive(database: IDBDatabase, written: Segment[], replaced: (old: Segment) => boolean): Promise<void> {
  const transaction = database.transaction('skillSegments', 'readwrite');
  const completion = completionOf(transaction);
  const store = transaction.objectStore('skillSegments');
  const old = (await answerOf(store.getAll())) as Segment[];
  for (const segment of old.filter(replaced)) store.put({ ...segment, state: 'dead' }, segment.id);
  for (const segment of written) store.put({ ...segment, state: 'live' }, segment.id);
  await completion;
}

async function mark(
  database: IDBDatabase,
  state: Segment['state'],
  chosen: (segment: Segment) => boolean,
): Promise<void> {
  const transaction = database.transaction('skillSegments', 'readwrite');
  const completion = completionOf(transaction);
  const store = transaction.objectStore('skillSegments');
  const segments = (await answerOf(store.getAll())) as Segment[];
  for (const segment of segments.filter(chosen)) store.put({ ...segment, state }, segment.id);
  await completion;
}

/** Every segment, whatever its state. */
async function segmentsIn(database: IDBDatabase): Promise<Segment[]> {
  const store = database.transaction('skillSegments', 'readonly').objectStore('skillSegments');
  return (await answerOf(store.getAll())) as Segment[];
}

async function sweepSkills(database: IDBDatabase, segment: number, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const store = database.transaction('skills', 'readonly').objectStore('skills');
    const keys = await answerOf(store.getAllKeys(IDBKeyRange.bound([segment], [segment, []]), sweptAtOnce));
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) return;
    const key = IDBKeyRange.bound(first, last);
    await changeInSlices(database, ['skills'], [{ store: 'skills', key, delete: true }], signal);
  }
}

async function sweepRows(
  database: IDBDatabase,
  name: StoreName,
  segments: ReadonlySet<number>,
  signal?: AbortSignal,
): Promise<void> {
  for (let range: IDBKeyRange | null = null; ; ) {
    const store = database.transaction(name, 'readonly').objectStore(name);
    const keys = await answerOf(store.getAllKeys(range, sweptAtOnce));
    const last = keys.at(-1);
    if (last === undefined) return;
    const doomed = keys.filter((key) => Array.isArray(key) && segments.has(Number(key[1])));
    await changeInSlices(
      database,
      [name],
      doomed.map((key) => ({ store: name, key, delete: true })),
      signal,
    );
    range = IDBKeyRange.lowerBound(last, true);
  }
}
