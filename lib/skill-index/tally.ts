import type { Match } from './lookup.ts';
import { mostSkills } from './postings.ts';
import { nameShare, worth } from './standing.ts';

/**
 * What is known of the skills of a segment while their words are counted. Those that have any get a place, counted from
 * 1 in the order in which they are met, so that of the memory for all only what is used is ever touched.
 */
type Tally = {
  /** The place of each skill, 0 for none; all 0 before and after. */
  place: Uint16Array;
  /** By place: which skill has it. */
  skill: Uint16Array;
  score: Float32Array;
  /** The best value of the word that the skill was last met with. */
  best: Float32Array;
  /** Which word that was, counted from 1. */
  word: Uint8Array;
  /** How many words the skill has. */
  found: Uint8Array;
  /** How many of these it has as they were typed. */
  typed: Uint8Array;
};

/** The words of a query being counted in the skills of one segment. */
export type Counting = {
  tally: Tally;
  /** How many skills the segment has. */
  count: number;
  /** How many of them have a place. */
  met: number;
  /** What each byte of a posting is worth to this query. */
  values: Float32Array;
};

/** How much of the score is the words' standing; the rest is how much of the name they make up. */
const standingShare = 0.8;

/** What each byte of a posting is worth to a query of so many words. */
export function valuesFor(words: number): Float32Array {
  return worth.map((value, byte) => {
    return standingShare * value + (1 - standingShare) * Math.min(1, words * (nameShare[byte] ?? 0));
  });
}

/** The tally used last: to have one cleared at each key pressed costs more than the ranking. */
let spareTally: Tally | undefined;

/** Begins to count in a segment of `count` skills. */
export function beginCounting(count: number, values: Float32Array): Counting {
  const tally = spareTally ?? emptyTally();
  // Put back only once its places are all 0 again, which they are not where an error is thrown in between.
  spareTally = undefined;
  return { tally, count, met: 0, values };
}

/** Ends it, so that the next may begin on the same memory. */
export function endCounting({ tally, met }: Counting): void {
  for (let place = 1; place <= met; place++) tally.place[tally.skill[place] ?? 0] = 0;
  spareTally = tally;
}

function emptyTally(): Tally {
  const length = mostSkills + 1;
  return {
    place: new Uint16Array(length),
    skill: new Uint16Array(length),
    score: new Float32Array(length),
    best: new Float32Array(length),
    word: new Uint8Array(length),
    found: new Uint8Array(length),
    typed: new Uint8Array(length),
  };
}

/**
 * Counts the postings of one term for the word at hand, in the skills that have at least `needed` words already. One
 * plain loop over the arrays (postings.ts), since on a page that has just opened it is run before it is compiled.
 */
export function countMatch(counting: Counting, match: Match, weight: number, ofWord: number, needed: number): void {
  const { count, values } = counting;
  const { place, skill, score, best, word, found, typed } = counting.tally;
  const { start, end, fit, asTyped } = match;
  const { distances, standings } = match.postings;
  const factor = weight * fit;
  let number = -1;
  for (let at = start; at < end; at++) {
    number += distances[at] ?? 0;
    if (number >= count) return;
    let here = place[number] ?? 0;
    if (here === 0) {
      if (needed > 0) continue;
      here = ++counting.met;
      place[number] = here;
      skill[here] = number;
      score[here] = word[here] = found[here] = typed[here] = 0;
    }
    const words = found[here] ?? 0;
    if (words < needed) continue;
    const value = (values[standings[at] ?? 0] ?? 0) * factor;
    const before = word[here] === ofWord ? (best[here] ?? 0) : 0;
    if (value <= before) continue;
    if (before === 0) {
      found[here] = words + 1;
      if (asTyped) typed[here] = (typed[here] ?? 0) + 1;
    }
    best[here] = value;
    word[here] = ofWord;
    score[here] = (score[here] ?? 0) + value - before;
  }
}
