import type { Browser, Page } from 'puppeteer-core';
import { median, quantile, type Row } from '../result.ts';

/** How much slower the processor is made. */
const slowdown = 4;

type Surface = 'popup' | 'library';

/** A control: what it is called, what a person does with it, and what stands there afterwards. */
type Control = { name: string; use(page: Page): Promise<unknown>; shows: string };

const click = (css: string) => (page: Page) => page.click(css);
const press = (key: 'Enter' | 'ArrowDown' | 'g') => (page: Page) => page.keyboard.press(key);

/** The controls in the order in which they are used; each round ends where it began. */
const controls: Record<Surface, readonly Control[]> = {
  popup: [
    { name: 'all that the page says', use: click('.page-card .label-link'), shows: '.everything' },
    { name: 'less of it', use: click('.page-card .label-link'), shows: '.facts' },
    {
      name: 'a letter of the search',
      use: (page) => page.focus('.combobox input').then(() => page.keyboard.press('g')),
      shows: '.option',
    },
    { name: 'the next result', use: press('ArrowDown'), shows: '.option.is-active' },
    { name: 'choosing it', use: press('Enter'), shows: '.skill-card' },
    { name: 'a relation', use: click('label:has(> input[name=relation][value=assesses])'), shows: '.skill-card' },
    { name: 'a fit', use: click('label:has(> input[name=fit][value=minor])'), shows: '.skill-card' },
    { name: 'all relations', use: click('.choice[aria-expanded]'), shows: '.choices' },
    {
      name: 'a letter of the note',
      use: (page) => page.focus('textarea').then(() => page.keyboard.press('g')),
      shows: 'textarea',
    },
    { name: 'saving', use: click('.surface-foot .btn-primary'), shows: '.notice-good' },
    { name: 'more of an alignment', use: click('[aria-labelledby=made] .alignment > .icon-btn'), shows: '.row-acts' },
    { name: 'taking it back', use: click('.notice-good .btn'), shows: '.combobox input' },
  ],
  library: [
    { name: 'picking a row', use: click('.table.library tbody .tick'), shows: '.bulk-bar' },
    { name: 'picking all rows', use: click('.table.library thead .tick'), shows: '.bulk-bar' },
    { name: 'picking none', use: click('.bulk-bar > .link'), shows: '.table.library' },
    {
      name: 'a letter of the search',
      use: (page) => page.focus('.find input').then(() => page.keyboard.press('g')),
      shows: '.find',
    },
    { name: 'another tab', use: click('.tabs > a[href="#outbox"]'), shows: '.outbox, .main .empty' },
    { name: 'and back', use: click('.tabs > a[href="#library"]'), shows: '.table.library .relation' },
  ],
};

declare global {
  var slowest: number;
}

/** How long it takes from using each control to the next paint (web.dev/inp), with a processor that is slowed down. */
export async function interactions(puppet: Browser, address: string, surface: Surface, rounds: number): Promise<Row[]> {
  const page = await puppet.newPage();
  await page.setViewport(surface === 'popup' ? { width: 400, height: 600 } : { width: 1280, height: 900 });
  await page.evaluateOnNewDocument(watchEvents);
  const times = new Map<string, number[]>();
  const start = surface === 'popup' ? '.combobox input' : '.table.library .relation';
  await page.goto(address);
  await page.waitForSelector(start);
  await page.emulateCPUThrottling(slowdown);
  for (let round = 0; round < rounds; round++) {
    await page.bringToFront();
    await page.focus('input');
    for (const { name, use, shows } of controls[surface]) {
      await page.evaluate(() => {
        globalThis.slowest = 0;
      });
      await use(page);
      await page.waitForSelector(shows, { timeout: 60_000 });
      const time = await page.evaluate(settled);
      times.set(name, [...(times.get(name) ?? []), time]);
    }
  }
  await page.close();
  return Array.from(times, ([name, all]) => ({
    part: 'ui',
    work: `controls of the ${surface}, ${slowdown} x slower CPU`,
    candidate: name,
    metric: 'to the next paint',
    median: median(all),
    p95: quantile(all, 0.95),
    unit: 'ms',
  }));
}

/** Runs in the page: keeps the longest interaction; those under 16 ms are not told by the browser. */
function watchEvents(): void {
  globalThis.slowest = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
      if (entry.interactionId) globalThis.slowest = Math.max(globalThis.slowest, entry.duration);
  }).observe({ type: 'event', buffered: false, durationThreshold: 16 } as PerformanceObserverInit);
}

/** Runs in the page: waits until the browser told of what was done, and answers how long the longest took. */
async function settled(): Promise<number> {
  for (let frame = 0; frame < 3; frame++)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return globalThis.slowest;
}
