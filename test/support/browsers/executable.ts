import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './browser.ts';

const places: Record<BrowserName, { variable: string; names: string[] }> = {
  chromium: { variable: 'CHROME', names: ['chromium', 'chromium-browser', 'google-chrome'] },
  firefox: { variable: 'FIREFOX', names: ['firefox-esr', 'firefox'] },
};

/** The browser's executable: what `$CHROME` or `$FIREFOX` names, else the first on the PATH; undefined where none is. */
export function findExecutable(browser: BrowserName): string | undefined {
  const { variable, names } = places[browser];
  const chosen = process.env[variable];
  if (chosen) return chosen;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** As `findExecutable`, but throws with what to do where the browser is missing. */
export function executableOf(browser: BrowserName): string {
  const found = findExecutable(browser);
  if (found) return found;
  const { variable, names } = places[browser];
  throw new Error(
    `${browser} is not installed: none of ${names.join(', ')} is on the PATH; set ${variable} to its path`,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
