import {
  addPosting,
  eachPosting,
  emptyBytes,
  emptyPostings,
  type PostingList,
  writeTerm,
  writtenBytes,
} from './postings.ts';
import { rowStart, type SegmentBuilder } from './segment-builder.ts';
import { worth } from './standing.ts';
import type { PrefixRow, SpellingRow, TermRow } from './stores.ts';
import type { Change } from './transactions.ts';
import { startOf } from './words.ts';

/** How many skills a prefix's list holds at most. */
export const longestPrefixList = 1024;

/** The rows of a segment that is complete, one by one, so that writing them can pause anywhere. */
export function* rowsOf(builder: SegmentBuilder, segment: number): Generator<Change> {
  const terms = Array.from(builder.postings.keys()).sort();
  yield* termRows(builder, segment, terms);
  const spoken = terms.filter((term) => !term.startsWith('#') && !term.includes('.'));
  for (const length of [1, 2, 3]) {
    const longEnough = spoken.filter((term) => term.length >= length);
    yield* prefixRows(builder, segment, longEnough, length);
  }
  yield* spellingRows(segment, spoken);
}

/** Runs of sorted terms which share their first letters. */
function* runsOf(terms: readonly string[], length: number): Generator<[start: string, terms: string[]]> {
  for (let from = 0; from < terms.length; ) {
    const start = startOf(terms[from] ?? '', length);
    let to = from + 1;
    while (to < terms.length && startOf(terms[to] ?? '', length) === start) to++;
    yield [start, terms.slice(from, to)];
    from = to;
  }
}

function* termRows(builder: SegmentBuilder, segment: number, terms: readonly string[]): Generator<Change> {
  for (const [start, run] of runsOf(terms, rowStart)) {
    const bytes = emptyBytes(256);
    for (const term of run) writeTerm(bytes, postingsOf(builder, term));
    const row: TermRow = { segment, terms: run.join(' '), postings: writtenBytes(bytes) };
    yield { store: 'skillTerms', key: [start, segment], put: row };
  }
}

function* prefixRows(
  builder: SegmentBuilder,
  segment: number,
  terms: readonly string[],
  length: number,
): Generator<Change> {
  const best = new Uint8Array(builder.count);
  for (const [start, run] of runsOf(terms, length)) {
    const skills: number[] = [];
    for (const term of run) {
      const list = postingsOf(builder, term);
      eachPosting(list.buffer, 0, list.length, (skill, standing) => {
        const known = best[skill] ?? 0;
        if (known === 0) skills.push(skill);
        if (known === 0 || (worth[standing] ?? 0) > (worth[known] ?? 0)) best[skill] = standing;
      });
    }
    const capped = skills.length > longestPrefixList;
    const row: PrefixRow = { segment, total: skills.length, capped, postings: bestOf(skills, best) };
    yield { store: 'skillPrefixes', key: [start, segment], put: row };
    for (const skill of skills) best[skill] = 0;
  }
}

/** The worthiest skills with their bytes, in rising order. */
function bestOf(skills: number[], standings: Uint8Array): Uint8Array {
  const value = (skill: number) => worth[standings[skill] ?? 0] ?? 0;
  const chosen =
    skills.length <= longestPrefixList
      ? skills
      : skills.sort((one, other) => value(other) - value(one) || one - other).slice(0, longestPrefixList);
  const list = emptyPostings();
  for (const skill of chosen.sort((one, other) => one - other)) addPosting(list, skill, standings[skill] ?? 0);
  return writtenBytes(list);
}

function* spellingRows(segment: number, terms: readonly string[]): Generator<Change> {
  const byLength = new Map<number, string[]>();
  for (const term of terms) {
    if (/\p{N}/u.test(term)) continue;
    const words = byLength.get(term.length);
    if (words) words.push(term);
    else byLength.set(term.length, [term]);
  }
  for (const [length, words] of byLength) {
    const row: SpellingRow = { segment, words: words.join('') };
    yield { store: 'skillSpellings', key: [length, segment], put: row };
  }
}

function postingsOf(builder: SegmentBuilder, term: string): PostingList {
  return builder.postings.get(term) ?? emptyPostings();
}
