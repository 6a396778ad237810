import { create } from 'zustand';
import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import type { Problem } from '../domain/problem.ts';
import type { TabReading } from '../domain/tab-reading.ts';

/** The page that a surface is about. */
type PageState = {
  /** The tab's address as the browser tells it; empty until known. */
  address: string;
  /** What the page says of itself; absent while it is read. */
  reading?: TabReading;
  /** Why it could not even be asked for. */
  problem?: Problem;
  /** The resource in hand: as read, or as the person named it where the page could not be read. */
  resource?: LearningResourceDraft;
  /** Starts over with a tab's address and title, which are shown until the reading is there. */
  begin(address: string): void;
  take(reading: TabReading): void;
  fail(problem: Problem): void;
  /** The person's own word for what this resource is. */
  name(resource: LearningResourceDraft): void;
};

/** State of the page in hand. */
export const usePage = create<PageState>()((set) => ({
  address: '',
  begin: (address) => set({ address, reading: undefined, problem: undefined, resource: undefined }),
  take: (reading) => set({ reading, resource: reading.problem ? undefined : reading.resource }),
  fail: (problem) => set({ problem }),
  name: (resource) => set({ resource }),
}));
