import { stem, stemmedLanguages } from '../domain/stem.ts';
import { fold, wordsOf, writtenWordsOf } from '../domain/words.ts';

/** A stretch of a text in UTF-16 code units, `end` not included. */
export type TextRange = { start: number; end: number };

/** A word shorter than this that is not the last of a query is complete, or it would be marked in every other word. */
const shortestBeginning = 3;

/**
 * The stretches of a text that a search for `query` found: a word that begins with a word of the query is marked as
 * far as that reaches, another inflection of one as a whole, diacritics and case set aside. In rising order, disjoint.
 */
export function highlightRanges(query: string, text: string): TextRange[] {
  const wanted = wordsOf(query);
  const beginnings = wanted.filter((one, at) => one.length >= shortestBeginning || at === wanted.length - 1);
  const ranges: TextRange[] = [];
  for (const { word, start } of writtenWordsOf(text)) {
    const folded = fold(word);
    const begun = beginnings.filter((one) => folded.startsWith(one)).sort((one, other) => other.length - one.length)[0];
    if (begun) ranges.push({ start, end: start + lengthOf(word, begun) });
    else if (wanted.some((one) => inflected(one, folded))) ranges.push({ start, end: start + word.length });
  }
  return ranges;
}

function inflected(one: string, other: string): boolean {
  return one === other || stemmedLanguages.some((language) => stem(one, language) === stem(other, language));
}

/** How much of a word folds to `folded`: folding may lengthen (ß) or shorten (e + acute) what is written. */
function lengthOf(word: string, folded: string): number {
  let end = folded.length;
  while (end > 0 && fold(word.slice(0, end)).length > folded.length) end--;
  while (end < word.length && (fold(word.slice(0, end)).length < folded.length || /\p{M}/u.test(word[end] ?? '')))
    end++;
  return end;
}
