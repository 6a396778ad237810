import type { Candidate } from './candidate.ts';

/** The physical limit: no index at all, ten skills read by their numbers. */
export const floor: Candidate = {
  build: async () => {},
  load: async (_, size) => async (_, limit) =>
    Array.from({ length: Math.min(limit, size) }, (_, index) => Math.floor((index * size) / limit)),
};
