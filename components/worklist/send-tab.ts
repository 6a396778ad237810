import { browser } from 'wxt/browser';
import type { WorkItem } from '../../lib/domain/work-list.ts';
import { useWork } from '../../lib/state/work.ts';

/** Sends the tab in front of this window to a page of a list, as the person asked for. */
export async function sendTab({ address, title }: WorkItem): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  // Said before it goes: from the first moment on the tab is known to be on its way there.
  useWork.getState().send({ tab: tab.id, address, title });
  await browser.tabs.update(tab.id, { url: address });
}
