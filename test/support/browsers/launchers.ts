import type { BrowserName, Launch } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

/** How each browser is started. */
export const launchers = { chromium: launchChromium, firefox: launchFirefox } satisfies Record<BrowserName, Launch>;
