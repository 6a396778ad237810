import type { Skill } from '../../lib/domain/skill.ts';
import type { Goal, Row } from '../result.ts';
import { startSearchBrowser } from './browser.ts';
import { type CandidateName, candidates } from './candidates/index.ts';
import { grow } from './corpus.ts';
import { searchGoals } from './goals.ts';
import { measureBuild, measureCold, measureWarm } from './measure.ts';
import { makeQueries } from './queries.ts';
import { seeded } from './random.ts';
import { readJudgedQueries } from './relevance.ts';

/** How the bench is run. */
export type SearchBenchOptions = {
  /** The skills, which are cut or grown to each size. */
  skills: readonly Skill[];
  /** The file of judged queries; see relevance.ts. */
  judged: string;
  /** Chromium's executable. */
  chromium: string;
  /** The two numbers of skills, the smaller one first. Default 14,000 and 100,000. */
  sizes?: readonly [small: number, large: number];
  /** How often each is measured, at least 7 for figures that are published. Default 7. */
  rounds?: number;
  /** Told what is being done. */
  onProgress?: (what: string) => void;
};

/** Measures our index against the libraries and the floor, in real Chromium, and judges it by the goals. */
export async function benchSearch(options: SearchBenchOptions): Promise<{ rows: Row[]; goals: Goal[] }> {
  const { skills, judged, chromium, sizes = [14_000, 100_000], rounds = 7, onProgress } = options;
  const all = grow(skills, sizes[1], seeded(1));
  const names = Object.keys(candidates) as CandidateName[];
  const queries = readJudgedQueries(judged);
  const rows: Row[] = [];
  const browser = await startSearchBrowser(chromium, all);
  try {
    for (const size of sizes) {
      const some: readonly Skill[] = all.slice(0, size);
      const setting = { browser, skills: some, names, rounds };
      onProgress?.(`${size} skills: build`);
      rows.push(...(await measureBuild(setting, ['plumbline', 'minisearch'])));
      onProgress?.(`${size} skills: cold`);
      rows.push(...(await measureCold(setting)));
      onProgress?.(`${size} skills: warm`);
      const [asked, fresh] = [makeQueries(some, 60, seeded(7)), makeQueries(some, 60, seeded(8))];
      rows.push(...(await measureWarm(setting, asked, fresh, queries)));
    }
  } finally {
    await browser.close();
  }
  return { rows, goals: searchGoals(rows, ...sizes) };
}
