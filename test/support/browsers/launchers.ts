import type { BrowserName, Launch } from './browser.ts';
import { launchChromium } from './chromium.ts';

/** How each browser is started. */
export const launchers = { chromium: launchChromium } satisfies Partial<Record<BrowserName, Launch>>;
