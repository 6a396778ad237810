import type { Skill } from '../../../lib/domain/skill.ts';

/** A way to search skills that are kept in IndexedDB, as the page runs it. */
export interface Candidate {
  /** Builds the index and keeps it. The skills themselves are kept by the page, unless `keepsSkills`. */
  build(database: IDBDatabase, skills: readonly Skill[]): Promise<void>;
  /** Makes ready to search `size` skills: reads whatever has to be in memory. */
  load(database: IDBDatabase, size: number): Promise<Searcher>;
  /** Whether the skills are part of the index, so that the page neither writes nor reads them. */
  readonly keepsSkills?: true;
}

/** Answers the numbers of the best skills, or the skills themselves. */
export type Searcher = (query: string, limit: number) => Promise<readonly number[] | readonly Skill[]>;
