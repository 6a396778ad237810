import type { Postings } from './postings.ts';

/**
 * The object stores of the index, as Dexie schema strings for `version(n).stores(...)`. All keys are out of line, and
 * none has an index: what the index looks up, it looks up by key.
 * - `skills`: `[segment, page]` -> SkillPage: the skills of a segment, some to a row
 * - `skillSegments`: id -> Segment
 * - `skillTerms`: `[first four letters, segment, part]` -> TermRow: the terms that begin so, with their postings
 * - `skillPrefixes`: `[one to three letters, segment]` -> PrefixRow: the best skills with a word that begins so
 * - `skillSpellings`: `[length, segment]` -> SpellingRow: every word of that length, to correct a misspelt one
 */
export const skillIndexStores = {
  skills: '',
  skillSegments: '',
  skillTerms: '',
  skillPrefixes: '',
  skillSpellings: '',
} as const;

/** Name of an object store of the index. */
export type StoreName = keyof typeof skillIndexStores;

/** All of the index's object stores. */
export const storeNames = Object.keys(skillIndexStores) as StoreName[];

/** Declares the object stores in a database that is being upgraded. For databases made without Dexie. */
export function createSkillIndexStores(database: IDBDatabase): void {
  for (const name of storeNames) database.createObjectStore(name);
}

/**
 * A run of skills that were indexed together and are dropped together. A framework is one or more segments. Nothing in
 * a segment ever changes but its state, so adding a framework touches no other's rows, and its going live, or its
 * replacing an older one, is one small transaction over this store.
 */
export type Segment = {
  id: number;
  /**
   * Tells it from all segments that there ever were, since ids are given again. A segment without one was written before
   * there were any, in rows of another shape: it is not searched, and swept away.
   */
  token?: string;
  framework: string;
  /** `writing` until everything is in; `dead` once removed or given up, until its rows are swept away. */
  state: 'writing' | 'live' | 'dead';
  /** How many skills it holds; they are numbered from 0. */
  count: number;
  /** Primary language subtags of its skills as far as they matter for stemming. */
  languages: string[];
};

/**
 * Skills of one segment in the order of their numbers, a line of JSON each: `skillsOnPage` of them, on the last page
 * fewer. A row a skill would make the database the slowest part of an import; to find one of eight lines costs nothing.
 */
export type SkillPage = string;

/** How many skills a page holds. */
export const skillsOnPage = 8;

/** Terms of one segment which share their first four letters, and their postings, one term's after the other's. */
export type TermRow = Postings & {
  segment: number;
  /** The terms, separated by a space. */
  terms: string;
  /** Where each term's postings end. */
  ends: Uint16Array;
};

/** The best skills of one segment with a word that begins with one to three given letters. */
export type PrefixRow = Postings & {
  segment: number;
  /** How many skills have such a word. */
  total: number;
  /** Whether the postings hold only the worthiest of them. */
  capped: boolean;
};

/** Words of one segment which have the same length. */
export type SpellingRow = {
  segment: number;
  /** The words one after the other, each as long as the row's key says, in UTF-16 code units. */
  words: string;
};
