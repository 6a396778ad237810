import { create, insertMultiple, load, type RawData, save, search } from '@orama/orama';
import type { Candidate } from './candidate.ts';
import { keep, kept } from './storage.ts';

const empty = () => create({ schema: { name: 'string', keywords: 'string', statement: 'string' } });

/** Orama, kept as the object that it saves. https://github.com/oramasearch/orama */
export const orama: Candidate = {
  build: async (database, skills) => {
    const index = empty();
    const rows = skills.map(({ name, keywords, category, statement }, id) => {
      return { id: String(id), name, keywords: [...keywords, category ?? ''].join(' '), statement };
    });
    await insertMultiple(index, rows, 2000);
    await keep(database, [['orama', save(index)]]);
  },
  load: async (database) => {
    const index = empty();
    load(index, await kept<RawData>(database, 'orama'));
    return async (term, limit) => {
      const { hits } = await search(index, {
        term,
        limit,
        tolerance: 1,
        threshold: 0,
        boost: { name: 4, keywords: 2 },
      });
      return hits.map(({ id }) => Number(id));
    };
  },
};
