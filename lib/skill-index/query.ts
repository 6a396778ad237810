import { stem, stemmedLanguages } from '../domain/stem.ts';
import { wordsOf } from '../domain/words.ts';
import { foldedCode, identifierTerm, isCode, isIdentifier } from './identifiers.ts';

/** Most words of a query that are looked up; the rest of a longer one is passed over. */
const mostWords = 16;

/** A word to look up. */
export type QueryWord = {
  /** The folded word, notation or identifier term. */
  text: string;
  /** Whether terms that only begin with it count too. */
  prefix: boolean;
  /** Its stem in each language that has stems; empty where only the word itself counts. */
  stems: ReadonlyMap<string, string>;
};

/** One way to understand a query: every word of it has to be found. */
export type QueryReading = QueryWord[];

/**
 * The ways to understand what was typed, the narrowest first; a later one counts where the earlier found nothing.
 * An address or UUID names one skill, a notation like `K.CC.A.1` a few, everything is words. Empty for a query
 * without letters and digits.
 */
export function readingsOf(query: string): QueryReading[] {
  const text = query.trim();
  const readings: QueryReading[] = [];
  if (isIdentifier(text)) readings.push([{ text: identifierTerm(text), prefix: false, stems: new Map() }]);
  const chunks = text.split(/\s+/).slice(0, mostWords);
  if (chunks.some(isCode)) {
    readings.push(unique(chunks.flatMap((chunk) => (isCode(chunk) ? [notation(chunk)] : wordsOf(chunk).map(spoken)))));
  }
  const words = wordsOf(text).map(spoken);
  if (words.length > 0) readings.push(unique(words));
  return readings;
}

function notation(chunk: string): QueryWord {
  return { text: foldedCode(chunk), prefix: true, stems: new Map() };
}

function spoken(text: string): QueryWord {
  return { text, prefix: true, stems: new Map(stemmedLanguages.map((language) => [language, stem(text, language)])) };
}

function unique(words: QueryWord[]): QueryWord[] {
  return Array.from(new Map(words.map((word) => [word.text, word])).values()).slice(0, mostWords);
}
