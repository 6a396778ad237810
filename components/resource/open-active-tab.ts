import { browser } from 'wxt/browser';
import { P106 } from '../../lib/domain/problems.ts';
import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { pageAddress } from '../../lib/domain/web-address.ts';
import { ask } from '../../lib/messaging/client.ts';
import { keepDraft, useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { keepSearch, useSearch } from '../../lib/state/search.ts';
import { useView } from '../../lib/state/view.ts';
import { type SentTo, sentTo, useWork } from '../../lib/state/work.ts';
import { openBrowserDrafts } from '../draft/browser-drafts.ts';
import { heedErrand } from './heed-errand.ts';
import { isAnythingInHand } from './in-hand.ts';
import { hearLetIn, tellLetIn } from './let-in.ts';

type Update = Parameters<Parameters<typeof browser.tabs.onUpdated.addListener>[0]>;

type Options = {
  /**
   * Whether it goes along with the tab that is in front in its window, as a panel does that stays open. It does so at once
   * where nothing is in hand, else when the person asks for it. Default: it stays with the tab that it was opened on.
   */
  follows?: boolean;
  /** The browser's number for the tab to take in hand. Default: the one in front. */
  tab?: number;
};

/**
 * Takes the active tab in hand: has it read, with what was typed about its page before, and says so when it changes
 * afterwards. Answers how to let go of it.
 */
export function openActiveTab({ follows = false, tab: asked }: Options = {}): () => void {
  let tabId: number | undefined;
  let front: number | undefined;
  let shown = '';
  let isLoading = false;
  let turn = 0;
  let stopKeeping = () => {};
  const page = usePage.getState;
  const drafts = openBrowserDrafts();

  const read = async (url: string): Promise<void> => {
    turn += 1;
    const mine = turn;
    const isOther = tabId !== front || addressOf(url) !== addressOf(page().address) || !page().reading;
    tabId = front;
    shown = url;
    isLoading = false;
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
      const stops = [keepDraft(kept), keepSearch(kept), heedErrand(tabId, addressOf(url))];
      stopKeeping = () => stops.forEach((stop) => void stop());
    }
    if (follows && !url) return page().take(notLetIn());
    const answer = await ask('readTab', { tab: tabId ?? -1 });
    if (mine !== turn) return;
    const listed = listedAs(sentTo(tabId), url);
    const isUnread = listed !== undefined && !(answer.ok && !answer.value.problem);
    useWork.getState().tellUnread(isUnread);
    if (isUnread) page().take(listed);
    else if (answer.ok) page().take(answer.value);
    else page().fail(answer.problem);
    if (!follows && answer.ok && !answer.value.problem && tabId !== undefined) tellLetIn(tabId);
  };

  const readFront = async () => read(await addressNow(front));
  const readAgain = () => void readFront();

  /** Goes along to what is in front by now, or says that it is there. */
  const follow = async () => {
    const mine = turn;
    const seen = front;
    const url = await addressNow(front);
    if (mine !== turn || seen !== front) return;
    const isSame = front === tabId && addressOf(url) === addressOf(page().address);
    if (isSame) {
      if (page().change?.isElsewhere) page().outdate(undefined);
    } else if (isAnythingInHand()) page().outdate({ readAgain, isElsewhere: true });
    else await read(url);
  };

  const onUpdated = async (...[id, change]: Update) => {
    if (change.status) useWork.getState().loaded(id, change.status);
    if (id !== tabId || id !== front) return;
    // Chrome tells a jump within the page as a load, to a new fragment.
    const isJump = change.url !== undefined && change.url !== shown && addressOf(change.url) === addressOf(shown);
    const isAnew = change.status === 'complete' && isLoading;
    if (change.status) isLoading = change.status === 'loading' && !isJump;
    shown = change.url ?? shown;
    const mine = turn;
    // Firefox leaves the address out of what it tells, even where it lets us see it.
    const url = await addressNow(id);
    const isElsewhere = addressOf(url) !== addressOf(page().address);
    if (mine !== turn) return;
    if (follows && isElsewhere) await follow();
    else if (follows && !url) return;
    else if (isElsewhere || isAnew) page().outdate(url ? { readAgain } : {});
  };

  const onActivated = ({ tabId: id, windowId }: { tabId: number; windowId: number }) => {
    if (windowId !== page().windowId) return;
    front = id;
    void follow();
  };

  const onLetIn = (id: number) => {
    if (id !== front) return;
    void (useWork.getState().unread ? readFront() : follow());
  };

  const listener = (...update: Update) => void onUpdated(...update);
  browser.tabs.onUpdated.addListener(listener);
  const stops = [() => browser.tabs.onUpdated.removeListener(listener)];
  if (follows) {
    browser.tabs.onActivated.addListener(onActivated);
    stops.push(() => browser.tabs.onActivated.removeListener(onActivated), hearLetIn(onLetIn));
  }
  const wanted =
    asked === undefined
      ? browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab)
      : browser.tabs.get(asked).catch(() => undefined);
  void wanted.then((tab) => {
    front = tab?.id;
    if (tab?.windowId !== undefined) page().standIn(tab.windowId);
    return read(tab?.url ?? '');
  });
  return () => {
    turn += 1;
    stopKeeping();
    for (const stop of stops) stop();
  };
}

/**
 * The address that a tab shows. Where the browser does not let us see it, the one of a work list that the tab was sent to;
 * else, and where the tab is gone, it is empty.
 */
async function addressNow(tab: number | undefined): Promise<string> {
  const { url } = await browser.tabs.get(tab ?? -1).catch((): { url?: string } => ({}));
  return url || (sentTo(tab)?.address ?? '');
}

function addressOf(url: string): string {
  return pageAddress(url) ?? url;
}

/** What a work list says of the page at an address that could not be read; undefined where the tab was not sent there. */
function listedAs(sent: SentTo | undefined, url: string): TabReading | undefined {
  const address = pageAddress(url);
  if (!sent || address !== sent.address) return undefined;
  const fields = sent.title ? { title: [{ value: sent.title, by: 'tab' as const }] } : {};
  return { resource: { address, fields }, declared: [], sources: [], warnings: [] };
}

/** What can be said of a tab on which the person did not ask for us: nothing, and how to ask. */
function notLetIn(): TabReading {
  return { declared: [], sources: [], warnings: [], problem: P106 };
}
