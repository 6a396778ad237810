import { browser } from 'wxt/browser';
import { P108 } from '../../lib/domain/problems.ts';
import type { WebAddress } from '../../lib/domain/web-address.ts';
import { keepDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { keepSearch } from '../../lib/state/search.ts';
import { openBrowserDrafts } from '../draft/browser-drafts.ts';

/**
 * Takes a page in hand that is not open, by its address: nothing is asked of the network, so that nothing is known of it
 * but what the link to it said. Answers how to let go of it.
 */
export function openAddress(address: WebAddress, title: string): () => void {
  let stops: (() => void)[] | undefined = [];
  const open = async () => {
    const tab = await browser.tabs.getCurrent().catch(() => undefined);
    const drafts = await openBrowserDrafts().at(tab?.id, address);
    if (!stops) return;
    const page = usePage.getState();
    page.begin(address);
    page.keepIn(drafts);
    stops = [keepDraft(drafts), keepSearch(drafts)];
    page.take({
      resource: { address, fields: title ? { title: [{ value: title, by: 'tab' }] } : {} },
      declared: [],
      sources: [],
      warnings: [],
      problem: P108,
    });
  };
  void open();
  return () => {
    for (const stop of stops ?? []) stop();
    stops = undefined;
  };
}
