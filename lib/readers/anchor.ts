import type { Evidence, PassageState, TextQuoteSelector } from '../domain/evidence.ts';
import { unitsOf } from './code-points.ts';
import { nearestPart } from './edit-distance.ts';
import { openText } from './page-text.ts';
import { similarPlaces } from './similar-places.ts';

/** Where a passage is now; `score` from 0 to 1 says how alike its words are to those that were quoted. */
export type Passage = { state: Exclude<PassageState, 'orphaned'>; score: number; range: Range } | { state: 'orphaned' };

/** A part of a text, in UTF-16 units. */
type Part = { start: number; end: number; score: number };

/** How long one passage may be looked for in one text, in milliseconds, besides the walk through the page. */
const longestFinding = 1_000;

/** The least likeness of words, or of their surroundings, at which a passage counts as the same. */
const [leastLikeness, leastContext] = [0.7, 0.5];

/** From this length on, in UTF-16 units, words are their own proof; shorter ones could stand anywhere. */
const ownProof = 24;

/**
 * Finds a passage again on a page that may have changed: word for word, first at its old place, then where the
 * surroundings fit best; else the words that are most alike, if they are alike enough. What the page keeps back for the
 * moment counts as there. Pure, DOM only; no part of page or quote becomes a pattern of a regular expression.
 */
export function findPassage(document: Document, evidence: Evidence): Passage {
  return passagesOf(document)(evidence);
}

/** Finds several passages, as `findPassage` does, on a page whose text is read once: ranges of it as it is now. */
export function passagesOf(document: Document): (evidence: Evidence) => Passage {
  const shown = openText(document);
  const all = openText(document, { folded: true });
  const pages = shown.text === all.text ? [shown] : [shown, all];
  return ({ quote, position }) => {
    for (const find of [exactPart, similarPart]) {
      for (const page of pages) {
        const part = find(page.text, quote, unitsOf(page.text, position.start), Date.now() + longestFinding);
        if (!part) continue;
        const state = part.score === 1 ? 'exact' : 'changed';
        return { state, score: part.score, range: page.rangeOf(part.start, part.end) };
      }
    }
    return { state: 'orphaned' };
  };
}

/** The quote word for word: of all places the one whose surroundings fit best, then the nearest to the old one. */
export function exactPart(text: string, quote: TextQuoteSelector, hint: number, end: number): Part | undefined {
  const { exact } = quote;
  const partAt = (start: number): Part => ({ start, end: start + exact.length, score: 1 });
  let best: { start: number; fit: number } | undefined;
  for (let start = text.indexOf(exact); start >= 0 && Date.now() < end; start = text.indexOf(exact, start + 1)) {
    const fit = fitAt(text, quote, start);
    const isNearer = best?.fit === fit && Math.abs(start - hint) < Math.abs(best.start - hint);
    if (!best || fit > best.fit || isNearer) best = { start, fit };
  }
  if (!best) return undefined;
  const part = partAt(best.start);
  return best.start === hint || isProven(text, quote, part) ? part : undefined;
}

/** The words most like the quote, where they are alike enough. */
export function similarPart(text: string, quote: TextQuoteSelector, hint: number, end: number): Part | undefined {
  const { exact } = quote;
  const slack = Math.max(16, exact.length >> 1);
  let best: (Part & { rank: number }) | undefined;
  for (const place of similarPlaces(text, exact, hint)) {
    if (best && Date.now() > end) break;
    const from = Math.max(0, place - slack);
    const near = nearestPart(exact, text.slice(from, place + exact.length + slack));
    const part = { start: from + near.start, end: from + near.end, score: 1 - near.distance / exact.length };
    if (part.score < leastLikeness || part.score === 1 || !isProven(text, quote, part)) continue;
    const rank = part.score + contextAt(text, quote, part) / 4;
    if (!best || rank > best.rank) best = { ...part, rank };
  }
  return best && withoutSpaces(text, best);
}

/** Whether words of so little length are really the ones that were meant. */
function isProven(text: string, quote: TextQuoteSelector, part: Part): boolean {
  return quote.exact.length >= ownProof || contextAt(text, quote, part) >= leastContext;
}

/** How many units of the context stand unchanged right before and after a place. */
function fitAt(text: string, { exact, prefix, suffix }: TextQuoteSelector, start: number): number {
  const end = start + exact.length;
  let [before, after] = [0, 0];
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before += 1;
  while (after < suffix.length && suffix[after] === text[end + after]) after += 1;
  return before + after;
}

/** How alike the surroundings are, from 0 to 1; 1 where the quote had none. */
function contextAt(text: string, { prefix, suffix }: TextQuoteSelector, { start, end }: Part): number {
  const size = prefix.length + suffix.length;
  if (size === 0) return 1;
  const before = nearestPart(prefix, text.slice(Math.max(0, start - 2 * prefix.length), start));
  const after = nearestPart(suffix, text.slice(end, end + 2 * suffix.length));
  return 1 - (before.distance + after.distance) / size;
}

function withoutSpaces(text: string, { start, end, score }: Part): Part {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: from + part.trim().length, score };
}
