import { browser } from 'wxt/browser';
import { type Reset, resetIn, resetKey } from '../../lib/domain/reset.ts';
import { ask } from '../../lib/messaging/client.ts';

/** Where a page keeps which reset it heeded last. */
const heeded = 'reset-heeded';

/**
 * Lets go of what pages keep by themselves, once after each time that the person started over: workers cannot reach it.
 * Answers whether anything was let go. To be awaited before anything of it is read.
 */
export async function heedReset(): Promise<boolean> {
  const reset = resetIn((await browser.storage.local.get(resetKey))[resetKey]);
  // A worker that died while it erased goes on as soon as anything wakes it.
  if (reset?.state === 'erasing') void ask('prepare', {});
  if (!reset || isHeeded(reset)) return false;
  localStorage.clear();
  localStorage.setItem(heeded, String(reset.at));
  return true;
}

/** Calls back when the person started over and all is erased: what the page shows is of before. */
export function onReset(begin: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const reset = resetIn(changes[resetKey]?.newValue);
    if (reset?.state === 'erased' && !isHeeded(reset)) begin();
  });
}

function isHeeded({ at }: Reset): boolean {
  return localStorage.getItem(heeded) === String(at);
}
