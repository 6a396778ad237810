const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u064b-\u065f\u0670]/g;
const undecomposed: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};
const asciiOnly = /^[\0-\x7f]*$/;
/** What `letters` finds in folded ASCII. A class of all scripts takes a millisecond to compile, in each new page anew. */
const asciiLetters = /[a-z\d]+(?:\+\+|#)?/g;
const letters = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Longest term, in UTF-16 code units; what is longer is cut. */
export const longestTerm = 64;

/**
 * Text as it is compared: lower case, compatibility forms resolved (Unicode NFKC), the diacritics of Latin, Greek and
 * Cyrillic and the vowel points of Hebrew and Arabic dropped. The marks of Indic scripts stay: there they are letters.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (asciiOnly.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[ßæœøđðłıþ]/g, (letter) => undecomposed[letter] ?? letter);
}

/**
 * The words of a text in their order, folded. A word is a run of letters and digits, with a `++` or `#` after it
 * (`c++`, `c#`); in scripts without spaces it is what Intl.Segmenter takes for one.
 */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  const words: string[] = asciiOnly.test(folded) ? (folded.match(asciiLetters) ?? []) : wordsOfAnyScript(folded);
  return words.some(({ length }) => length > longestTerm) ? words.map(cut) : words;
}

function wordsOfAnyScript(folded: string): string[] {
  const runs = folded.match(letters) ?? [];
  return unspaced.test(folded) ? runs.flatMap(segmentsOf) : runs;
}

/** The words of a text as they are written, each with its place. */
export function* writtenWordsOf(text: string): Generator<{ word: string; start: number }> {
  for (const { 0: run, index } of text.matchAll(letters)) {
    let start = index;
    for (const word of segmentsOf(run)) {
      yield { word, start };
      start += word.length;
    }
  }
}

let segmenter: Intl.Segmenter | undefined;

function segmentsOf(run: string): string[] {
  if (!unspaced.test(run)) return [run];
  // Made on first use: most never meet such a script, and loading its dictionary takes a while.
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

/** Cuts between characters, never within a surrogate pair. */
function cut(text: string): string {
  return text.slice(0, longestTerm).replace(/[\ud800-\udbff]$/, '');
}

/** The first `length` letters of a term, or one more where that would split a surrogate pair. */
export function startOf(term: string, length: number): string {
  const last = term.charCodeAt(length - 1);
  return term.slice(0, last >= 0xd800 && last <= 0xdbff ? length + 1 : length);
}
