import type { Candidate } from './candidate.ts';
import { flexsearch } from './flexsearch.ts';
import { floor } from './floor.ts';
import { minisearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { plumbline } from './plumbline.ts';
import { ufuzzy } from './ufuzzy.ts';

/** All candidates, under the names of the report. */
export const candidates = { floor, plumbline, minisearch, flexsearch, orama, ufuzzy } satisfies Record<
  string,
  Candidate
>;

/** Name of a candidate. */
export type CandidateName = keyof typeof candidates;
