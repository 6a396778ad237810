import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { type BenchBrowser, startBrowser } from '../browser.ts';
import { atMost, type Goal, median, type PartResult, quantile, type Row } from '../result.ts';
import { readStarterLibrary } from '../search/corpus.ts';
import { interactions } from './interactions.ts';
import type { plainBench as PlainBench } from './plain.ts';
import { sizeOfPage, sizeOfReact } from './sizes.ts';
import { emptySearch, watchPage } from './watch.ts';

declare global {
  var plainBench: typeof PlainBench;
  var fillLibrary: (count: number) => Promise<void>;
}

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const extension = project('.output/chrome-mv3');
const queries = ['graph', 'data', 'chart', 'rate', 'source'];

/** How the bench is run. */
export type UiBenchOptions = {
  /** Chromium's executable. */
  chromium: string;
  /** How often the popup is opened, and each of its controls is used. Default 7. */
  rounds?: number;
  /** How many alignments the library holds. Default 100,000. */
  size?: number;
  /** Told what is being done. */
  onProgress?: (what: string) => void;
};

/** Measures the built extension's screens in real Chromium, beside a page without libraries that does the same at first. */
export async function benchUi({
  chromium,
  rounds = 7,
  size = 100_000,
  onProgress,
}: UiBenchOptions): Promise<PartResult> {
  if (!existsSync(extension)) throw new Error('the extension is not built: run "npm run build" first');
  const pages: Record<string, string> = {
    '/plain': `<!doctype html><meta charset="utf-8"><title>The slope of a line</title><body><script>${await script('plain.ts')}</script>`,
    '/lesson': readFileSync(project('test/support/pages/site/lesson.html'), 'utf8'),
  };
  const browser = await startBrowser(
    chromium,
    (path) => pages[path],
    ['--enable-unsafe-extension-debugging'],
    extension,
  );
  try {
    const popup = await letIn(browser);
    const rows = [...(await sizes()), ...(await opening(browser, popup, rounds, onProgress))];
    onProgress?.('typing');
    rows.push(...(await typing(browser, popup, rounds)));
    onProgress?.('controls of the popup');
    rows.push(...(await interactions(browser.puppet, popup, 'popup', rounds)));
    onProgress?.(`a library of ${size}`);
    const library = popup.replace(/popup\.html.*/, 'library.html');
    await fill(browser.puppet, library, size);
    onProgress?.('scrolling');
    rows.push(...(await scrolling(browser.puppet, library, size)));
    onProgress?.('controls of the library');
    rows.push(...(await interactions(browser.puppet, library, 'library', rounds)));
    return { rows, goals: goalsOf(rows) };
  } finally {
    await browser.close();
  }
}

/** Clicks the toolbar on a lesson once, which lets the extension into it; answers the popup's address for that tab. */
async function letIn({ open, puppet }: BenchBrowser): Promise<string> {
  const lesson = await open('/lesson');
  const [[id, installed] = []] = await puppet.extensions();
  if (!installed) throw new Error('the extension is not installed');
  await lesson.triggerExtensionAction(installed);
  const page = await puppet.newPage();
  await page.goto(`chrome-extension://${id}/welcome.html`);
  const tab = await page.waitForFunction(() =>
    chrome.tabs.query({}).then((tabs) => tabs.find(({ title }) => title === 'The slope of a line')?.id),
  );
  const address = `chrome-extension://${id}/popup.html?tab=${await tab.jsonValue()}`;
  await page.close();
  return address;
}

/** The extension's interface, in its pages. */
declare const chrome: typeof import('wxt/browser').browser;

async function sizes(): Promise<Row[]> {
  const shared = { part: 'ui', work: 'what the popup loads', metric: 'gzipped', unit: 'kB' };
  return [
    { ...shared, candidate: 'plumbline', median: sizeOfPage(extension, 'popup.html') },
    { ...shared, candidate: 'react + react-dom', median: await sizeOfReact() },
  ];
}

const watched = {
  plumbline: { popup: '.popup', field: '.combobox input', results: '.option', words: 'graph' },
  'without libraries': { popup: '.plain', field: '.field', results: '.row', words: 'graph' },
};

/** From the navigation to the frame, the search field and the first results, painted. */
async function opening(
  { open, puppet }: BenchBrowser,
  popup: string,
  rounds: number,
  onProgress?: (what: string) => void,
) {
  onProgress?.('opening');
  const filling = await open('/plain');
  await filling.evaluate(
    (skills) => globalThis.plainBench.fill(skills),
    readStarterLibrary(project('public/starter-library.json')),
  );
  const plain = filling.url();
  await filling.close();
  const times = new Map<string, number[]>();
  const measure = async (candidate: keyof typeof watched, address: string) => {
    const page = await puppet.newPage();
    await page.evaluateOnNewDocument(watchPage, watched[candidate]);
    await page.goto(address);
    const seen = await (
      await page.waitForFunction(() => globalThis.sightings.results && globalThis.sightings)
    ).jsonValue();
    await page.evaluate(emptySearch);
    await page.close();
    for (const [name, at] of Object.entries(seen as Record<string, number>)) {
      const key = `${candidate} ${name}`;
      times.set(key, [...(times.get(key) ?? []), at]);
    }
  };
  for (let round = 0; round <= rounds; round++) {
    // The first round only warms up.
    if (round === 1) times.clear();
    const turns = [() => measure('plumbline', popup), () => measure('without libraries', plain)];
    for (const turn of round % 2 ? turns : turns.reverse()) await turn();
  }
  const metrics = { popup: 'frame', field: 'search field', results: 'first results' };
  return Object.keys(watched).flatMap((candidate) =>
    Object.entries(metrics).map(
      ([name, metric]): Row => ({
        part: 'ui',
        work: 'opening the popup',
        candidate,
        metric,
        median: median(times.get(`${candidate} ${name}`) ?? []),
        unit: 'ms',
      }),
    ),
  );
}

