import { browser } from 'wxt/browser';
import { resetIn, resetKey } from '../../lib/domain/reset.ts';
import { ask } from '../../lib/messaging/client.ts';

/** Where pages keep which reset they let go for last; all of them share it. */
const heeded = 'reset-heeded';

/**
 * Lets go of what pages keep by themselves, once after each time that the person started over: workers cannot reach it.
 * Answers whether anything was let go; to be awaited before anything of it is read. `begin` is called where all is erased
 * later, also where that was under way already: until then, what is let go would come back from what is not erased yet.
 */
export async function heedReset(begin: () => void): Promise<boolean> {
  let seen: number | undefined;
  browser.storage.local.onChanged.addListener((changes) => {
    const reset = resetIn(changes[resetKey]?.newValue);
    if (reset?.state === 'erased' && reset.at !== seen) begin();
  });
  const reset = resetIn((await browser.storage.local.get(resetKey))[resetKey]);
  // A worker that died while it erased goes on as soon as anything wakes it.
  if (reset?.state === 'erasing') void ask('prepare', {});
  if (reset?.state !== 'erased') return false;
  seen = reset.at;
  if (localStorage.getItem(heeded) === String(reset.at)) return false;
  localStorage.clear();
  localStorage.setItem(heeded, String(reset.at));
  return true;
}
