import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type { FormatId } from '../../lib/domain/bundle.ts';
import { startBrowser } from '../browser.ts';
import { atLeast, atMost, median, type PartResult, type Row } from '../result.ts';
import type { Taken } from './page.ts';

declare global {
  var formatsBench: typeof import('./page.ts').bench;
}

/** How the bench is run. */
export type FormatsBenchOptions = {
  /** Chromium's executable. */
  chromium: string;
  /** How many alignments are written. Default 100,000. */
  count?: number;
  /** How often each is written, at least 7 for figures that are published. Default 7. */
  rounds?: number;
  /** Told what is being done. */
  onProgress?: (what: string) => void;
};

/** Formats that are meant for many alignments at once. */
const streaming = ['plumbline', 'lrmi', 'csv'] as const satisfies readonly FormatId[];

/** Measures how fast many alignments are written, and in how much memory, beside JSON.stringify on the same alignments. */
export async function benchFormats(options: FormatsBenchOptions): Promise<PartResult> {
  const { chromium, count = 100_000, rounds = 7, onProgress } = options;
  const script = await pageScript();
  const browser = await startBrowser(chromium, () => '<!doctype html><title>formats</title>', [
    '--enable-precise-memory-info',
  ]);
  const work = `${count.toLocaleString('en')} alignments`;
  const taken = new Map<string, Taken[]>();
  const inNewTab = async (name: string, run: (page: Page) => Promise<Taken>) => {
    const page = await browser.open('/');
    try {
      await page.evaluate(script);
      taken.set(name, [...(taken.get(name) ?? []), await run(page)]);
    } finally {
      await page.close();
    }
  };
  try {
    for (let round = 0; round < rounds; round++) {
      onProgress?.(`${work}, round ${round + 1} of ${rounds}`);
      await inNewTab('JSON.stringify', (page) =>
        page.evaluate((many: number) => globalThis.formatsBench.stringify(many), count),
      );
      for (const id of streaming)
        await inNewTab(id, (page) =>
          page.evaluate((one, many) => globalThis.formatsBench.write(one, many, false), id as FormatId, count),
        );
      await inNewTab('plumbline, zipped', (page) =>
        page.evaluate((many: number) => globalThis.formatsBench.write('plumbline', many, true), count),
      );
    }
  } finally {
    await browser.close();
  }
  const rows = Array.from(taken).flatMap(([candidate, all]) => rowsOf(work, candidate, all));
  return { rows, goals: goalsOf(rows) };
}

function rowsOf(work: string, candidate: string, taken: readonly Taken[]): Row[] {
  const shared = { part: 'formats', work, candidate };
  const of = (value: (one: Taken) => number) => median(taken.map(value));
  return [
    { ...shared, metric: 'time', median: of(({ time }) => time), unit: 'ms' },
    { ...shared, metric: 'written', median: of(({ bytes }) => bytes / 1e6), unit: 'MB' },
    { ...shared, metric: 'throughput', median: of(({ time, bytes }) => bytes / 1e3 / time), unit: 'MB/s' },
    { ...shared, metric: 'heap over idle', median: of(({ heap }) => heap / 1e6), unit: 'MB' },
  ];
}

function goalsOf(rows: readonly Row[]) {
  const value = (candidate: string, metric: string) =>
    rows.find((row) => row.candidate === candidate && row.metric === metric)?.median ?? Number.NaN;
  // Throughput is told in alignments, since what is written of one differs in length.
  const floor = value('JSON.stringify', 'time');
  return [...streaming, 'plumbline, zipped'].flatMap((name) => [
    atLeast(
      `formats-throughput-${name.replace(', ', '-')}`,
      `${name}: at least half of JSON.stringify's throughput`,
      floor / value(name, 'time'),
      0.5,
    ),
    atMost(
      `formats-heap-${name.replace(', ', '-')}`,
      `${name}: MB of heap over the idle page, at most 96`,
      value(name, 'heap over idle'),
      96,
    ),
  ]);
}

async function pageScript(): Promise<string> {
  const entry = fileURLToPath(new URL('./page.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' });
  return outputFiles[0]?.text ?? '';
}
