import type { Skill } from '../domain/skill.ts';
import { codeTerms, identifierTerm } from './identifiers.ts';
import { addPosting, emptyPostings, type PostingList } from './postings.ts';
import { alsoInKeyword, alsoInStatement, standingInName } from './standing.ts';
import { stem, stemmingLanguage } from './stem.ts';
import { startOf, wordsOf } from './words.ts';

/** Of each text no more than this many UTF-16 code units are indexed; no skill says more, only broken data does. */
const indexedLength = 20_000;

/** How many leading letters terms of one row share. */
export const rowStart = 4;

/** A segment while it is being built, in memory: about as large as the segment will be on the disk. */
export type SegmentBuilder = {
  postings: Map<string, PostingList>;
  count: number;
  languages: Set<string>;
  /** Terms of words met before, by language, since stemming the same word again is what would take the time. */
  known: Map<string, Map<string, readonly string[]>>;
};

/** A segment without skills. */
export function emptySegment(): SegmentBuilder {
  return { postings: new Map(), count: 0, languages: new Set(), known: new Map() };
}

/** Indexes one skill; its number in the segment is the count before. */
export function indexSkill(builder: SegmentBuilder, skill: Skill): void {
  const language = stemmingLanguage(skill.language);
  builder.languages.add(language);
  const known = builder.known.get(language) ?? new Map<string, readonly string[]>();
  builder.known.set(language, known);
  const number = builder.count++;
  for (const [term, standing] of standingsOf(skill, language, known)) {
    const list = builder.postings.get(term) ?? emptyPostings();
    if (list.count === 0) builder.postings.set(term, list);
    addPosting(list, number, standing);
  }
}

/** Every term of a skill with the byte that says how it stands there. */
function standingsOf(skill: Skill, language: string, known: Map<string, readonly string[]>): Map<string, number> {
  const standings = new Map<string, number>();
  const see = (words: string[], change: (standing: number, position: number) => number) => {
    words.forEach((word, position) => {
      for (const term of termsOfWord(word, language, known)) {
        standings.set(term, change(standings.get(term) ?? 0, position));
      }
    });
  };
  const name = wordsOf(skill.name.slice(0, indexedLength));
  see(name, (standing, position) => standing || standingInName(position, name.length));
  for (const keyword of [...skill.keywords, skill.category ?? '', skill.code ?? '']) {
    const words = wordsOf(keyword.slice(0, indexedLength));
    see(words, (standing) => alsoInKeyword(standing, words.length));
  }
  if (skill.statement !== skill.name) {
    const statement = wordsOf(skill.statement.slice(0, indexedLength));
    see(statement, (standing) => alsoInStatement(standing, statement.length));
  }
  const named = standingInName(0, 1);
  for (const term of skill.code ? codeTerms(skill.code) : []) standings.set(term, named);
  standings.set(identifierTerm(skill.uri), named);
  return standings;
}

/** The word, and its stem where a query for the stem would look into another row and so miss the word. */
function termsOfWord(word: string, language: string, known: Map<string, readonly string[]>): readonly string[] {
  const before = known.get(word);
  if (before) return before;
  const stemmed = stem(word, language);
  const terms = startOf(stemmed, rowStart) === startOf(word, rowStart) ? [word] : [word, stemmed];
  known.set(word, terms);
  return terms;
}
