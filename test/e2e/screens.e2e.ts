import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectNoViolations } from '../support/axe.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { screens, show } from '../support/screens/index.ts';
import { unreachable } from '../support/screens/reading-room.ts';
import { openStage, rooms, type Stage } from '../support/screens/stage.ts';
import { settle } from '../support/settle.ts';

inEachBrowser('every screen and state', (browser) => {
  let stage: Stage;
  let surface: Surface | undefined;
  beforeAll(async () => {
    stage = await openStage(browser());
  });
  afterEach(async () => {
    await browser().setColourScheme('light');
    await surface?.resize(undefined);
  });
  afterAll(() => stage.close());

  // Each is reached from the one before.
  describe.each(screens.filter(({ isExcerpt }) => !isExcerpt))('$name', (screen) => {
    it('has no violation that axe finds, and can be read in little room', async () => {
      const shown = await show(screen, stage, surface);
      surface = shown;
      const { wide, narrow, zoomed } = rooms[screen.kind];
      await shown.resize(wide);
      await settle(shown);
      await expectNoViolations(shown, 'light');
      for (const scheme of ['dark', 'forced'] as const) {
        await browser().setColourScheme(scheme);
        await settle(shown);
        await expectNoViolations(shown, scheme, 'colours');
      }
      for (const [name, room] of Object.entries({ narrow, zoomed })) {
        await shown.resize(room);
        await expect
          .poll(() => unreachable(shown), { message: name, timeout: 3000 })
          .toEqual({ sideways: [], cutOff: [] });
      }
    });
  });

  it('complains of nothing meanwhile', async () => {
    expect(await browser().complaints()).toEqual([]);
  });
});
