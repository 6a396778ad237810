import type { CDPSession, ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { look } from './look.ts';
import type { Glass } from './surface.ts';

/** Chromium's own reading of its accessibility tree, there by `--enable-blink-features=ComputedAccessibilityInfo`. */
const accessibility =
  '(element) => ({ get role() { return element.computedRole; }, get name() { return element.computedName; } })';

/** A page of Chromium's as the glass of a surface. */
export function chromiumGlass(page: Page, what: string): Glass {
  const session = attach(page);
  session.catch(() => {});
  // Puppeteer's own evaluate would count as a person's gesture, which a page's script is not.
  const run = async (expression: string) => {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await (await session).send('Runtime.evaluate', asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return {
    what,
    look: (query, scroll) =>
      run(`(${look})(document, ${JSON.stringify(query)}, ${accessibility}, ${scroll})`) as ReturnType<Glass['look']>,
    run,
    clickAt: (x, y) => page.mouse.click(x, y),
    async press(key, modifiers) {
      if ([...key].length === 1 && modifiers.length === 0) return page.keyboard.type(key);
      for (const modifier of modifiers) await page.keyboard.down(modifier as KeyInput);
      await page.keyboard.press(key as KeyInput);
      for (const modifier of modifiers) await page.keyboard.up(modifier as KeyInput);
    },
    async chooseFile(path, css) {
      const field = (await page.$(css)) as ElementHandle<HTMLInputElement> | null;
      await field?.uploadFile(path);
    },
    async screenshot(file) {
      await page.screenshot({ path: file as `${string}.png` });
    },
    async resize(room) {
      const { width = 0, height = 0, zoom = 0 } = room ?? {};
      // 0 stands for "as it is".
      const metrics = { width, height, deviceScaleFactor: zoom, mobile: false };
      await (await session).send('Emulation.setDeviceMetricsOverride', metrics);
    },
    closed: page.isClosed() ? Promise.resolve() : untilClosed(page),
    close: () => (page.isClosed() || !page.browser().connected ? Promise.resolve() : page.close()),
  };
}

/** Resolves when a page closes, or its browser ends without a word. */
function untilClosed(page: Page): Promise<void> {
  return new Promise((resolve) => {
    page.once('close', () => resolve());
    page.browser().once('disconnected', () => resolve());
  });
}

/** A line to a page that keeps its accessibility tree; else Chromium builds a new one for every element asked about. */
async function attach(page: Page): Promise<CDPSession> {
  const session = await page.createCDPSession();
  await session.send('Accessibility.enable');
  return session;
}
