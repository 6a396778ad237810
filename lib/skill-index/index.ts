import type { Skill } from '../domain/skill.ts';
import { type SkillHit, searchSkills } from './search.ts';
import { markDead } from './segments.ts';
import { sweep } from './sweeping.ts';
import { writeSkills } from './writing.ts';

export type { SkillHit } from './search.ts';
export { createSkillIndexStores, skillIndexStores } from './stores.ts';

/** The database that holds the index: one of Dexie's, or anything that can be opened and then shows its IDBDatabase. */
export type IndexDatabase = {
  /** Opens the database, or settles at once where it is open. */
  open(): PromiseLike<unknown>;
  /** The open database. */
  backendDB(): IDBDatabase;
};

/** How skills are added. */
export type AddOptions = {
  /** Under which name they are kept, filtered and removed together. Default: the empty string. */
  framework?: string;
  /** Whether they take the place of all that stands under this name. Default false: they come beside it. */
  replace?: boolean;
  /** Told after every few hundred skills how many were taken in so far. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
};

/** How a search is narrowed. */
export type SearchOptions = {
  /** How many skills at most. Default 10. */
  limit?: number;
  /** Only skills added under these names. Default: all. */
  frameworks?: readonly string[];
  signal?: AbortSignal;
};

/**
 * A full-text index over skills, kept in IndexedDB. Between calls a few megabytes of what was read stay in memory with the
 * database's connection, for as long as nothing is added or removed, by whomever.
 */
export interface SkillIndex {
  /**
   * Adds skills in slices that hold the thread only for milliseconds. All become visible at once, at the end; where
   * adding fails, is aborted or killed, none does, and the next writing frees the space that was taken.
   * Rejects with the signal's reason on abort, and with the database's error (`QuotaExceededError`).
   */
  add(skills: Iterable<Skill> | AsyncIterable<Skill>, options?: AddOptions): Promise<void>;
  /** Removes what was added under a name: invisible in one step, then swept away in slices. */
  remove(framework: string, options?: { signal?: AbortSignal }): Promise<void>;
  /**
   * The skills that have every word of the query, best first, then such as have some. A word counts where a word of
   * the skill begins with it, or is another inflection of it; where no word does, where one is a mistake or two away.
   * An address, a UUID, a CTID or a notation finds its skill. The same address is answered once.
   */
  search(query: string, options?: SearchOptions): Promise<SkillHit[]>;
}

/** What keeps two writers apart. `navigator.locks` in a browser. */
export type Locks = { request<T>(name: string, work: () => Promise<T>): Promise<T> };

/**
 * Opens the index that lives in the object stores named by `skillIndexStores`. Reads nothing until it is asked.
 * Writing takes turns: under `locks` between all contexts of the extension, without them within this one only.
 */
export function openSkillIndex(database: IndexDatabase, locks: Locks | undefined = browserLocks()): SkillIndex {
  let turn: Promise<unknown> = Promise.resolve();
  const opened = async () => {
    await database.open();
    return database.backendDB();
  };
  const write = async (work: (database: IDBDatabase) => Promise<void>): Promise<void> => {
    const open = await opened();
    const locked = () => (locks ? locks.request(`skill-index ${open.name}`, () => work(open)) : work(open));
    const done = turn.then(locked, locked);
    turn = done;
    return done;
  };
  return {
    add: (skills, { framework = '', replace = false, onProgress, signal } = {}) =>
      write(async (open) => {
        signal?.throwIfAborted();
        await sweep(open, signal);
        try {
          await writeSkills(open, skills, { framework, replace, onProgress, signal });
        } finally {
          // It only frees space, so its failure says nothing of the adding; the next writing sweeps again.
          await sweep(open).catch(() => {});
        }
      }),
    remove: (framework, { signal } = {}) =>
      write(async (open) => {
        signal?.throwIfAborted();
        await markDead(open, (segment) => segment.framework === framework);
        await sweep(open, signal);
      }),
    search: async (query, { limit = 10, frameworks, signal } = {}) =>
      searchSkills(await opened(), query, { limit, ...(frameworks && { frameworks }), ...(signal && { signal }) }),
  };
}

function browserLocks(): Locks | undefined {
  return (globalThis.navigator as Navigator | undefined)?.locks;
}
