import UFuzzy from '@leeoniya/ufuzzy';
import type { Candidate } from './candidate.ts';
import { keep, kept } from './storage.ts';

/** uFuzzy over one line a skill, kept as one text. https://github.com/leeoniya/uFuzzy */
export const ufuzzy: Candidate = {
  build: async (database, skills) => {
    const lines = skills.map(({ name, keywords, category, statement }) =>
      [name, ...keywords, category ?? '', statement].join(' · ').replaceAll('\n', ' '),
    );
    await keep(database, [['ufuzzy', lines.join('\n')]]);
  },
  load: async (database) => {
    const lines = (await kept<string>(database, 'ufuzzy')).split('\n');
    const fuzzy = new UFuzzy({ intraMode: 1 });
    return async (query, limit) => {
      const [found, info, order] = fuzzy.search(lines, query, 5, 1000);
      if (info && order) return order.slice(0, limit).map((at) => info.idx[at] ?? 0);
      return (found ?? []).slice(0, limit);
    };
  },
};
