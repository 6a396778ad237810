import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { bundled, chromium, launchChromium } from './chromium.ts';
import { type Fuzz, readMutations } from './mutations.ts';

/** `FUZZ_RUNS` pages a run, default 10,000; `SEED` repeats one. */
const runs = Number(process.env.FUZZ_RUNS ?? 10_000);
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

const folder = new URL('../fixtures/pages/', import.meta.url);
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** In Chromium where there is one, which is the real thing and many times as fast; else in jsdom. */
const place = chromium ? 'Chromium' : 'jsdom';

it(`reads ${runs} mutated pages in ${place} without a failure (seed ${seed})`, async () => {
  console.log(`fuzz: seed ${seed}, ${runs} mutations of ${pages.length} pages in ${place}`);
  const fuzz: Fuzz = { pages, runs, seed };
  const failures = chromium ? await inChromium(fuzz) : readMutations(fuzz, new new JSDOM('').window.DOMParser());
  expect(failures).toEqual([]);
}, 240_000);

async function inChromium(fuzz: Fuzz): Promise<string[]> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.evaluate(await bundled('mutations.ts', 'mutations'));
    return (await page.evaluate(`mutations.readMutations(${JSON.stringify(fuzz)}, new DOMParser())`)) as string[];
  } finally {
    await browser.close();
  }
}
