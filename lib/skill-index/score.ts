import type { Found, Match } from './lookup.ts';
import type { Segment } from './stores.ts';
import { beginCounting, countMatch, endCounting, valuesFor } from './tally.ts';

/** A skill by its place, and how well it answers: from 0 to 1; above 0.5 exactly where it has every word. */
export type Candidate = { segment: number; number: number; score: number };

/** What ranking comes to. */
export type Ranking = {
  /** Best first. */
  candidates: Candidate[];
  /** How many skills have every word. */
  complete: number;
  /** The best of those that have every word as it was typed. */
  typed?: Candidate;
};

/** One word's matches in one segment, and how much the word counts, all words together 1. */
type Part = { matches: Match[]; weight: number };

/**
 * Ranks the skills that have every word, and where these are fewer than `enough`, those that have some. Time goes with
 * the postings, memory with the largest segment.
 */
export function rank(
  words: readonly Found[],
  segments: ReadonlyMap<number, Segment>,
  enough: number,
  most: number,
): Ranking {
  let skills = 0;
  for (const { count } of segments.values()) skills += count;
  // The rarest word first, so that the others are looked at only where it is.
  const rarestFirst = words.toSorted((one, other) => one.count - other.count);
  const rarities = rarestFirst.map(({ count }) => Math.log(1 + skills / (1 + count)));
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const parts = new Map<number, Part[]>();
  for (const { id } of segments.values()) {
    const partsOf = rarestFirst.map(({ matches }, index) => ({
      // Those as typed first, so that what a skill has as typed is known when it is met.
      matches: matches
        .filter(({ segment }) => segment === id)
        .sort((one, other) => Number(other.asTyped) - Number(one.asTyped)),
      weight: (rarities[index] ?? 0) / total,
    }));
    parts.set(id, partsOf);
  }
  const values = valuesFor(words.length);
  const every = rankParts(parts, segments, values, true, most);
  if (every.complete >= enough || words.length === 1) return every;
  return rankParts(parts, segments, values, false, most);
}

function rankParts(
  parts: ReadonlyMap<number, Part[]>,
  segments: ReadonlyMap<number, Segment>,
  values: Float32Array,
  everyWord: boolean,
  most: number,
): Ranking {
  const best = bestList(most);
  let complete = 0;
  let typed: Candidate | undefined;
  for (const [segment, words] of parts) {
    const some = words.filter(({ matches }) => matches.length > 0);
    if (some.length === 0 || (everyWord && some.length < words.length)) continue;
    const counting = beginCounting(segments.get(segment)?.count ?? 0, values);
    some.forEach(({ matches, weight }, index) => {
      // Where the rarer words give enough skills, one that has none of them would not get among the best.
      const needed = everyWord ? index : Math.min(index, counting.met < most ? 0 : 1);
      for (const match of matches) countMatch(counting, match, weight, index + 1, needed);
    });
    const { skill, score, found, typed: asTyped } = counting.tally;
    for (let place = 1; place <= counting.met; place++) {
      const number = skill[place] ?? 0;
      const half = (score[place] ?? 0) / 2;
      const has = found[place] ?? 0;
      if (has === words.length) {
        complete++;
        best.offer(segment, number, 0.5 + half);
        if (asTyped[place] === words.length && 0.5 + half > (typed?.score ?? 0)) {
          typed = { segment, number, score: 0.5 + half };
        }
      } else if (!everyWord) best.offer(segment, number, (half * has) / words.length);
    }
    endCounting(counting);
  }
  return { candidates: best.take(), complete, ...(typed && { typed }) };
}

/** Keeps the best of what it is offered; of equals those that came first. */
function bestList(most: number) {
  let kept: Candidate[] = [];
  let least = 0;
  const cut = () => {
    kept = kept.sort((one, other) => other.score - one.score).slice(0, most);
    if (kept.length === most) least = kept.at(-1)?.score ?? 0;
  };
  return {
    offer(segment: number, number: number, score: number) {
      if (score <= least) return;
      kept.push({ segment, number, score });
      if (kept.length >= most * 4) cut();
    },
    take() {
      cut();
      return kept;
    },
  };
}
