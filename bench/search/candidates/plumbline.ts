import { openSkillIndex } from '../../../lib/skill-index/index.ts';
import type { Candidate } from './candidate.ts';

const over = (database: IDBDatabase) => openSkillIndex({ open: async () => {}, backendDB: () => database });

/** Ours. */
export const plumbline: Candidate = {
  keepsSkills: true,
  build: (database, skills) => over(database).add(skills, { framework: 'bench' }),
  load: async (database) => {
    const index = over(database);
    return async (query, limit) => (await index.search(query, { limit })).map(({ skill }) => skill);
  },
};
