import { samplePage } from '../support/pages/serve-pages.mjs';
import { fillStorage } from './full-storage.ts';
import { killAtPoints } from './points.ts';
import { killAtRandom } from './random-kills.ts';
import { killBrowser } from './sigkills.ts';
import { type Found, lesson, type Stage } from './stage.ts';
import { actInWindows } from './windows.ts';
import { cutNetwork, disableExtension, jumpClock, removeRegistry, revokePermission, updateExtension } from './world.ts';

/** How much of a fault is tried: `short` with each change, `long` in the soak. */
export type Length = 'short' | 'long';

/** A fault as it is tried. */
export type Fault = {
  name: string;
  /** Whether it needs a browser that can be told to store little, which Chromium cannot (docs/reliability.md). */
  fillsStorage?: true;
  run(stage: Stage, length: Length): Promise<Found>;
};

/** All of them, in the order in which one browser can go through them; what comes after another finds its rows. */
export const faults = {
  points: {
    name: 'the worker killed at each point of saving and publishing',
    async run(stage, length) {
      const { browser } = stage;
      browser.serve(lesson, await samplePage('/lesson.html'));
      const popup = await browser.clickToolbar(await browser.open(lesson));
      await popup.waitFor({ css: 'h1' }, { text: 'The slope of a line' });
      const found = await killAtPoints(stage, { every: length === 'long' ? 1 : 8, popup });
      await popup.close();
      return found;
    },
  },
  randomKills: {
    name: 'the worker killed at random, with a registry that misbehaves',
    run: (stage, length) =>
      killAtRandom(stage, length === 'long' ? { kills: 200, publishes: 500 } : { kills: 8, publishes: 40 }),
  },
  windows: {
    name: 'three surfaces that act at once',
    run: (stage, length) =>
      actInWindows(stage, length === 'long' ? { runs: 100, commands: 40 } : { runs: 2, commands: 15 }),
  },
  clock: { name: 'the clock set wrong', run: jumpClock },
  network: { name: 'the network gone', run: cutNetwork },
  permission: { name: 'a permission revoked', run: revokePermission },
  update: { name: 'the extension updated under its pages', run: updateExtension },
  disabling: { name: 'the extension switched off under its pages', run: disableExtension },
  removal: { name: 'a registry removed', run: removeRegistry },
  storage: { name: 'storage that is full', fillsStorage: true, run: fillStorage },
  browserKills: {
    name: 'the browser killed',
    run: (stage, length) => killBrowser(stage, { kills: length === 'long' ? 25 : 4 }),
  },
} satisfies Record<string, Fault>;
