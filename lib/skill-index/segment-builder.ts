import type { Skill } from '../domain/skill.ts';
import { stem, stemmingLanguage } from '../domain/stem.ts';
import { startOf, wordsOf } from '../domain/words.ts';
import { codeTerms, identifierTerm } from './identifiers.ts';
import { type Posting, posting } from './postings.ts';
import { alsoInKeyword, alsoInStatement, standingInName } from './standing.ts';

/** Of each text no more than this many UTF-16 code units are indexed; no skill says more, only broken data does. */
const indexedLength = 20_000;

/** How many leading letters terms of one row share. */
export const rowStart = 4;

/** A term with its postings so far. */
export type GrowingTerm = {
  text: string;
  /** In rising order of their skills. */
  postings: Posting[];
  /** How it stands in the skill at hand, as far as that was read; 0 where it was not met there. */
  standing: number;
};

/** A segment while it is being built, in memory: somewhat larger than it will be on the disk. */
export type SegmentBuilder = {
  terms: Map<string, GrowingTerm>;
  /** The same terms by their first letters. */
  rows: Map<string, GrowingTerm[]>;
  /** The terms of each word that was met, by language: one look-up for a word seen before. */
  words: Map<string, Map<string, readonly GrowingTerm[]>>;
  /** The terms met in the skill at hand. */
  met: GrowingTerm[];
  count: number;
};

/** A segment without skills. */
export function emptySegment(): SegmentBuilder {
  return { terms: new Map(), rows: new Map(), words: new Map(), met: [], count: 0 };
}

/** Indexes one skill; its number in the segment is the count before. */
export function indexSkill(builder: SegmentBuilder, skill: Skill): void {
  const language = stemmingLanguage(skill.language);
  const name = wordsOf(skill.name.slice(0, indexedLength));
  meet(builder, language, name, (standing, position) => standing || standingInName(position, name.length));
  for (const keyword of [...skill.keywords, skill.category ?? '', skill.code ?? '']) {
    const words = wordsOf(keyword.slice(0, indexedLength));
    meet(builder, language, words, (standing) => alsoInKeyword(standing, words.length));
  }
  if (skill.statement !== skill.name) {
    const words = wordsOf(skill.statement.slice(0, indexedLength));
    meet(builder, language, words, (standing) => alsoInStatement(standing, words.length));
  }
  const wholeName = standingInName(0, 1);
  for (const text of [...codeTerms(skill.code ?? ''), identifierTerm(skill.uri)]) {
    meetTerm(builder, termFor(builder, text), wholeName);
  }
  for (const term of builder.met) {
    term.postings.push(posting(builder.count, term.standing));
    term.standing = 0;
  }
  builder.met.length = 0;
  builder.count++;
}

function meet(
  builder: SegmentBuilder,
  language: string,
  words: readonly string[],
  change: (standing: number, position: number) => number,
): void {
  const known = builder.words.get(language) ?? new Map<string, readonly GrowingTerm[]>();
  builder.words.set(language, known);
  words.forEach((word, position) => {
    const before = known.get(word);
    const terms = before ?? termsOfWord(word, language).map((text) => termFor(builder, text));
    if (!before) known.set(word, terms);
    for (const term of terms) meetTerm(builder, term, change(term.standing, position));
  });
}

function meetTerm(builder: SegmentBuilder, term: GrowingTerm, standing: number): void {
  if (term.standing === 0) builder.met.push(term);
  term.standing = standing;
}

function termFor(builder: SegmentBuilder, text: string): GrowingTerm {
  const known = builder.terms.get(text);
  if (known) return known;
  const term: GrowingTerm = { text, postings: [], standing: 0 };
  builder.terms.set(text, term);
  const start = startOf(text, rowStart);
  const row = builder.rows.get(start);
  if (row) row.push(term);
  else builder.rows.set(start, [term]);
  return term;
}

/** The word, and its stem where a query for the stem would look into another row and so miss the word. */
function termsOfWord(word: string, language: string): string[] {
  const stemmed = stem(word, language);
  return startOf(stemmed, rowStart) === startOf(word, rowStart) ? [word] : [word, stemmed];
}
