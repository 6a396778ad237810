import type { Candidate } from './candidate.ts';

/** The physical limit: no index at all, ten skills read by their numbers. */
export const floor: Candidate = {
  build: async () => {},
  load: async () => async (_, limit) => Array.from({ length: limit }, (_, index) => index * 1009),
};
