import type { Browser, ConsoleMessage, Page, Target } from 'puppeteer-core';

/** What the extension's pages and workers complained of so far. */
export type Complaints = {
  all: string[];
  /** Listens to one more page. */
  heed(page: Page): void;
};

/** Listens to every worker of the extension, and to the pages it is shown. `all` is what was complained of before. */
export function gatherComplaints(puppet: Browser, base: string, all: string[] = []): Complaints {
  const add = (url: string, text: string) => {
    if (url.startsWith(base)) all.push(`${url}: ${text}`);
  };
  const errorOf = (message: ConsoleMessage) => (message.type() === 'error' ? message.text() : undefined);

  const heedWorker = async (target: Target) => {
    if (target.type() !== 'service_worker') return;
    const worker = await target.worker();
    worker?.on('console', (message) => {
      const text = errorOf(message);
      if (text !== undefined) add(target.url(), text);
    });
    worker?.on('error', (error) => add(target.url(), error.message));
  };
  const tryWorker = (target: Target) => void heedWorker(target).catch(() => {});
  puppet.on('targetcreated', tryWorker);
  for (const target of puppet.targets()) tryWorker(target);

  return {
    all,
    heed(page) {
      page.on('console', (message) => {
        const text = errorOf(message);
        if (text !== undefined) add(page.url(), text);
      });
      page.on('pageerror', (error) => add(page.url(), String(error)));
    },
  };
}
