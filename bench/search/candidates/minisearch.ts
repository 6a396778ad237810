import MiniSearch, { type Options } from 'minisearch';
import type { Skill } from '../../../lib/domain/skill.ts';
import type { Candidate } from './candidate.ts';
import { keep, kept } from './storage.ts';

const options: Options<Skill & { id: number }> = {
  fields: ['name', 'keywords', 'category', 'statement'],
  extractField: (skill, field) => {
    const value: unknown = Object.hasOwn(skill, field) ? skill[field as keyof Skill] : '';
    return Array.isArray(value) ? value.join(' ') : String(value);
  },
  searchOptions: { boost: { name: 4, keywords: 2, category: 2 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' },
};

/** MiniSearch, kept as its JSON. https://github.com/lucaong/minisearch */
export const minisearch: Candidate = {
  build: async (database, skills) => {
    const index = new MiniSearch(options);
    index.addAll(skills.map((skill, id) => ({ ...skill, id })));
    await keep(database, [['minisearch', JSON.stringify(index)]]);
  },
  load: async (database) => {
    const index = MiniSearch.loadJSON(await kept<string>(database, 'minisearch'), options);
    return async (query, limit) => {
      const whole = index.search(query);
      const found = whole.length > 0 ? whole : index.search(query, { combineWith: 'OR' });
      return found.slice(0, limit).map(({ id }) => Number(id));
    };
  },
};
