import { type Found, type IndexView, lookUp, rowsAt } from './lookup.ts';
import type { QueryWord } from './query.ts';
import type { SpellingRow } from './stores.ts';

/** Words shorter than this are taken as they are; from `longWord` on two mistakes are thought possible. */
const correctedWord = 3;
const longWord = 7;
/** Most words that a misspelt one is taken for. */
const mostCorrections = 12;
/** How well a word fits that is one or two mistakes away. */
const mistakenFit = [1, 0.6, 0.4];

/**
 * Looks up the words that a misspelt one may have meant: those one mistake away, or failing these two. A mistake is a
 * letter too many, too few, another, or two neighbours exchanged (Damerau 1964).
 */
export async function lookUpCorrected(view: IndexView, word: QueryWord): Promise<Found> {
  const found: Found = { matches: [], count: 0, capped: false };
  if (word.text.length < correctedWord || !/^\p{L}[\p{L}\p{M}]*$/u.test(word.text)) return found;
  for (let mistakes = 1; mistakes <= (word.text.length < longWord ? 1 : 2); mistakes++) {
    const near = await wordsNear(view, word.text, mistakes);
    const looked = await Promise.all(near.map((text) => lookUp(view, { text, prefix: false, stems: new Map() })));
    for (const { matches, count } of looked) {
      const fitting = matches.map((match) => ({
        ...match,
        fit: match.fit * (mistakenFit[mistakes] ?? 0),
        asTyped: false,
      }));
      found.matches.push(...fitting);
      found.count += count;
    }
    if (found.count > 0) break;
  }
  return found;
}

/** The words of the index within a number of mistakes; those with the same first letter first, as many as are wanted. */
async function wordsNear(view: IndexView, text: string, mistakes: number): Promise<string[]> {
  const segments = await view.segments;
  const near = new Set<string>();
  const lengths = Array.from({ length: 2 * mistakes + 1 }, (_, index) => text.length - mistakes + index);
  const within = mistakesWithin(text, mistakes);
  await Promise.all(
    lengths.map(async (length) => {
      for (const { segment, words } of await rowsAt<SpellingRow>(view, 'skillSpellings', length)) {
        if (!segments.has(segment)) continue;
        for (let at = 0; at < words.length; at += length)
          if (within(words, at, length)) near.add(words.slice(at, at + length));
      }
    }),
  );
  const first = (word: string) => Number(word[0] !== text[0]);
  return Array.from(near)
    .sort((one, other) => first(one) - first(other) || (one < other ? -1 : 1))
    .slice(0, mostCorrections);
}

/**
 * Makes a test whether a word differs from `text` by at most so many mistakes (optimal string alignment distance).
 * The word stands in a longer text, so that nothing is cut out for the thousands that differ by more.
 */
export function mistakesWithin(text: string, most: number): (words: string, at: number, length: number) => boolean {
  if (most === 1) return (words, at, length) => oneMistakeAway(text, words, at, length);
  const width = text.length + 1;
  let older = new Uint8Array(width);
  let old = new Uint8Array(width);
  let row = new Uint8Array(width);
  return (words, at, length) => {
    for (let column = 0; column < width; column++) old[column] = column;
    for (let line = 1; line <= length; line++) {
      const letter = words.charCodeAt(at + line - 1);
      row.fill(255);
      if (line <= most) row[0] = line;
      let least = row[0] ?? 0;
      const last = Math.min(width - 1, line + most);
      for (let column = Math.max(1, line - most); column <= last; column++) {
        const same = text.charCodeAt(column - 1) === letter;
        let cost = same
          ? (old[column - 1] ?? 0)
          : 1 + Math.min(old[column - 1] ?? 0, old[column] ?? 0, row[column - 1] ?? 0);
        if (line > 1 && column > 1 && !same && exchanged(text, column, words, at + line)) {
          cost = Math.min(cost, 1 + (older[column - 2] ?? 0));
        }
        row[column] = Math.min(cost, 254);
        if (cost < least) least = cost;
      }
      if (least > most) return false;
      [older, old, row] = [old, row, older];
    }
    return (old[width - 1] ?? 255) <= most;
  };
}

/** One mistake leaves everything before it and behind it alike, which tells most words apart by a letter or two. */
function oneMistakeAway(text: string, words: string, at: number, length: number): boolean {
  const shorter = Math.min(text.length, length);
  let before = 0;
  while (before < shorter && text.charCodeAt(before) === words.charCodeAt(at + before)) before++;
  let behind = 0;
  const [textEnd, wordEnd] = [text.length - 1, at + length - 1];
  while (behind < shorter - before && text.charCodeAt(textEnd - behind) === words.charCodeAt(wordEnd - behind))
    behind++;
  const [left, leftInWord] = [text.length - before - behind, length - before - behind];
  if (left <= 1 && leftInWord <= 1) return true;
  return left === 2 && leftInWord === 2 && exchanged(text, before + 2, words, at + before + 2);
}

function exchanged(text: string, column: number, words: string, at: number): boolean {
  return (
    text.charCodeAt(column - 1) === words.charCodeAt(at - 2) && text.charCodeAt(column - 2) === words.charCodeAt(at - 1)
  );
}
