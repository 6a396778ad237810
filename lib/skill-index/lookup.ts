import { termsOf } from './postings.ts';
import type { QueryWord } from './query.ts';
import { rowStart } from './segment-builder.ts';
import { stem } from './stem.ts';
import type { PrefixRow, Segment, TermRow } from './stores.ts';
import { answerOf } from './transactions.ts';
import { startOf } from './words.ts';

/** Postings that answer a word, and how well their term fits it. */
export type Match = {
  segment: number;
  postings: Uint8Array;
  start: number;
  end: number;
  /** From 0 to 1: 1 where the term is the word. */
  fit: number;
};

/** What the index has for one word. */
export type Found = {
  matches: Match[];
  /** How many skills it is in, or somewhat more where several terms match. */
  count: number;
  /** Whether skills may be missing, since a short prefix has its best ones only. */
  capped: boolean;
};

/** How well other forms fit: another inflection; a longer word, from barely begun to nearly typed. */
const stemFit = 0.9;
const prefixFit = { least: 0.55, most: 0.85 };

/** The live segments of the frameworks asked for (all where undefined), by id. */
export async function liveSegments(
  transaction: IDBTransaction,
  frameworks?: readonly string[],
): Promise<Map<number, Segment>> {
  const segments = (await answerOf(transaction.objectStore('skillSegments').getAll())) as Segment[];
  const asked = segments.filter(
    ({ state, framework }) => state === 'live' && (frameworks?.includes(framework) ?? true),
  );
  return new Map(asked.map((segment) => [segment.id, segment]));
}

/** Looks a word up: one request for its row in every segment, a second one where the word is short or has a short stem. */
export async function lookUp(
  transaction: IDBTransaction,
  segments: ReadonlyMap<number, Segment>,
  word: QueryWord,
): Promise<Found> {
  const starts = new Set([word.text, ...word.stems.values()].map((text) => startOf(text, rowStart)));
  const short = word.prefix && startOf(word.text, rowStart - 1) === word.text;
  const [prefixRows, ...termRows] = await Promise.all([
    short ? rowsAt<PrefixRow>(transaction, 'skillPrefixes', word.text) : [],
    ...Array.from(starts, (start) => rowsAt<TermRow>(transaction, 'skillTerms', start)),
  ]);
  const found: Found = { matches: [], count: 0, capped: false };
  for (const row of termRows.flat()) addTerms(found, segments, row, word);
  for (const row of prefixRows) addPrefix(found, segments, row);
  return found;
}

/** Looks a short prefix up in full, by reading every row that begins with it. */
export async function lookUpAll(
  transaction: IDBTransaction,
  segments: ReadonlyMap<number, Segment>,
  word: QueryWord,
): Promise<Found> {
  const range = IDBKeyRange.bound([word.text], [`${word.text}\uffff`]);
  const rows: TermRow[] = await answerOf(transaction.objectStore('skillTerms').getAll(range));
  const found: Found = { matches: [], count: 0, capped: false };
  for (const row of rows) addTerms(found, segments, row, word);
  return found;
}

/** The rows of all segments under one key. */
export function rowsAt<Row>(transaction: IDBTransaction, store: string, key: string | number): Promise<Row[]> {
  return answerOf(transaction.objectStore(store).getAll(IDBKeyRange.bound([key], [key, []])));
}

function addTerms(found: Found, segments: ReadonlyMap<number, Segment>, row: TermRow, word: QueryWord): void {
  const segment = segments.get(row.segment);
  if (!segment) return;
  for (const { term, count, start, end } of termsOf(row)) {
    const fit = fitOf(term, word, segment.languages);
    if (fit === 0) continue;
    found.matches.push({ segment: row.segment, postings: row.postings, start, end, fit });
    found.count += count;
  }
}

function addPrefix(found: Found, segments: ReadonlyMap<number, Segment>, row: PrefixRow): void {
  if (!segments.has(row.segment)) return;
  const { segment, postings, total, capped } = row;
  found.matches.push({ segment, postings, start: 0, end: postings.length, fit: prefixFit.least });
  found.count += total;
  found.capped ||= capped;
}

function fitOf(term: string, word: QueryWord, languages: readonly string[]): number {
  if (term === word.text) return 1;
  const longer = word.prefix && term.startsWith(word.text);
  const prefix = longer ? prefixFit.least + (prefixFit.most - prefixFit.least) * (word.text.length / term.length) : 0;
  const inflected = languages.some((language) => stem(term, language) === (word.stems.get(language) ?? word.text));
  return Math.max(prefix, inflected && !term.includes('.') ? stemFit : 0);
}
