import { create } from 'zustand';

type BrowsingState = {
  /** Whether the frameworks' trees are shown in place of the search. */
  on: boolean;
  /** The framework whose tree is shown, by its id; absent: the first one. */
  framework?: string;
  browse(on: boolean): void;
  choose(framework: string): void;
};

/** How the person looks for skills beside the page. It stays as it is when the page changes. */
export const useBrowsing = create<BrowsingState>()((set) => ({
  on: false,
  browse: (on) => set({ on }),
  choose: (framework) => set({ framework }),
}));