/** From a key to the painted results, and the search alone for the same words. */
async function typing({ open, puppet }: BenchBrowser, popup: string, rounds: number): Promise<Row[]> {
  const plain = await open('/plain');
  const page = await puppet.newPage();
  await page.goto(popup);
  await page.waitForSelector('.combobox input');
  const [painted, searched]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    for (const query of queries) {
      await page.bringToFront();
      const time = await page.evaluate(typed, query);
      const alone = await plain.evaluate((words) => globalThis.plainBench.search(words), query);
      if (round === 0) continue;
      painted.push(time);
      searched.push(alone);
    }
  }
  await page.evaluate(emptySearch);
  await Promise.all([page.close(), plain.close()]);
  const row = (candidate: string, values: number[]): Row => ({
    part: 'ui',
    work: 'typing a word',
    candidate,
    metric: candidate === 'floor' ? 'search alone' : 'to painted results',
    median: median(values),
    p95: quantile(values, 0.95),
    unit: 'ms',
  });
  return [row('plumbline', painted), row('floor', searched)];
}

/** Runs in the popup: empties the field, types, waits for the first row and its paint. */
async function typed(words: string): Promise<number> {
  const field = document.querySelector('.combobox input');
  const put = (text: string) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const until = (isThere: boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if ((document.querySelector('.option') !== null) !== isThere) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { childList: true, subtree: true });
      look();
    });
  put('');
  await until(false);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const start = performance.now();
  put(words);
  await until(true);
  await new Promise<void>((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(0);
    }),
  );
  return performance.now() - start;
}

async function fill(puppet: Browser, library: string, size: number): Promise<void> {
  const page = await puppet.newPage();
  await page.goto(library.replace('library', 'welcome'));
  await page.evaluate(await script('fill.ts'));
  await page.evaluate((count) => globalThis.fillLibrary(count), size);
  await page.close();
}

/** Scrolls the table for two seconds a way, and notes how long each frame took. */
async function scrolling(puppet: Browser, library: string, size: number): Promise<Row[]> {
  const page: Page = await puppet.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(library);
  await page.waitForSelector('.table.library .relation', { timeout: 120_000 });
  const frames: number[] = [];
  for (const step of [120, 900, 40_000]) frames.push(...(await page.evaluate(scrolled, step)));
  await page.close();
  const shared = { part: 'ui', work: `scrolling ${size} rows`, candidate: 'plumbline', unit: 'ms' };
  return [
    { ...shared, metric: 'a frame', median: median(frames), p95: quantile(frames, 0.95) },
    { ...shared, metric: 'the longest', median: Math.max(...frames) },
  ];
}

/** Runs in the library: so many pixels further with each frame, 120 times. */
async function scrolled(step: number): Promise<number[]> {
  const list = document.querySelector('.table-wrap');
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const times: number[] = [];
  let before = await frame();
  for (let count = 0; count < 120; count++) {
    list?.scrollBy({ top: step, behavior: 'instant' });
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  return times;
}

function goalsOf(rows: readonly Row[]): Goal[] {
  const find = (work: RegExp, candidate: string, metric: string) =>
    rows.find((row) => work.test(row.work) && row.candidate === candidate && row.metric === metric)?.median ??
    Number.NaN;
  const opened = (metric: string) =>
    find(/^opening/, 'plumbline', metric) / find(/^opening/, 'without libraries', metric);
  const loads = /^what the popup/;
  const controls = rows.filter(({ work }) => /^controls/.test(work));
  const slowest = Math.max(...controls.map(({ p95 = 0 }) => p95));
  return [
    atMost('ui-mounted', 'popup mounted: at most 2 x a page without libraries', opened('frame'), 2),
    atMost('ui-results', 'first results: at most 2.5 x', opened('first results'), 2.5),
    atMost(
      'ui-size',
      'the popup: at most 1.6 x React and React DOM, gzipped',
      find(loads, 'plumbline', 'gzipped') / find(loads, 'react + react-dom', 'gzipped'),
      1.6,
    ),
    atMost(
      'ui-typing',
      'typing to painted results: ms over the search alone, at most a frame',
      find(/^typing/, 'plumbline', 'to painted results') - find(/^typing/, 'floor', 'search alone'),
      16.7,
    ),
    atMost(
      'ui-scrolling',
      'scrolling 100,000 rows: ms of the longest frame, at most 50',
      find(/^scrolling/, 'plumbline', 'the longest'),
      50,
    ),
    atMost(
      'ui-interaction',
      'each control to the next paint, 4 x slower CPU: ms of the slowest p95, at most 100',
      slowest,
      100,
    ),
  ];
}

async function script(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
  });
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
}
