import type { Skill } from '../domain/skill.ts';
import { mostSkills } from './postings.ts';
import { emptySegment, indexSkill, type SegmentBuilder } from './segment-builder.ts';
import { rowsOf } from './segment-rows.ts';
import { beginSegment, goLive } from './segments.ts';
import { type Segment, type SkillPage, skillsOnPage } from './stores.ts';
import { type Change, changeInSlices } from './transactions.ts';

/** How many skills are taken at a time. */
const batchSize = 128 * skillsOnPage;

/** What adding needs besides the skills. */
export type Addition = {
  framework: string;
  replace: boolean;
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
};

/**
 * Writes skills as new segments. The last transaction makes them visible, and what they replace invisible; cut short
 * before it, what was written stays invisible until it is swept.
 */
export async function writeSkills(
  database: IDBDatabase,
  skills: Iterable<Skill> | AsyncIterable<Skill>,
  { framework, replace, onProgress, signal }: Addition,
): Promise<void> {
  const written: Segment[] = [];
  let current: { segment: Segment; builder: SegmentBuilder } | undefined;
  let done = 0;
  for await (const batch of batchesOf(skills)) {
    signal?.throwIfAborted();
    current ??= { segment: await beginSegment(database, framework), builder: emptySegment() };
    await changeInSlices(database, ['skills'], indexing(current.builder, current.segment.id, batch), signal);
    done += batch.length;
    onProgress?.(done);
    if (current.builder.count + batchSize <= mostSkills) continue;
    written.push(await finish(database, current.segment, current.builder, signal));
    current = undefined;
  }
  if (current) written.push(await finish(database, current.segment, current.builder, signal));
  signal?.throwIfAborted();
  await goLive(database, written, (old) => replace && old.framework === framework);
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

/** Indexes skills page by page. A batch is a whole number of pages, unless it is the segment's last. */
function* indexing(builder: SegmentBuilder, segment: number, batch: readonly Skill[]): Generator<Change> {
  for (let from = 0; from < batch.length; from += skillsOnPage) {
    const skills = batch.slice(from, from + skillsOnPage);
    const key = [segment, builder.count / skillsOnPage];
    for (const skill of skills) indexSkill(builder, skill);
    const put: SkillPage = skills.map((skill) => JSON.stringify(skill)).join('\n');
    yield { store: 'skills', key, put };
  }
}

/** Writes everything that searching the segment's skills needs. */
async function finish(
  database: IDBDatabase,
  segment: Segment,
  builder: SegmentBuilder,
  signal?: AbortSignal,
): Promise<Segment> {
  const stores = ['skillTerms', 'skillPrefixes', 'skillSpellings'] as const;
  await changeInSlices(database, stores, rowsOf(builder, segment.id), signal);
  return { ...segment, count: builder.count, languages: Array.from(builder.words.keys()) };
}
