import { startOf } from '../domain/words.ts';
import { noPostings, type Posting, posting, skillOf, standingOf, writePostings, writtenPostings } from './postings.ts';
import type { GrowingTerm, SegmentBuilder } from './segment-builder.ts';
import { byWorth, worth } from './standing.ts';
import type { PrefixRow, SpellingRow, TermRow } from './stores.ts';
import type { Change } from './transactions.ts';

/** How many skills a prefix's list holds at most. */
const longestPrefixList = 1024;

/**
 * Most postings in a row, of three bytes each. From 64 KiB on Chromium keeps a value in a file of its own, which is slow
 * to open.
 */
const largestRow = 20 * 1024;

/** How many terms are looked at between two chances to pause. */
const stride = 512;

/**
 * The rows of a segment that is complete, one by one. Undefined in between says that some time has passed and nothing
 * is to be written yet, so that writing can pause there too.
 */
export function* rowsOf(builder: SegmentBuilder, segment: number): Generator<Change | undefined> {
  for (const [start, terms] of builder.rows) yield* termRows(segment, start, terms);
  const words: GrowingTerm[] = [];
  for (const terms of builder.rows.values()) words.push(...terms.filter(isWord));
  for (const length of [1, 2, 3]) yield* prefixRows(segment, words, length, builder.count);
  yield* spellingRows(segment, words);
}

/** Whether a term is a word, no notation and no identifier. */
function isWord({ text }: GrowingTerm): boolean {
  return !text.startsWith('#') && !text.includes('.');
}

/** The terms that begin alike, in one row, or in parts where they have very many postings. */
function* termRows(segment: number, start: string, terms: readonly GrowingTerm[]): Generator<Change> {
  let written: string[] = [];
  let ends: number[] = [];
  let growing = noPostings();
  let room = largestRow;
  let part = 0;
  const row = (): Change => {
    const terms = written.join(' ');
    const put: TermRow = { segment, terms, ends: Uint16Array.from(ends), ...writtenPostings(growing) };
    return { store: 'skillTerms', key: [start, segment, part++], put };
  };
  for (const { text, postings } of terms) {
    for (let from = 0; from < postings.length; ) {
      if (room === 0) {
        yield row();
        [written, ends, growing, room] = [[], [], noPostings(), largestRow];
      }
      const piece = postings.slice(from, from + room);
      written.push(text);
      writePostings(growing, piece);
      ends.push(growing.distances.length);
      from += piece.length;
      room -= piece.length;
    }
  }
  yield row();
}

function* prefixRows(
  segment: number,
  words: readonly GrowingTerm[],
  length: number,
  count: number,
): Generator<Change | undefined> {
  const best = new Uint8Array(count);
  for (const [start, alike] of yield* grouped(words, (word) => startOf(word, length), length)) {
    const skills: number[] = [];
    for (const { postings } of alike) {
      for (const one of postings) {
        const skill = skillOf(one);
        const known = best[skill] ?? 0;
        if (known === 0) skills.push(skill);
        if (known === 0 || (worth[standingOf(one)] ?? 0) > (worth[known] ?? 0)) best[skill] = standingOf(one);
      }
      yield undefined;
    }
    const postings = bestOf(Uint32Array.from(skills).sort(), best);
    const growing = noPostings();
    writePostings(growing, postings);
    const capped = postings.length < skills.length;
    const put: PrefixRow = { segment, total: skills.length, capped, ...writtenPostings(growing) };
    yield { store: 'skillPrefixes', key: [start, segment], put };
    for (const skill of skills) best[skill] = 0;
  }
}

/** The worthiest skills, in the order they are given; of equals the first. */
function bestOf(skills: Uint32Array, standings: Uint8Array): Posting[] {
  const wanted = new Uint32Array(256);
  for (const skill of skills) {
    const standing = standings[skill] ?? 0;
    wanted[standing] = (wanted[standing] ?? 0) + 1;
  }
  // How many skills of each byte find room, when the worthiest bytes come first.
  let room = longestPrefixList;
  for (const standing of byWorth) {
    wanted[standing] = Math.min(wanted[standing] ?? 0, room);
    room -= wanted[standing] ?? 0;
  }
  const best: Posting[] = [];
  for (const skill of skills) {
    const standing = standings[skill] ?? 0;
    const left = wanted[standing] ?? 0;
    if (left === 0) continue;
    wanted[standing] = left - 1;
    best.push(posting(skill, standing));
  }
  return best;
}

function* spellingRows(segment: number, words: readonly GrowingTerm[]): Generator<Change | undefined> {
  const spoken = words.filter(({ text }) => !/\p{N}/u.test(text));
  for (const [length, alike] of yield* grouped(spoken, (word) => word.length, 1)) {
    const put: SpellingRow = { segment, words: alike.map(({ text }) => text).join('') };
    yield { store: 'skillSpellings', key: [length, segment], put };
  }
}

/** Words of a least length by what `keyOf` says. */
function* grouped<Key>(
  words: readonly GrowingTerm[],
  keyOf: (word: string) => Key,
  least: number,
): Generator<undefined, Map<Key, GrowingTerm[]>> {
  const groups = new Map<Key, GrowingTerm[]>();
  for (const [index, word] of words.entries()) {
    if (index % stride === 0) yield undefined;
    if (word.text.length < least) continue;
    const key = keyOf(word.text);
    const group = groups.get(key);
    if (group) group.push(word);
    else groups.set(key, [word]);
  }
  return groups;
}
