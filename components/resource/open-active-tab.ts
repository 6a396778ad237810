import { browser } from 'wxt/browser';
import { pageAddress } from '../../lib/domain/web-address.ts';
import { ask } from '../../lib/messaging/client.ts';
import { keepDraft, useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { keepSearch, useSearch } from '../../lib/state/search.ts';
import { useView } from '../../lib/state/view.ts';
import { openBrowserDrafts } from '../draft/browser-drafts.ts';

type Update = Parameters<Parameters<typeof browser.tabs.onUpdated.addListener>[0]>;

/**
 * Takes the active tab in hand: has it read, with what was typed about its page before, and says so when it changes
 * afterwards. Answers how to let go of it.
 */
export function openActiveTab(): () => void {
  let tabId: number | undefined;
  let shown = '';
  let isLoading = false;
  let turn = 0;
  let stopKeeping = () => {};
  const page = usePage.getState;
  const drafts = openBrowserDrafts();

  const read = async (url: string): Promise<void> => {
    turn += 1;
    const mine = turn;
    shown = url;
    isLoading = false;
    const isOther = addressOf(url) !== addressOf(page().address) || !page().reading;
    if (isOther) {
      // What was typed stays with the page that it is about.
      stopKeeping();
      stopKeeping = () => {};
      useDraft.getState().discard();
      useSearch.getState().type('');
      useView.getState().show('page');
      page().begin(url, tabId);
      const kept = await drafts.at(tabId, addressOf(url));
      if (mine !== turn) return;
      page().keepIn(kept);
      const stops = [keepDraft(kept), keepSearch(kept)];
      stopKeeping = () => stops.forEach((stop) => void stop());
    }
    const answer = await ask('readTab', { tab: tabId ?? -1 });
    if (mine !== turn) return;
    if (answer.ok) page().take(answer.value);
    else page().fail(answer.problem);
  };

  const readAgain = () =>
    void browser.tabs.get(tabId ?? -1).then(
      ({ url = '' }) => read(url),
      () => read(''),
    );

  const onUpdated = async (...[id, change]: Update) => {
    if (id !== tabId) return;
    // Chrome tells a jump within the page as a load, to a new fragment.
    const isJump = change.url !== undefined && change.url !== shown && addressOf(change.url) === addressOf(shown);
    const isAnew = change.status === 'complete' && isLoading;
    if (change.status) isLoading = change.status === 'loading' && !isJump;
    shown = change.url ?? shown;
    const mine = turn;
    // Firefox leaves the address out of what it tells, even where it lets us see it.
    const { url } = await browser.tabs.get(id).catch((): { url?: string } => ({}));
    const isElsewhere = addressOf(url ?? '') !== addressOf(page().address);
    if (mine === turn && (isElsewhere || isAnew)) page().outdate(url ? { readAgain } : {});
  };

  const listener = (...update: Update) => void onUpdated(...update);
  browser.tabs.onUpdated.addListener(listener);
  void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
    tabId = tab?.id;
    return read(tab?.url ?? '');
  });
  return () => {
    turn += 1;
    stopKeeping();
    browser.tabs.onUpdated.removeListener(listener);
  };
}

function addressOf(url: string): string {
  return pageAddress(url) ?? url;
}
