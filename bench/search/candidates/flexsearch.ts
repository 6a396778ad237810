import { Document } from 'flexsearch';
import type { Candidate } from './candidate.ts';
import { keep, kept } from './storage.ts';

const empty = () =>
  new Document({ tokenize: 'forward', document: { id: 'id', index: ['name', 'keywords', 'statement'] } });

/** FlexSearch's Document, kept as what it exports. https://github.com/nextapps-de/flexsearch */
export const flexsearch: Candidate = {
  build: async (database, skills) => {
    const index = empty();
    skills.forEach(({ name, keywords, category, statement }, id) => {
      index.add({ id, name, keywords: [...keywords, category ?? ''].join(' '), statement });
    });
    const parts: [string, string][] = [];
    await index.export((key: string, data: string) => {
      if (data) parts.push([key, data]);
    });
    await keep(database, [['flexsearch', parts]]);
  },
  load: async (database) => {
    const index = empty();
    for (const [key, data] of await kept<[string, string][]>(database, 'flexsearch')) index.import(key, data);
    return async (query, limit) => {
      const fields: { result: unknown[] }[] = index.search(query, { limit, suggest: true });
      return Array.from(new Set(fields.flatMap(({ result }) => result.map(Number)))).slice(0, limit);
    };
  },
};
