import type { Skill } from '../domain/skill.ts';
import { type Found, liveSegments, lookUp, lookUpAll } from './lookup.ts';
import { type QueryReading, readingsOf } from './query.ts';
import { type Candidate, type Ranking, rank } from './score.ts';
import { lookUpCorrected } from './spelling.ts';
import type { Segment } from './stores.ts';
import { answerOf, readingTransaction } from './transactions.ts';

/** A skill that answers a query. */
export type SkillHit = {
  skill: Skill;
  /** From 0 to 1; above 0.5 where the skill has every word, 1 where the query is its address. */
  score: number;
  /** The framework under which the skill was added. */
  framework: string;
};

/** What is searched for, and where. */
export type SkillSearch = { limit: number; frameworks?: readonly string[]; signal?: AbortSignal };

/** Candidates beyond the limit, to stand in for skills that are there twice. */
const spare = 32;

type Reading = { transaction: IDBTransaction; segments: ReadonlyMap<number, Segment>; limit: number };

/** Searches in one reading transaction, which sees the index as it is at this moment. */
export async function searchSkills(
  database: IDBDatabase,
  query: string,
  { limit, frameworks, signal }: SkillSearch,
): Promise<SkillHit[]> {
  const readings = readingsOf(query);
  if (readings.length === 0 || limit < 1) return [];
  const transaction = readingTransaction(database, signal);
  const abort = () => transaction.abort();
  signal?.addEventListener('abort', abort);
  try {
    const segments = await liveSegments(transaction, frameworks);
    if (segments.size === 0) return [];
    return await hitsOf(
      { transaction, segments, limit },
      await ranked({ transaction, segments, limit }, readings),
      query.trim(),
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** The first reading of the query that finds something whole, or what the last one found in part. */
async function ranked(reading: Reading, readings: readonly QueryReading[]): Promise<Candidate[]> {
  let ranking: Ranking = { candidates: [], complete: 0 };
  for (const words of readings) {
    ranking = await rankReading(reading, words);
    if (ranking.complete > 0) break;
  }
  return ranking.candidates;
}

async function rankReading({ transaction, segments, limit }: Reading, words: QueryReading): Promise<Ranking> {
  const most = limit + spare;
  const each = (find: (word: QueryReading[number], before: Found) => Found | Promise<Found>, found: Found[]) =>
    Promise.all(words.map((word, index) => find(word, found[index] ?? { matches: [], count: 0, capped: false })));
  let found = await each((word) => lookUp(transaction, segments, word), []);
  if (found.some(({ count }) => count === 0)) {
    found = await each(
      (word, before) => (before.count > 0 ? before : lookUpCorrected(transaction, segments, word)),
      found,
    );
  }
  let ranking = rank(found, segments, most);
  if (words.length > 1 && ranking.complete < limit && found.some(({ capped }) => capped)) {
    found = await each((word, before) => (before.capped ? lookUpAll(transaction, segments, word) : before), found);
    ranking = rank(found, segments, most);
  }
  if (words.length > 1 && ranking.complete === 0) {
    found = await each(
      async (word, before) => merge(before, await lookUpCorrected(transaction, segments, word)),
      found,
    );
    ranking = rank(found, segments, most);
  }
  return ranking;
}

function merge(one: Found, other: Found): Found {
  return { matches: [...one.matches, ...other.matches], count: one.count + other.count, capped: one.capped };
}

/** Reads the skills, each address once: where two frameworks have it, the one added last. */
async function hitsOf(
  { transaction, segments, limit }: Reading,
  candidates: readonly Candidate[],
  query: string,
): Promise<SkillHit[]> {
  const hits = new Map<string, SkillHit & { segment: number }>();
  const store = transaction.objectStore('skills');
  for (let from = 0; from < candidates.length && hits.size < limit; ) {
    const some = candidates.slice(from, from + limit);
    from += some.length;
    const skills: (Skill | undefined)[] = await Promise.all(
      some.map(({ segment, number }) => answerOf(store.get([segment, number]))),
    );
    some.forEach(({ segment, score }, index) => {
      const skill = skills[index];
      if (!skill) return;
      const before = hits.get(skill.uri);
      if (before && before.segment > segment) return;
      const framework = segments.get(segment)?.framework ?? '';
      hits.set(skill.uri, { skill, framework, segment, score: skill.uri === query ? 1 : (before?.score ?? score) });
    });
  }
  return Array.from(hits.values(), ({ skill, score, framework }) => ({ skill, score, framework }))
    .sort((one, other) => other.score - one.score)
    .slice(0, limit);
}
