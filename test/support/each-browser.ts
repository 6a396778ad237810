import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Browser, BrowserName } from './browsers/browser.ts';
import { findExecutable } from './browsers/executable.ts';
import { launchers } from './browsers/launchers.ts';

const folders: Record<BrowserName, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/**
 * Describes behaviour of the built extension once for each browser, with a fresh browser for the whole block. Throws
 * where the extension is not built; a browser that is not installed is left out with a notice.
 */
export function inEachBrowser(what: string, tests: (browser: () => Browser) => void): void {
  for (const name of Object.keys(launchers) as BrowserName[]) {
    const isMissing = findExecutable(name) === undefined;
    if (isMissing) console.log(`${name} is not installed: "${what}" is left out there`);
    describe.skipIf(isMissing)(`${what}, in ${name}`, () => {
      let browser: Browser | undefined;
      beforeAll(async () => {
        browser = await launchers[name]({ extension: built(name) });
      });
      afterAll(() => browser?.close());
      tests(() => {
        if (!browser) throw new Error(`${name} did not start`);
        return browser;
      });
    });
  }
}

function built(name: BrowserName): string {
  const folder = fileURLToPath(new URL(`../../.output/${folders[name]}`, import.meta.url));
  if (!existsSync(folder)) throw new Error(`${folders[name]} is not built: run "npm run build" first`);
  return folder;
}

/** Data made by others, where the folder is there; it is never part of the project. */
export const sharedData = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Whether that folder is there. */
export const hasSharedData = existsSync(sharedData);

/** A file of that folder as text. */
export function sharedText(path: string): string {
  return readFileSync(`${sharedData}/${path}`, 'utf8');
}
