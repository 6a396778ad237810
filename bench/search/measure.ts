import type { Page } from 'puppeteer-core';
import type { Skill } from '../../lib/domain/skill.ts';
import { median, quantile, type Row } from '../result.ts';
import type { SearchBrowser } from './browser.ts';
import type { CandidateName } from './candidates/index.ts';
import { hasAllWords, type Query, queryKinds } from './queries.ts';
import { type JudgedQuery, judgeOf } from './relevance.ts';

declare global {
  var bench: typeof import('./page.ts').bench;
}

/** What all measurements of one size share. */
export type Setting = {
  browser: SearchBrowser;
  skills: readonly Skill[];
  names: readonly CandidateName[];
  /** How often everything is measured; the candidates take turns within each round. */
  rounds: number;
};

const coldQuery = 'manage supply chain';

/** Builds every index once, and those in `repeated` as often as all else, the database dropped in between. */
export async function measureBuild(setting: Setting, repeated: readonly CandidateName[]): Promise<Row[]> {
  const built = new Map<CandidateName, Awaited<ReturnType<typeof bench.build>>[]>();
  for (let round = 0; round < setting.rounds; round++) {
    for (const name of setting.names.filter((one) => round === 0 || repeated.includes(one))) {
      const times = await inPage(setting.browser, (page) =>
        page.evaluate((one, size) => globalThis.bench.build(one, size), name, setting.skills.length),
      );
      built.set(name, [...(built.get(name) ?? []), times]);
    }
  }
  return Array.from(built).flatMap(([name, times]) => {
    const of = (metric: string, unit: string, value: (one: (typeof times)[number]) => number) =>
      row(setting, 'build', name, metric, times.map(value), unit);
    return [
      of('skills and index', 'ms', ({ skills, index }) => skills + index),
      of('index alone', 'ms', ({ index }) => index),
      of('longest pause', 'ms', ({ longest }) => longest),
      row(
        setting,
        'build',
        name,
        'tasks over 50 ms',
        [Math.max(...times.map(({ longTasks }) => longTasks))],
        'at most',
      ),
    ];
  });
}

/** From a new page to ten skills. */
export async function measureCold(setting: Setting): Promise<Row[]> {
  const times = new Map<CandidateName, number[]>(setting.names.map((name) => [name, []]));
  for (let round = 0; round < setting.rounds; round++) {
    for (const [name, list] of times) list.push(await inPage(setting.browser, (page) => load(page, name, setting)));
  }
  return Array.from(times, ([name, list]) => row(setting, 'cold', name, 'to ten skills', list, 'ms'));
}

/** All queries on pages that stay open, what they find, and how much memory that takes. */
export async function measureWarm(
  setting: Setting,
  queries: readonly Query[],
  fresh: readonly Query[],
  judged: readonly JudgedQuery[],
): Promise<Row[]> {
  const empty = await inPage(setting.browser, heapOf);
  const pages = new Map<CandidateName, Page>();
  for (const name of setting.names) {
    const page = await setting.browser.newPage();
    await load(page, name, setting);
    pages.set(name, page);
  }
  const rows = await measureQueries(setting, pages, queries, fresh);
  const judges = judged.map((query) => judgeOf(query, setting.skills));
  for (const [name, page] of pages) {
    const { found } = await search(page, name, setting, judged);
    const scores = judges.flatMap((judge, index) => judge?.(found[index] ?? []) ?? []);
    const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
    rows.push(row(setting, 'relevance', name, `mean of ${scores.length}`, [mean], 'nDCG@10'));
    rows.push(row(setting, 'memory', name, 'heap', [((await heapOf(page)) - empty) / 1e6], 'MB'));
    await page.close();
  }
  return rows;
}

/** Asks the same queries round after round, and at last as many that were never asked before; by kind, in turns. */
async function measureQueries(
  setting: Setting,
  pages: ReadonlyMap<CandidateName, Page>,
  queries: readonly Query[],
  fresh: readonly Query[],
): Promise<Row[]> {
  const rows: Row[] = [];
  const times = new Map<string, number[]>();
  for (let round = 0; round <= setting.rounds + 1; round++) {
    const asked = round > setting.rounds ? fresh : queries;
    for (const kind of queryKinds) {
      const some = asked.filter((query) => query.kind === kind);
      for (const [name, page] of pages) {
        const result = await search(page, name, setting, some);
        // The first round only warms the page up; what it finds is the same in all.
        if (round === 0) rows.push(quality(setting, name, kind, some, result.found));
        const keys = asked === fresh ? [`${name} never asked before`] : [`${name} ${kind}`, `${name} all`];
        if (round > 0) for (const key of keys) times.set(key, [...(times.get(key) ?? []), ...result.times]);
      }
    }
  }
  for (const name of pages.keys()) {
    for (const kind of [...queryKinds, 'all', 'never asked before']) {
      rows.push(row(setting, 'warm', name, kind, times.get(`${name} ${kind}`) ?? [], 'ms'));
    }
  }
  return rows;
}

function quality(
  setting: Setting,
  name: CandidateName,
  kind: string,
  queries: readonly Query[],
  found: Skill[][],
): Row {
  const whole = queries.filter(({ meant }, index) => found[index]?.some((skill) => hasAllWords(skill, meant)));
  return row(setting, 'all words in the first ten', name, kind, [(100 * whole.length) / queries.length], '%');
}

async function inPage<T>(browser: SearchBrowser, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

function load(page: Page, name: CandidateName, { skills }: Setting): Promise<number> {
  const open = (one: CandidateName, size: number, query: string) => globalThis.bench.cold(one, size, query);
  return page.evaluate(open, name, skills.length, coldQuery);
}

function search(page: Page, name: CandidateName, { skills }: Setting, queries: readonly { text: string }[]) {
  const run = (one: CandidateName, size: number, texts: string[]) => globalThis.bench.warm(one, size, texts);
  const texts = queries.map(({ text }) => text);
  return page.evaluate(run, name, skills.length, texts);
}

/** Bytes in use after a collection, those of array buffers among them. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize + backingStorageSize;
}

function row(
  { skills }: Setting,
  work: string,
  candidate: string,
  metric: string,
  values: readonly number[],
  unit: Row['unit'],
): Row {
  const p95 = values.length > 20 ? { p95: quantile(values, 0.95) } : {};
  return {
    part: 'search',
    work: `${work}, ${skills.length} skills`,
    candidate,
    metric,
    median: median(values),
    ...p95,
    unit,
  };
}
