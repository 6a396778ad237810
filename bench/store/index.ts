import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { startBrowser } from '../browser.ts';
import { atLeast, atMost, type Goal, median, type PartResult, quantile, type Row } from '../result.ts';
import type { Keeper } from './page.ts';

declare global {
  var storeBench: typeof import('./page.ts').bench;
}

/** How the bench is run. */
export type StoreBenchOptions = {
  /** Chromium's executable. */
  chromium: string;
  /** How many alignments are imported, and how often: each candidate in turn. Default 10,000 seven times, 100,000 three times. */
  imports?: readonly { count: number; rounds: number }[];
  /** How many alignments the library holds that the rest is measured in. Default 100,000. */
  size?: number;
  /** How often a save, the first rows and the counts are measured. Default 41. */
  rounds?: number;
  /** Told what is being done. */
  onProgress?: (what: string) => void;
};

/** The same as in page.ts, which runs in the browser alone. */
const keepers = ['plumbline', 'dexie', 'floor'] as const satisfies readonly Keeper[];

const defaultImports = [
  { count: 10_000, rounds: 7 },
  { count: 100_000, rounds: 3 },
];

/** Measures how fast the store writes and reads, beside Dexie alone and IndexedDB with nothing in front of it. */
export async function benchStore(options: StoreBenchOptions): Promise<PartResult> {
  const { chromium, imports = defaultImports, size = 100_000, rounds = 41, onProgress } = options;
  const html = `<!doctype html><meta charset="utf-8"><title>store</title><script>${await pageScript()}</script>`;
  const browser = await startBrowser(chromium, () => html);
  const rows: Row[] = [];
  try {
    const page = await browser.open('/');
    for (const { count, rounds } of imports) {
      onProgress?.(`import of ${count}`);
      const import1 = (one: Keeper, many: number) => globalThis.storeBench.importOnce(one, many);
      const times = await inTurns(rounds, (keeper) => page.evaluate(import1, keeper, count));
      rows.push(...rowsOf(`import of ${count} alignments`, 'time', times));
    }
    onProgress?.(`a library of ${size}`);
    await page.evaluate((count: number) => globalThis.storeBench.fill(count), size);
    rows.push(...(await measureLibrary(page, size, rounds)));
  } finally {
    await browser.close();
  }
  return { rows, goals: goalsOf(rows, imports, size) };
}

async function measureLibrary(page: Page, size: number, rounds: number): Promise<Row[]> {
  await page.evaluate(() => globalThis.storeBench.open());
  const [ours, ...others] = await page.evaluate(() => globalThis.storeBench.counted());
  if (others.some((counted) => String(counted) !== String(ours)))
    throw new Error(`not all count the same: ${ours}; ${others.join('; ')}`);
  const works = [
    ['one save', (keeper: Keeper) => page.evaluate((one: Keeper) => globalThis.storeBench.save(one), keeper)],
    [
      'the first 50 rows',
      (keeper: Keeper) => page.evaluate((one: Keeper) => globalThis.storeBench.firstRows(one), keeper),
    ],
    ['the counts', (keeper: Keeper) => page.evaluate((one: Keeper) => globalThis.storeBench.count(one), keeper)],
  ] as const;
  const rows: Row[] = [];
  for (const [work, measure] of works) {
    // The first round only warms up.
    await inTurns(1, measure);
    rows.push(...rowsOf(`${work} of ${size} alignments`, 'time', await inTurns(rounds, measure)));
  }
  return rows;
}

/** Measures all, one after the other, round after round; who begins changes with the round. */
async function inTurns(rounds: number, measure: (keeper: Keeper) => Promise<number>): Promise<Map<Keeper, number[]>> {
  const times = new Map<Keeper, number[]>(keepers.map((keeper) => [keeper, []]));
  for (let round = 0; round < rounds; round++) {
    const first = round % keepers.length;
    for (const keeper of [...keepers.slice(first), ...keepers.slice(0, first)])
      times.get(keeper)?.push(await measure(keeper));
  }
  return times;
}

function rowsOf(work: string, metric: string, times: ReadonlyMap<Keeper, readonly number[]>): Row[] {
  const floor = median(times.get('floor') ?? []);
  return Array.from(times).flatMap(([candidate, all]): Row[] => {
    const shared = { part: 'store', work, candidate };
    const p95 = all.length > 20 ? { p95: quantile(all, 0.95) } : {};
    return [
      { ...shared, metric, median: median(all), ...p95, unit: 'ms' },
      { ...shared, metric: 'of the floor', median: median(all) / floor, unit: 'x' },
    ];
  });
}

function goalsOf(rows: readonly Row[], imports: readonly { count: number }[], size: number): Goal[] {
  const ofFloor = (work: string) =>
    rows.find((row) => row.work === work && row.candidate === 'plumbline' && row.metric === 'of the floor')?.median ??
    Number.NaN;
  return [
    ...imports.map(({ count }) =>
      atMost(
        `store-import-${count}`,
        `import of ${count}: at most 1.3 x raw IndexedDB`,
        ofFloor(`import of ${count} alignments`),
        1.3,
      ),
    ),
    atMost('store-save', 'one save: at most 3 x a raw put of each', ofFloor(`one save of ${size} alignments`), 3),
    atMost(
      'store-first-rows',
      'first 50 rows: at most 3 x a raw cursor',
      ofFloor(`the first 50 rows of ${size} alignments`),
      3,
    ),
    atLeast('store-counts', 'counts: 30 x faster than count()', 1 / ofFloor(`the counts of ${size} alignments`), 30),
  ];
}

async function pageScript(): Promise<string> {
  const entry = fileURLToPath(new URL('./page.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
  });
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
}
