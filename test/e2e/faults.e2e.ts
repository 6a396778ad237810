import { afterAll, beforeAll, expect, it } from 'vitest';
import { killAtPoints } from '../faults/points.ts';
import { killAtRandom } from '../faults/random-kills.ts';
import { type Found, lesson, type Stage, setStage } from '../faults/stage.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';

/** What a fault found has to be nothing; what it did is told, since a run of chance wants its seed known. */
function expectNothing({ did, found }: Found): void {
  console.log(did);
  expect(found).toEqual([]);
}

inEachBrowser(
  'a worker that dies',
  (browser) => {
    let stage: Stage;
    let popup: Surface;
    beforeAll(async () => {
      stage = await setStage(browser());
      browser().serve(lesson, await samplePage('/lesson.html'));
      popup = await browser().clickToolbar(await browser().open(lesson));
      await popup.waitFor({ css: 'h1' }, { text: 'The slope of a line' });
    });
    afterAll(() => stage?.close());

    it('leaves one object at the registry and the truth on the screen, killed at any point', async () => {
      expectNothing(await killAtPoints(stage, { every: Number(process.env.EVERY ?? 6), popup }));
    });
  },
  { build: 'rehearsal' },
);

inEachBrowser(
  'a worker that dies all the time',
  (browser) => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage(browser());
    });
    afterAll(() => stage?.close());

    it('loses nothing and doubles nothing, with a registry that misbehaves', async () => {
      expectNothing(await killAtRandom(stage, { kills: 8, publishes: 40 }));
    });
  },
  { build: 'rehearsal' },
);
