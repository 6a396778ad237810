import type { Page } from 'puppeteer-core';
import { type BenchBrowser, startBrowser } from '../browser.ts';
import { atLeast, atMost, type Goal, median, type PartResult, quantile, type Row } from '../result.ts';
import { type CandidateName, candidates } from './candidates/index.ts';
import { largePage, pageOfElements, smallPage } from './pages.ts';
import { schemaOrgPages } from './schema-org.ts';
import { benchScript, readerSize } from './script.ts';
import { type Comparison, compareTriples } from './triples.ts';

declare global {
  var readingBench: typeof import('./page.ts').bench;
}

/** How the bench is run. */
export type ReadingBenchOptions = {
  /** Chromium's executable. */
  chromium: string;
  /** Told what is being done. */
  onProgress?: (what: string) => void;
};

/** A page to read: the tab's own, or several as text; how often in a row, how often in all, and by whom. */
type Work = { work: string; path: string; pages?: string[]; times: number; rounds: number; by: CandidateName[] };

const everybody = Object.keys(candidates) as CandidateName[];

/** Who reads pages of all sizes, to see how time grows. */
const limits: CandidateName[] = ['plumbline', 'floor', 'outerHTML'];

/** Enough for a median; p95 is told from this many on. */
const rounds = 9;
const roundsForP95 = 20;

const large = 'a page of 4 MB';
const steps = [10_000, 100_000, 1_000_000];
const ofElements = (elements: number) => `a page of ${elements.toLocaleString('en')} elements`;

/** Measures our page reader against the libraries and the limits, in real Chromium, and judges it by the goals. */
export async function benchReading({ chromium, onProgress }: ReadingBenchOptions): Promise<PartResult> {
  const examples = schemaOrgPages();
  const small = { path: '/small', times: 1, rounds };
  const works: Work[] = [
    { ...small, work: 'a page of 15 kB', times: 20, rounds: 21, by: everybody },
    { work: large, path: '/large', times: 1, rounds: 11, by: everybody },
    ...(examples.length
      ? [{ ...small, work: `${examples.length} examples of schema.org`, pages: examples, by: everybody }]
      : []),
    ...steps.map((elements) => ({
      work: ofElements(elements),
      path: `/elements/${elements}`,
      times: 1,
      rounds,
      by: limits,
    })),
  ];
  const script = await benchScript();
  const browser = await startBrowser(chromium, (path) => {
    if (path === '/large') return largePage();
    return path === '/small' ? smallPage() : pageOfElements(Number(path.split('/').at(-1)));
  });
  const rows: Row[] = [];
  let triples: Comparison[] = [];
  try {
    for (const work of works) {
      onProgress?.(work.work);
      await inTab(browser, work.path, script, async (page) => {
        rows.push(...(await measure(page, work)));
        if (work.work === large) triples = await compared(page);
      });
    }
  } finally {
    await browser.close();
  }
  rows.push({
    part: 'reading',
    work: 'the injected script',
    candidate: 'plumbline',
    metric: 'gzipped',
    median: (await readerSize()) / 1000,
    unit: 'kB',
  });
  return { rows, goals: goalsOf(rows, triples) };
}

/** Times all candidates in turns, after two rounds that only warm up. */
async function measure(page: Page, { work, pages, times, rounds, by }: Work): Promise<Row[]> {
  const prepare = (count: number, texts?: string[]) => globalThis.readingBench.prepare(count, texts);
  await page.evaluate(prepare, times, pages);
  const taken = new Map<CandidateName, number[]>(by.map((name) => [name, []]));
  const failed = new Map<CandidateName, number>();
  for (let round = -2; round < rounds; round++) {
    // Each begins once, since what ran before still has an effect.
    for (const at of by.keys()) {
      const name = by[(at + round + by.length) % by.length] ?? 'plumbline';
      const result = await page.evaluate((one: CandidateName) => globalThis.readingBench.time(one), name);
      if (round >= 0) taken.get(name)?.push(result.time);
      failed.set(name, result.failed);
    }
  }
  const ours = median(taken.get('plumbline') ?? []);
  return Array.from(taken).flatMap(([candidate, values]): Row[] => {
    const p95 = values.length >= roundsForP95 ? { p95: quantile(values, 0.95) } : {};
    const time = median(values);
    const shared = { part: 'reading', work, candidate };
    return [
      { ...shared, metric: 'time', median: time, ...p95, unit: 'ms' },
      { ...shared, metric: 'of plumbline', median: time / ours, unit: 'x' },
      ...(pages ? [{ ...shared, metric: 'thrown over', median: failed.get(candidate) ?? 0, unit: 'pages' }] : []),
    ];
  });
}

async function compared(page: Page): Promise<Comparison[]> {
  const { reading, html, url } = await page.evaluate(() => globalThis.readingBench.reading());
  return compareTriples(reading, html, url);
}

async function inTab<T>(browser: BenchBrowser, path: string, script: string, act: (page: Page) => Promise<T>) {
  const page = await browser.open(path);
  try {
    await page.evaluate(script);
    return await act(page);
  } finally {
    await page.close();
  }
}

function goalsOf(rows: readonly Row[], triples: readonly Comparison[]): Goal[] {
  const value = (candidate: CandidateName, work = large) =>
    rows.find((row) => row.work === work && row.candidate === candidate)?.median ?? Number.NaN;
  const ours = value('plumbline');
  const growth = steps.slice(1).map((elements, index) => {
    const before = steps[index] ?? elements;
    const ratio = value('plumbline', ofElements(elements)) / value('plumbline', ofElements(before));
    return ratio / (elements / before);
  });
  const size = rows.find(({ metric }) => metric === 'gzipped')?.median ?? Number.NaN;
  const differing = triples.filter(({ same, ours, theirs }) => !same || !ours || ours !== theirs);
  return [
    atMost('reading-floor', '4 MB: at most 4.5 x finding the elements', ours / value('floor'), 4.5),
    atMost('reading-outer-html', '4 MB: below outerHTML alone', ours / value('outerHTML'), 1),
    atLeast('reading-htmlmetaparser', '4 MB: 30 x faster than htmlmetaparser', value('htmlmetaparser') / ours, 30),
    {
      id: 'reading-triples',
      goal: '4 MB: the triples of the RDF parsers',
      measured: triples.map(({ syntax, ours, theirs }) => `${syntax} ${ours} of ${theirs}`).join(', '),
      met: triples.length === 2 && !differing.length,
    },
    atMost('reading-linear', 'time an element, ten times the elements: at most 1.5 x', Math.max(...growth), 1.5),
    atMost('reading-size', 'the injected script, kB gzipped: at most 12', size, 12),
  ];
}
