import { browser } from 'wxt/browser';

/** What the browser says of the storage that everything is kept in. */
export type KeptStorage = {
  /** Bytes in use, as the browser estimates them. */
  used: number;
  /** Whether the browser leaves it alone where the disk gets full; otherwise it may empty it as a whole. */
  isKept: boolean;
};

/**
 * Asks the browser to leave the storage alone where the disk gets full (https://storage.spec.whatwg.org/#persistence).
 * Answers whether it does. It shows no question, since the extension has the permission for it; to be called from a
 * window, as workers cannot. Never rejects.
 */
export async function keepStorage(): Promise<boolean> {
  try {
    const { storage } = navigator;
    if ((await storage.persisted()) || (await storage.persist())) return true;
    // Chromium never says so of an extension, and leaves those alone that have the permission.
    const isChromium = browser.runtime.getURL('/').startsWith('chrome-extension:');
    return isChromium && (await browser.permissions.contains({ permissions: ['unlimitedStorage'] }));
  } catch {
    return false;
  }
}

/** What the browser says of the storage, after it was asked to keep it. Rejects where it says nothing. */
export async function lookAtStorage(): Promise<KeptStorage> {
  const isKept = await keepStorage();
  const { usage = 0 } = await navigator.storage.estimate();
  return { used: usage, isKept };
}
