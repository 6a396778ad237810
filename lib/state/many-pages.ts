import { create } from 'zustand';
import type { SetSkill } from '../domain/align-pages.ts';

type ManyPagesState = {
  /** The skills that are to be put on many pages. */
  skills: readonly SetSkill[];
  take(skills: readonly SetSkill[]): void;
};

/** State of what is put on many pages: which skills, while the pages are chosen. */
export const useManyPages = create<ManyPagesState>()((set) => ({
  skills: [],
  take: (skills) => set({ skills }),
}));
