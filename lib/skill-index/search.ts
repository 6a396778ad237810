import type { Skill } from '../domain/skill.ts';
import { type Found, type IndexView, liveSegments, lookUp, lookUpAll } from './lookup.ts';
import { isCurrent, type Memory, memoryOf, remember } from './memory.ts';
import { type QueryReading, type QueryWord, readingsOf } from './query.ts';
import { type Candidate, type Ranking, rank } from './score.ts';
import { lookUpCorrected } from './spelling.ts';
import { type Segment, type SkillPage, skillsOnPage } from './stores.ts';
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

/** Searches in one reading transaction, which sees the index as it is at this moment. */
export async function searchSkills(database: IDBDatabase, query: string, search: SkillSearch): Promise<SkillHit[]> {
  const readings = readingsOf(query);
  if (readings.length === 0 || search.limit < 1) return [];
  const known = memoryOf(database);
  const hits = known && (await attempt(database, query.trim(), readings, search, known));
  return hits ?? (await attempt(database, query.trim(), readings, search)) ?? [];
}

/**
 * Searches with the help of what is known, or of nothing. Which segments are live is read all the same, but not waited
 * for: where they turn out to be others than those of the memory, what was found is void, and the answer undefined.
 */
async function attempt(
  database: IDBDatabase,
  query: string,
  readings: readonly QueryReading[],
  { limit, frameworks, signal }: SkillSearch,
  known?: Memory,
): Promise<SkillHit[] | undefined> {
  const transaction = readingTransaction(database, signal);
  const abort = () => transaction.abort();
  signal?.addEventListener('abort', abort);
  try {
    const live = liveSegments(transaction);
    const keeping = live.then((now) => (known ? whileCurrent(known, now) : remember(database, now)));
    // Awaited below, but not where looking up fails before it comes to that.
    keeping.catch(() => {});
    const segments = known ? Promise.resolve(known.segments) : live;
    const view = { transaction, segments: segments.then((all) => askedFor(all, frameworks)), known, keeping };
    const candidates = await candidatesFor(view, readings, limit);
    const hits = await hitsOf(view, candidates, query, limit);
    return (await keeping) ? hits : undefined;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

function whileCurrent(known: Memory, live: readonly Segment[]): Memory | undefined {
  return isCurrent(known, live) ? known : undefined;
}

/** The segments of the frameworks asked for (all where undefined), by id. */
function askedFor(segments: readonly Segment[], frameworks?: readonly string[]): ReadonlyMap<number, Segment> {
  const asked = segments.filter(({ framework }) => frameworks?.includes(framework) ?? true);
  return new Map(asked.map((segment) => [segment.id, segment]));
}

/** What the first reading of the query finds that finds something whole, or what the last one finds in part. */
async function candidatesFor(view: IndexView, readings: readonly QueryReading[], limit: number): Promise<Candidate[]> {
  let ranking: Ranking = { candidates: [], complete: 0 };
  for (const words of readings) {
    ranking = await rankReading(view, words, limit);
    if (ranking.complete > 0) break;
  }
  return ranking.candidates;
}

/** Ranks by what a glance at the index finds, and looks further only where that was not enough. */
async function rankReading(view: IndexView, words: QueryReading, limit: number): Promise<Ranking> {
  const first = await Promise.all(words.map(async (word) => ({ word, found: await lookUp(view, word) })));
  let looked = await improve(first, (word, { count }) => count === 0 && lookUpCorrected(view, word));
  const segments = await view.segments;
  const ranked = () => {
    const found = looked.map(({ found }) => found);
    return rank(found, segments, limit, limit + spare);
  };
  let ranking = ranked();
  if (words.length > 1 && ranking.complete < limit && looked.some(({ found }) => found.capped)) {
    looked = await improve(looked, (word, { capped }) => capped && lookUpAll(view, word));
    ranking = ranked();
  }
  if (words.length > 1 && ranking.complete === 0) {
    looked = await improve(looked, async (word, found) => merge(found, await lookUpCorrected(view, word)));
    ranking = ranked();
  }
  return { ...ranking, candidates: withTyped(ranking, limit) };
}

/**
 * Sees to it that one of the first `limit` has every word as it was typed, if any skill has: what a person can read
 * off the page they are aligning has to be found by it, however well other inflections stand.
 */
function withTyped({ candidates, typed }: Ranking, limit: number): Candidate[] {
  const same = ({ segment, number }: Candidate) => segment === typed?.segment && number === typed.number;
  if (!typed || candidates.slice(0, limit).some(same)) return candidates;
  return [...candidates.slice(0, limit - 1), typed, ...candidates.slice(limit - 1).filter((one) => !same(one))];
}

/** A word with what was found for it so far. */
type LookedUp = { word: QueryWord; found: Found };

/** Puts something better in the place of what was found, where `how` has it. */
function improve(
  looked: readonly LookedUp[],
  how: (word: QueryWord, found: Found) => Promise<Found> | false,
): Promise<LookedUp[]> {
  return Promise.all(looked.map(async ({ word, found }) => ({ word, found: (await how(word, found)) || found })));
}

function merge(one: Found, other: Found): Found {
  return { matches: [...one.matches, ...other.matches], count: one.count + other.count, capped: one.capped };
}

/** Reads the skills, each address once: where two frameworks have it, the one added last. */
async function hitsOf(
  view: IndexView,
  candidates: readonly Candidate[],
  query: string,
  limit: number,
): Promise<SkillHit[]> {
  const segments = await view.segments;
  const hits = new Map<string, SkillHit & { segment: number }>();
  for (let from = 0; from < candidates.length && hits.size < limit; from += limit) {
    const some = candidates.slice(from, from + limit);
    const skills = await Promise.all(some.map((candidate) => skillAt(view, candidate)));
    some.forEach(({ segment, score }, index) => {
      const skill = skills[index];
      const before = skill && hits.get(skill.uri);
      if (!skill || (before && before.segment > segment)) return;
      const framework = segments.get(segment)?.framework ?? '';
      hits.set(skill.uri, { skill, framework, segment, score: skill.uri === query ? 1 : (before?.score ?? score) });
    });
  }
  return Array.from(hits.values(), ({ skill, score, framework }) => ({ skill, score, framework }))
    .sort((one, other) => other.score - one.score)
    .slice(0, limit);
}

async function skillAt({ transaction }: IndexView, { segment, number }: Candidate): Promise<Skill | undefined> {
  const key = [segment, Math.floor(number / skillsOnPage)];
  const page: SkillPage | undefined = await answerOf(transaction.objectStore('skills').get(key));
  const text = page?.split('\n', skillsOnPage)[number % skillsOnPage];
  return text === undefined ? undefined : JSON.parse(text);
}
