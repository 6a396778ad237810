import type { PrefixRow, Segment, SpellingRow, StoreName, TermRow } from './stores.ts';

/** A row that is looked up by the letters of a word. */
export type LookupRow = TermRow | PrefixRow | SpellingRow;

/**
 * What was read of an index lately, as it was while these segments were live. Nothing in a live segment changes, so all
 * of it holds as long as the same are live, and is of no use from then on: each search compares them (search.ts).
 */
export type Memory = {
  segments: readonly Segment[];
  /** By store and key, those used last at the end. */
  rows: Map<string, readonly LookupRow[]>;
  /** About how many bytes the rows take. */
  bytes: number;
};

/** Most bytes that are kept of one database: a search box is open for minutes, and most words are typed more than once. */
export const mostBytes = 4_000_000;

/** What each row takes besides its contents, about: its arrays, their buffers, its place in the map. */
const bytesOfRow = 800;

/** By connection, so that it goes when the connection does: a screen makes an index anew for every search. */
const memories = new WeakMap<IDBDatabase, Memory>();

/** What is remembered of a database. */
export function memoryOf(database: IDBDatabase): Memory | undefined {
  return memories.get(database);
}

/** Begins anew, with the segments that are live now. */
export function remember(database: IDBDatabase, segments: readonly Segment[]): Memory {
  const memory: Memory = { segments, rows: new Map(), bytes: 0 };
  memories.set(database, memory);
  return memory;
}

/** Whether the segments that are live now are those of the memory. */
export function isCurrent({ segments }: Memory, live: readonly Segment[]): boolean {
  return segments.length === live.length && segments.every(({ token }, at) => token === live[at]?.token);
}

/** The rows under a key of a store, where they are known. */
export function recall(memory: Memory, store: StoreName, key: string | number): readonly LookupRow[] | undefined {
  const name = nameOf(store, key);
  const rows = memory.rows.get(name);
  if (rows) {
    memory.rows.delete(name);
    memory.rows.set(name, rows);
  }
  return rows;
}

/** Keeps what live segments have under a key of a store, in the place of the rows that were not used for longest. */
export function keep(memory: Memory, store: StoreName, key: string | number, rows: readonly LookupRow[]): void {
  const name = nameOf(store, key);
  if (memory.rows.has(name)) return;
  const live = rows.filter(({ segment }) => memory.segments.some(({ id }) => id === segment));
  memory.rows.set(name, live);
  memory.bytes += bytesOf(live);
  for (const [oldest, old] of memory.rows) {
    if (memory.bytes <= mostBytes) return;
    memory.rows.delete(oldest);
    memory.bytes -= bytesOf(old);
  }
}

function nameOf(store: StoreName, key: string | number): string {
  return `${store} ${key}`;
}

function bytesOf(rows: readonly LookupRow[]): number {
  return rows.reduce((sum, row) => sum + bytesOfRow + contentOf(row), 0);
}

function contentOf(row: LookupRow): number {
  if ('words' in row) return row.words.length;
  return 3 * row.standings.length + ('terms' in row ? row.terms.length + row.ends.byteLength : 0);
}
