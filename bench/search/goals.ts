import { atLeast, atMost, type Goal, type Row } from '../result.ts';

/** Judges the rows by the goals. `small` and `large` are the two sizes measured. */
export function searchGoals(rows: readonly Row[], small: number, large: number): Goal[] {
  const find = (work: string, candidate: string, metric: string, size = large) =>
    rows.find((row) => row.work === `${work}, ${size} skills` && row.candidate === candidate && row.metric === metric);
  const value = (...of: Parameters<typeof find>) => find(...of)?.median ?? Number.NaN;
  const p95 = (candidate: string) => find('warm', candidate, 'all')?.p95 ?? Number.NaN;
  const ours = (work: string, metric: string, size = large) => value(work, 'plumbline', metric, size);
  const cold = ours('cold', 'to ten skills');
  const words = ['one word', 'two words', 'three words'];
  const found = (candidate: string) =>
    words.reduce((sum, kind) => sum + value('all words in the first ten', candidate, kind), 0) / words.length;
  const best = Math.max(
    ...rows.filter((row) => row.unit === 'nDCG@10' && row.candidate !== 'plumbline').map((row) => row.median),
  );
  return [
    atMost(
      'search-cold-floor',
      'cold, large: at most 4 x the floor',
      cold / value('cold', 'floor', 'to ten skills'),
      4,
    ),
    atMost('search-cold-size', 'cold: large at most 1.3 x small', cold / ours('cold', 'to ten skills', small), 1.3),
    atLeast(
      'search-cold-minisearch',
      'cold, large: 40 x faster than MiniSearch',
      value('cold', 'minisearch', 'to ten skills') / cold,
      40,
    ),
    atLeast('search-warm-p95', 'warm p95, large: 8 x faster than MiniSearch', p95('minisearch') / p95('plumbline'), 8),
    atLeast(
      'search-heap',
      'heap, large: 1/8 of MiniSearch',
      value('memory', 'minisearch', 'heap') / ours('memory', 'heap'),
      8,
    ),
    atLeast('search-words', 'words, % found: no fewer than MiniSearch', found('plumbline') - found('minisearch'), 0),
    atLeast('search-typos', 'typos, % found: 98', ours('all words in the first ten', 'typo'), 98),
    atLeast('search-relevance', 'nDCG@10: no worse than the best library', ours('relevance', 'mean') - best, 0),
    atMost(
      'search-build',
      'build, large: at most MiniSearch',
      ours('build', 'skills and index') / value('build', 'minisearch', 'skills and index'),
      1,
    ),
    atMost('search-pause', 'build, large: no pause over 50 ms', ours('build', 'longest pause'), 50),
  ];
}
