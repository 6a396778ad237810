import { stem } from '../domain/stem.ts';
import { startOf } from '../domain/words.ts';
import { keep, type LookupRow, type Memory, recall } from './memory.ts';
import type { Postings } from './postings.ts';
import type { QueryWord } from './query.ts';
import { rowStart } from './segment-builder.ts';
import type { PrefixRow, Segment, StoreName, TermRow } from './stores.ts';
import { answerOf } from './transactions.ts';

/** Postings that answer a word, and how well their term fits it. */
export type Match = {
  segment: number;
  postings: Postings;
  start: number;
  end: number;
  /** From 0 to 1: 1 where the term is the word. */
  fit: number;
  /** Whether the term is the word or begins with it, and is no other inflection or correction of it. */
  asTyped: boolean;
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
const prefixFit = { least: 0.4, most: 0.65 };

/** The index as one transaction sees it. */
export type IndexView = {
  transaction: IDBTransaction;
  /** The segments to search, by id. A promise, so that rows are asked for before it is known whose they are. */
  segments: PromiseLike<ReadonlyMap<number, Segment>>;
  /** What is known already; see memory.ts. */
  known: Memory | undefined;
  /** Where to keep what is read, once it is known that it may be kept. */
  keeping: PromiseLike<Memory | undefined>;
};

/** The live segments, in the order of their ids. */
export async function liveSegments(transaction: IDBTransaction): Promise<Segment[]> {
  const segments: Segment[] = await answerOf(transaction.objectStore('skillSegments').getAll());
  return segments.filter(({ state, token }) => state === 'live' && token);
}

/** Looks a word up: one request for its row in every segment, a second one where the word is short or has a short stem. */
export async function lookUp(view: IndexView, word: QueryWord): Promise<Found> {
  const starts = new Set([word.text, ...word.stems.values()].map((text) => startOf(text, rowStart)));
  const short = word.prefix && startOf(word.text, rowStart - 1) === word.text;
  const [segments, prefixRows, ...termRows] = await Promise.all([
    view.segments,
    short ? rowsAt<PrefixRow>(view, 'skillPrefixes', word.text) : [],
    ...Array.from(starts, (start) => rowsAt<TermRow>(view, 'skillTerms', start)),
  ]);
  const found: Found = { matches: [], count: 0, capped: false };
  for (const row of termRows.flat()) addTerms(found, segments, row, word);
  for (const row of prefixRows) addPrefix(found, segments, row);
  return found;
}

/** Looks a short prefix up in full, by reading every row that begins with it. */
export async function lookUpAll(view: IndexView, word: QueryWord): Promise<Found> {
  const range = IDBKeyRange.bound([word.text], [`${word.text}\uffff`]);
  const rows: TermRow[] = await answerOf(view.transaction.objectStore('skillTerms').getAll(range));
  const segments = await view.segments;
  const found: Found = { matches: [], count: 0, capped: false };
  for (const row of rows) addTerms(found, segments, row, word);
  return found;
}

/** The rows of all segments under one key. */
export async function rowsAt<Row extends LookupRow>(
  { transaction, known, keeping }: IndexView,
  store: StoreName,
  key: string | number,
): Promise<readonly Row[]> {
  const remembered = known && recall(known, store, key);
  // A store has rows of one type only.
  if (remembered) return remembered as readonly Row[];
  const rows: Row[] = await answerOf(transaction.objectStore(store).getAll(IDBKeyRange.bound([key], [key, []])));
  const memory = await keeping;
  if (memory) keep(memory, store, key, rows);
  return rows;
}

function addTerms(found: Found, segments: ReadonlyMap<number, Segment>, row: TermRow, word: QueryWord): void {
  const segment = segments.get(row.segment);
  if (!segment) return;
  let end = 0;
  row.terms.split(' ').forEach((term, at) => {
    const start = end;
    end = row.ends[at] ?? start;
    const typed = typedFit(term, word);
    const fit = inflected(term, word, segment.languages) ? Math.max(typed, stemFit) : typed;
    if (fit === 0) return;
    found.matches.push({ segment: row.segment, postings: row, start, end, fit, asTyped: typed > 0 });
    found.count += end - start;
  });
}

function addPrefix(found: Found, segments: ReadonlyMap<number, Segment>, row: PrefixRow): void {
  if (!segments.has(row.segment)) return;
  const { segment, total, capped } = row;
  const end = row.standings.length;
  found.matches.push({ segment, postings: row, start: 0, end, fit: prefixFit.least, asTyped: true });
  found.count += total;
  found.capped ||= capped;
}

function typedFit(term: string, word: QueryWord): number {
  if (term === word.text) return 1;
  if (!word.prefix || !term.startsWith(word.text)) return 0;
  return prefixFit.least + (prefixFit.most - prefixFit.least) * (word.text.length / term.length);
}

function inflected(term: string, word: QueryWord, languages: readonly string[]): boolean {
  return languages.some((language) => {
    const wanted = word.stems.get(language);
    // No ending changes more than the last two letters that are left of a word, so most terms need no stemming.
    return wanted !== undefined && term.startsWith(wanted.slice(0, -2)) && stem(term, language) === wanted;
  });
}
