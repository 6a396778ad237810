import { browser } from 'wxt/browser';
import { pageAddress } from '../../lib/domain/web-address.ts';
import { ask } from '../../lib/messaging/client.ts';
import { draftFor, keepDrafts, useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { useView } from '../../lib/state/view.ts';

type Update = Parameters<Parameters<typeof browser.tabs.onUpdated.addListener>[0]>;

/**
 * Takes the active tab in hand: has it read, with the draft that was kept for its page, and says so when it changes
 * afterwards. Answers how to let go of it.
 */
export function openActiveTab(): () => void {
  let tabId: number | undefined;
  let isLoading = false;
  let turn = 0;
  let stopKeeping = () => {};
  const page = usePage.getState;

  const read = async (url: string): Promise<void> => {
    turn += 1;
    const mine = turn;
    isLoading = false;
    const isOther = addressOf(url) !== addressOf(page().address) || !page().reading;
    if (isOther) {
      // The draft stays with the page that it is about.
      stopKeeping();
      useDraft.getState().discard();
      useView.getState().show('page');
      page().begin(url, tabId);
      const draft = await draftFor(browser.storage.session, addressOf(url));
      if (mine !== turn) return;
      if (draft) useDraft.getState().restore(draft);
      stopKeeping = keepDrafts(browser.storage.session, addressOf(url));
    }
    const answer = await ask('readTab', { tab: tabId ?? -1 });
    if (mine !== turn) return;
    if (answer.ok) page().take(answer.value);
    else page().fail(answer.problem);
  };

  const readAgain = async () => {
    const tab = await browser.tabs.get(tabId ?? -1).catch(() => undefined);
    await read(tab?.url ?? '');
  };

  const onUpdated = (...[id, change, tab]: Update) => {
    if (id !== tabId) return;
    const isElsewhere = change.url !== undefined && addressOf(change.url) !== addressOf(page().address);
    const isAnew = change.status === 'complete' && isLoading;
    if (change.status) isLoading = change.status === 'loading';
    if (isElsewhere || isAnew) page().outdate(tab.url ? { readAgain: () => void readAgain() } : {});
  };

  browser.tabs.onUpdated.addListener(onUpdated);
  void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
    tabId = tab?.id;
    return read(tab?.url ?? '');
  });
  return () => {
    turn += 1;
    stopKeeping();
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

function addressOf(url: string): string {
  return pageAddress(url) ?? url;
}
