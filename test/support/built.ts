import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './browsers/browser.ts';

/** The extension as it is shipped, or with what lets tests rehearse faults (lib/services/rehearsal.ts). */
export type Build = 'shipped' | 'rehearsal';

const folders: Record<BrowserName, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/** The folder of a build. Throws where it is not there. */
export function built(browser: BrowserName, build: Build = 'shipped'): string {
  const name = folders[browser] + (build === 'rehearsal' ? '-rehearsal' : '');
  const folder = fileURLToPath(new URL(`../../.output/${name}`, import.meta.url));
  const script = build === 'rehearsal' ? 'build:rehearsal' : 'build';
  if (!existsSync(folder)) throw new Error(`${name} is not built: run "npm run ${script}" first`);
  return folder;
}
