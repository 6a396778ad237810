import { describe, expect, it } from 'vitest';
import { createBadge } from '../../lib/services/badge.ts';

const lesson = 'https://lessons.example/graph';

/** A browser's toolbar button: what it shows in each tab. A tab that is gone refuses to be told anything. */
function toolbarOver(tabs: Map<number, string | undefined>, kept: Map<string, number>) {
  const texts = new Map<number, string>();
  const titles = new Map<number, string>();
  const asked: string[] = [];
  const state = { isOn: true };
  const there = (tab: number) => {
    if (!tabs.has(tab)) throw new Error(`No tab with id: ${tab}.`);
  };
  const badge = createBadge({
    action: {
      async setBadgeText({ tabId, text }) {
        there(tabId);
        texts.set(tabId, text);
      },
      async setTitle({ tabId, title }) {
        there(tabId);
        titles.set(tabId, title);
      },
      setBadgeBackgroundColor: async ({ tabId }) => there(tabId),
      setBadgeTextColor: async ({ tabId }) => there(tabId),
    },
    isOn: async () => state.isOn,
    openTabs: async () => [...tabs.keys()],
    addressIn: async (tab) => tabs.get(tab),
    async alignmentsOf(address) {
      asked.push(address);
      return kept.get(address) ?? 0;
    },
    title: { none: 'Align this page', some: 'Align this page: it is aligned already' },
  });
  return { badge, texts, titles, asked, state };
}

describe('the badge', () => {
  it('says how many alignments the page has, and that it is aligned, in words', async () => {
    const { badge, texts, titles } = toolbarOver(new Map([[1, lesson]]), new Map([[lesson, 3]]));
    await badge.shown({ tabId: 1, frameId: 0, url: `${lesson}#top` });
    expect([texts.get(1), titles.get(1)]).toEqual(['3', 'Align this page: it is aligned already']);
  });

  it('says nothing of a page without any, and takes back what it said', async () => {
    const kept = new Map([[lesson, 1]]);
    const { badge, texts, titles } = toolbarOver(new Map([[1, lesson]]), kept);
    await badge.refresh();
    kept.clear();
    await badge.refresh();
    expect([texts.get(1), titles.get(1)]).toEqual(['', 'Align this page']);
  });

  it('is brought up to nothing while it is off', async () => {
    const { badge, texts, asked, state } = toolbarOver(new Map([[1, lesson]]), new Map([[lesson, 3]]));
    state.isOn = false;
    await badge.refresh();
    expect([texts.size, asked]).toEqual([0, []]);
  });

  it('has room for ninety-nine', async () => {
    const { badge, texts } = toolbarOver(new Map([[1, lesson]]), new Map([[lesson, 100]]));
    await badge.refresh();
    expect(texts.get(1)).toBe('99+');
  });

  it('leaves frames, and pages that cannot be aligned, without a question', async () => {
    const { badge, texts, asked } = toolbarOver(new Map([[1, lesson]]), new Map([[lesson, 1]]));
    await badge.shown({ tabId: 1, frameId: 4, url: lesson });
    await badge.shown({ tabId: 1, frameId: 0, url: 'about:blank' });
    expect([asked, texts.get(1)]).toEqual([[], '']);
  });

  it('goes from every tab when it is switched off, and minds no tab that closes meanwhile', async () => {
    const tabs = new Map<number, string | undefined>([
      [1, lesson],
      [2, undefined],
    ]);
    const { badge, texts } = toolbarOver(tabs, new Map([[lesson, 2]]));
    await badge.refresh();
    expect([texts.get(1), texts.get(2)]).toEqual(['2', '']);
    await badge.clear();
    expect([texts.get(1), texts.get(2)]).toEqual(['', '']);
    await badge.shown({ tabId: 9, frameId: 0, url: lesson });
    expect(texts.has(9)).toBe(false);
  });
});
