import type { Found, Match } from './lookup.ts';
import { eachPosting } from './postings.ts';
import { nameShare, worth } from './standing.ts';
import type { Segment } from './stores.ts';

/** A skill by its place, and how well it answers: from 0 to 1; above 0.5 exactly where it has every word. */
export type Candidate = { segment: number; number: number; score: number };

/** The best candidates, best first, and how many skills have every word. */
export type Ranking = { candidates: Candidate[]; complete: number };

/** How much of the score is the words' standing; the rest is how much of the name they make up. */
const standingShare = 0.7;

/** Ranks the skills that have at least one of the words. Time and memory go with the postings and the largest segment. */
export function rank(words: readonly Found[], segments: ReadonlyMap<number, Segment>, most: number): Ranking {
  let skills = 0;
  for (const { count } of segments.values()) skills += count;
  const rarities = words.map(({ count }) => Math.log(1 + skills / (1 + count)));
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const weights = rarities.map((rarity) => rarity / total);
  const best = bestList(most);
  let complete = 0;
  for (const { id, count } of segments.values()) {
    const matches = words.map((word) => word.matches.filter(({ segment }) => segment === id));
    if (matches.every((list) => list.length === 0)) continue;
    complete += rankSegment(matches, weights, count, (number, score) => best.offer({ segment: id, number, score }));
  }
  return { candidates: best.take(), complete };
}

function rankSegment(
  words: readonly Match[][],
  weights: readonly number[],
  count: number,
  offer: (number: number, score: number) => void,
): number {
  const standing = new Float32Array(count);
  const share = new Float32Array(count);
  const found = new Uint8Array(count);
  const touched: number[] = [];
  words.forEach((matches, index) => {
    const weight = weights[index] ?? 0;
    const best = new Float32Array(count);
    for (const { postings, start, end, fit } of matches) {
      eachPosting(postings, start, end, (number, byte) => {
        if (number >= count) return;
        const value = (worth[byte] ?? 0) * fit;
        const before = best[number] ?? 0;
        if (value <= before) return;
        if (before === 0) {
          if (found[number] === 0) touched.push(number);
          found[number] = (found[number] ?? 0) + 1;
          share[number] = (share[number] ?? 0) + (nameShare[byte] ?? 0) * fit;
        }
        best[number] = value;
        standing[number] = (standing[number] ?? 0) + weight * (value - before);
      });
    }
  });
  let complete = 0;
  for (const number of touched) {
    const quality =
      standingShare * (standing[number] ?? 0) + (1 - standingShare) * Math.min(1, share[number] ?? 0) ** 2;
    const all = found[number] === words.length;
    if (all) complete++;
    offer(number, all ? 0.5 + quality / 2 : (quality / 2) * ((found[number] ?? 0) / words.length));
  }
  return complete;
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
    offer(candidate: Candidate) {
      if (candidate.score <= least) return;
      kept.push(candidate);
      if (kept.length >= most * 4) cut();
    },
    take() {
      cut();
      return kept;
    },
  };
}
