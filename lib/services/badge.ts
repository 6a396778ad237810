import { pageAddress } from '../domain/web-address.ts';

/** What the badge needs of the browser and of what is kept. */
export type BadgeNeeds = {
  action: {
    setBadgeText(details: { tabId: number; text: string }): PromiseLike<unknown>;
    setBadgeBackgroundColor(details: { tabId: number; color: string }): PromiseLike<unknown>;
    setBadgeTextColor(details: { tabId: number; color: string }): PromiseLike<unknown>;
    setTitle(details: { tabId: number; title: string }): PromiseLike<unknown>;
  };
  /** Whether the person switched it on, which gives the permission to see what tabs show. */
  isOn(): Promise<boolean>;
  /** The numbers of all open tabs. */
  openTabs(): Promise<readonly number[]>;
  /** The address that a tab shows; undefined where the browser does not let us see it. */
  addressIn(tab: number): Promise<string | undefined>;
  /** How many alignments of a page are kept on this device. */
  alignmentsOf(address: string): Promise<number>;
  /** What the toolbar button is called, without and with alignments on the page. */
  title: { none: string; some: string };
};

/**
 * How many alignments the page in a tab has, on the toolbar button: counted in what is kept here, asking nobody. The
 * browser takes a tab's badge away by itself when the tab goes on. Nothing rejects: a tab that is gone has no badge.
 */
export type Badge = {
  /** A tab shows a page, of which this address is the top one's where `frameId` is 0. */
  shown(page: { tabId: number; frameId: number; url: string }): Promise<void>;
  /** Brings every tab's badge up to what is kept now; does nothing where it is off. */
  refresh(): Promise<void>;
  /** Takes every badge away. */
  clear(): Promise<void>;
};

/** The accent of the screens where they are light (components/ui/tokens.css): white on it has a contrast of 8.5. */
const colour = '#1f4e87';

/** Above this the badge says so and counts no further: it has room for four characters. */
const mostShown = 99;

/** Makes the badge. */
export function createBadge({ action, isOn, openTabs, addressIn, alignmentsOf, title }: BadgeNeeds): Badge {
  const put = async (tabId: number, count: number): Promise<void> => {
    const text = count > mostShown ? `${mostShown}+` : String(count || '');
    const said = [
      action.setBadgeText({ tabId, text }),
      action.setTitle({ tabId, title: count > 0 ? title.some : title.none }),
      ...(count > 0
        ? [
            action.setBadgeBackgroundColor({ tabId, color: colour }),
            action.setBadgeTextColor({ tabId, color: '#ffffff' }),
          ]
        : []),
    ];
    await Promise.allSettled(said);
  };
  const show = async (tabId: number, url: string | undefined): Promise<void> => {
    const address = pageAddress(url ?? '');
    await put(tabId, address ? await alignmentsOf(address) : 0);
  };
  return {
    async shown({ tabId, frameId, url }) {
      if (frameId === 0) await show(tabId, url);
    },
    async refresh() {
      if (!(await isOn())) return;
      await Promise.all((await openTabs()).map(async (tab) => show(tab, await addressIn(tab))));
    },
    async clear() {
      await Promise.all((await openTabs()).map((tab) => put(tab, 0)));
    },
  };
}
