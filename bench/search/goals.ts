import { atLeast, atMost, type Goal, type Row } from '../result.ts';

/** Judges the rows by the goals. `small` and `large` are the two sizes measured. */
export function searchGoals(rows: readonly Row[], small: number, large: number): Goal[] {
  const find = (work: string, candidate: string, metric: string, size = large) =>
    rows.find((row) => row.work === `${work}, ${size} skills` && row.candidate === candidate && row.metric === metric);
  const value = (...of: Parameters<typeof find>) => find(...of)?.median ?? Number.NaN;
  const p95 = (candidate: string, metric = 'all') => find('warm', candidate, metric)?.p95 ?? Number.NaN;
  const fresh = 'never asked before';
  const ours = (work: string, metric: string, size = large) => value(work, 'plumbline', metric, size);
  const cold = ours('cold', 'to ten skills');
  const words = ['one word', 'two words', 'three words'];
  const found = (candidate: string) =>
    words.reduce((sum, kind) => sum + value('all words in the first ten', candidate, kind), 0) / words.length;
  const relevance = rows.filter(({ unit, work }) => unit === 'nDCG@10' && work.endsWith(` ${large} skills`));
  const [own, others] = [true, false].map((mine) =>
    Math.max(...relevance.filter(({ candidate }) => (candidate === 'plumbline') === mine).map(({ median }) => median)),
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
      'search-warm-fresh',
      'the same of queries never asked before: 8 x',
      p95('minisearch', fresh) / p95('plumbline', fresh),
      8,
    ),
    atLeast(
      'search-heap',
      'heap, large: 1/8 of MiniSearch',
      value('memory', 'minisearch', 'heap') / ours('memory', 'heap'),
      8,
    ),
    atLeast('search-words', 'words, % found: no fewer than MiniSearch', found('plumbline') - found('minisearch'), 0),
    atLeast('search-typos', 'typos, % found: 98', ours('all words in the first ten', 'typo'), 98),
    atLeast(
      'search-relevance',
      'nDCG@10: no worse than the best library',
      (own ?? Number.NaN) - (others ?? Number.NaN),
      0,
    ),
    atMost(
      'search-build',
      'build, large: at most MiniSearch',
      ours('build', 'skills and index') / value('build', 'minisearch', 'skills and index'),
      1,
    ),
    atMost('search-pause', 'build, large: tasks over 50 ms: none', ours('build', 'tasks over 50 ms'), 0),
  ];
}
