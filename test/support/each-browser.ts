import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Browser, BrowserName, LaunchOptions } from './browsers/browser.ts';
import { findExecutable } from './browsers/executable.ts';
import { launchers } from './browsers/launchers.ts';
import { type Build, built } from './built.ts';

/** How the browser of a block is started, and with what: the extension as it is shipped, or the build that rehearses faults. */
type BlockOptions = Omit<LaunchOptions, 'extension'> & { build?: Build };

/**
 * Describes behaviour of the built extension once for each browser, with a fresh browser for the whole block. Throws
 * where the extension is not built; a browser that is not installed is left out with a notice.
 */
export function inEachBrowser(
  what: string,
  tests: (browser: () => Browser) => void,
  { build = 'shipped', ...options }: BlockOptions = {},
): void {
  for (const name of Object.keys(launchers) as BrowserName[]) {
    const isMissing = findExecutable(name) === undefined;
    if (isMissing) console.log(`${name} is not installed: "${what}" is left out there`);
    describe.skipIf(isMissing)(`${what}, in ${name}`, () => {
      let browser: Browser | undefined;
      beforeAll(async () => {
        browser = await launchers[name]({ ...options, extension: built(name, build) });
      });
      afterAll(() => browser?.close());
      tests(() => {
        if (!browser) throw new Error(`${name} did not start`);
        return browser;
      });
    });
  }
}

/** Data made by others, where the folder is there; it is never part of the project. */
export const sharedData = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Whether that folder is there. */
export const hasSharedData = existsSync(sharedData);

/** A file of that folder as text. */
export function sharedText(path: string): string {
  return readFileSync(`${sharedData}/${path}`, 'utf8');
}
