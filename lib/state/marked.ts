import * as z from 'zod/mini';
import { create } from 'zustand';
import { mostChosen } from '../domain/chosen-skill.ts';
import { FoundSkill } from '../domain/skill.ts';
import { skillIdentity } from '../domain/skill-identity.ts';
import type { PageDrafts } from './drafts.ts';

type MarkedState = {
  /** The skills that are marked to be aligned together, in the order in which they were. */
  skills: readonly FoundSkill[];
  /** Marks a skill, or takes the mark away. One more than can be aligned together is not marked. */
  toggle(skill: FoundSkill): void;
  /** Marks these and no others. */
  mark(skills: readonly FoundSkill[]): void;
};

/** The marks in the lists of skills: more than one is chosen, and nothing decided about them yet. */
export const useMarked = create<MarkedState>()((set) => ({
  skills: [],
  toggle: (skill) =>
    set(({ skills }) => {
      const rest = skills.filter(({ uri }) => skillIdentity(uri) !== skillIdentity(skill.uri));
      if (rest.length < skills.length) return { skills: rest };
      return skills.length < mostChosen ? { skills: [...skills, skill] } : {};
    }),
  mark: (skills) => set({ skills }),
}));

/** The marks' name among the drafts of a page. */
const form = 'marked';

/** Takes up the marks that are kept of a page, and keeps every change of them until the answered function is called. */
export function keepMarked(drafts: PageDrafts): () => void {
  const kept = drafts.take(form, z.array(FoundSkill).check(z.maxLength(mostChosen)), 'earlier runs');
  useMarked.getState().mark(kept?.value ?? []);
  return useMarked.subscribe(({ skills }, before) => {
    if (skills === before.skills) return;
    if (skills.length > 0) drafts.keep(form, [...skills]);
    else drafts.forget(form);
  });
}
