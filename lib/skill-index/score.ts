import type { Found, Match } from './lookup.ts';
import { nameShare, worth } from './standing.ts';
import type { Segment } from './stores.ts';

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

/** How much of the score is the words' standing; the rest is how much of the name they make up. */
const standingShare = 0.8;

/** One word's matches in one segment, and how much the word counts, all words together 1. */
type Part = { matches: Match[]; weight: number };

/** What is known of each skill of a segment while its words are counted. */
type Tally = {
  /** What each byte of a posting is worth to this query. */
  values: Float32Array;
  score: Float32Array;
  /** The best value of the word at hand. */
  best: Float32Array;
  /** How many words the skill has. */
  found: Uint8Array;
  /** How many of these it has as they were typed. */
  typed: Uint8Array;
  /** The skills that have any, in the order they were met. */
  touched: number[];
};

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
  const every = rankParts(parts, segments, true, most);
  if (every.complete >= enough || words.length === 1) return every;
  return rankParts(parts, segments, false, most);
}

function rankParts(
  parts: ReadonlyMap<number, Part[]>,
  segments: ReadonlyMap<number, Segment>,
  everyWord: boolean,
  most: number,
): Ranking {
  const best = bestList(most);
  let complete = 0;
  let typed: Candidate | undefined;
  for (const [segment, words] of parts) {
    const some = words.filter(({ matches }) => matches.length > 0);
    if (some.length === 0 || (everyWord && some.length < words.length)) continue;
    const tally = emptyTally(segments.get(segment)?.count ?? 0, words.length);
    some.forEach(({ matches, weight }, index) => {
      if (index > 0) tally.best.fill(0);
      // Where the rarer words give enough skills, one that has none of them would not get among the best.
      const needed = everyWord ? index : Math.min(index, tally.touched.length < most ? 0 : 1);
      for (const match of matches) countMatch(tally, match, weight, needed);
    });
    for (const number of tally.touched) {
      const found = tally.found[number] ?? 0;
      const half = (tally.score[number] ?? 0) / 2;
      if (found === words.length) {
        complete++;
        best.offer(segment, number, 0.5 + half);
        if (tally.typed[number] === words.length && 0.5 + half > (typed?.score ?? 0)) {
          typed = { segment, number, score: 0.5 + half };
        }
      } else if (!everyWord) best.offer(segment, number, (half * found) / words.length);
    }
  }
  return { candidates: best.take(), complete, ...(typed && { typed }) };
}

function emptyTally(count: number, words: number): Tally {
  const values = worth.map((value, byte) => {
    return standingShare * value + (1 - standingShare) * Math.min(1, words * (nameShare[byte] ?? 0));
  });
  const [score, best] = [new Float32Array(count), new Float32Array(count)];
  return { values, score, best, found: new Uint8Array(count), typed: new Uint8Array(count), touched: [] };
}

/**
 * Counts the postings of one term for the word at hand, in the skills that have at least `needed` words already. One
 * plain loop over the bytes (postings.ts), since on a page that has just opened it is run before it is compiled.
 */
function countMatch(tally: Tally, match: Match, weight: number, needed: number): void {
  const { values, score, best, found, typed, touched } = tally;
  const { postings, start, end, fit, asTyped } = match;
  const count = found.length;
  const factor = weight * fit;
  let number = -1;
  let at = start;
  while (at < end) {
    let byte = postings[at++] ?? 0;
    let distance = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && at < end; shift += 7) {
      byte = postings[at++] ?? 0;
      distance |= (byte & 0x7f) << shift;
    }
    number += distance;
    const standing = postings[at++] ?? 0;
    if (number >= count) return;
    const words = found[number] ?? 0;
    if (words < needed) continue;
    const value = (values[standing] ?? 0) * factor;
    const before = best[number] ?? 0;
    if (value <= before) continue;
    if (before === 0) {
      if (words === 0) touched.push(number);
      found[number] = words + 1;
      if (asTyped) typed[number] = (typed[number] ?? 0) + 1;
    }
    best[number] = value;
    score[number] = (score[number] ?? 0) + value - before;
  }
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
