import { create } from 'zustand';
import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import type { Problem } from '../domain/problem.ts';
import type { TabReading } from '../domain/tab-reading.ts';
import type { PageDrafts } from './drafts.ts';

/** That the tab shows something else by now than what was read. */
export type PageChange = {
  /** Reads the tab again; absent where the browser lets us in no more without another click on the toolbar. */
  readAgain?: () => void;
  /** The person is on another page by now, in this tab or another one. What is in hand stays until she asks for that one. */
  isElsewhere?: boolean;
};

/** The page that a surface is about. */
type PageState = {
  /** The browser's number for the tab; absent until known. */
  tab?: number;
  /** The browser's number for the window that the surface belongs to; absent until known. */
  windowId?: number;
  /** The tab's address as the browser tells it; empty until known. */
  address: string;
  /** What the page says of itself; absent while it is read. */
  reading?: TabReading;
  /** Why it could not even be asked for. */
  problem?: Problem;
  /** The resource in hand: as read, or as the person named it where the page could not be read. */
  resource?: LearningResourceDraft;
  /** Absent as long as the tab shows what was read. */
  change?: PageChange;
  /** What was typed about this page and not saved. */
  drafts?: PageDrafts;
  /** Starts over with a tab's address, which is shown until the reading is there. */
  begin(address: string, tab?: number): void;
  /** Says where what is typed about the page is kept. */
  keepIn(drafts: PageDrafts): void;
  take(reading: TabReading): void;
  fail(problem: Problem): void;
  /** The person's own word for what this resource is. */
  name(resource: LearningResourceDraft): void;
  /** The tab changed, or (undefined) shows again what was read. Nothing in hand is swapped for that. */
  outdate(change: PageChange | undefined): void;
  /** Says which window the surface belongs to. */
  standIn(windowId: number): void;
};

const nothing = {
  drafts: undefined,
  reading: undefined,
  problem: undefined,
  resource: undefined,
  change: undefined,
} satisfies Partial<PageState>;

/** State of the page in hand. */
export const usePage = create<PageState>()((set) => ({
  address: '',
  begin: (address, tab) => set({ ...nothing, address, tab }),
  keepIn: (drafts) => set({ drafts }),
  take: (reading) => set({ reading, resource: reading.problem ? undefined : reading.resource, change: undefined }),
  fail: (problem) => set({ problem }),
  name: (resource) => set({ resource }),
  outdate: (change) => set({ change }),
  standIn: (windowId) => set({ windowId }),
}));
