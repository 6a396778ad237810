import * as z from 'zod/mini';
import { create } from 'zustand';
import { AlignmentChoice, defaultFit, defaultRelation, type ResourceAlignment } from '../domain/resource-alignment.ts';
import { FoundSkill } from '../domain/skill.ts';
import type { PageDrafts } from './drafts.ts';

/** An alignment that is being made or changed, not yet saved. */
export const Draft = z.object({
  skill: FoundSkill,
  choice: AlignmentChoice,
  /** The alignment that is being changed, as the person saw it; absent for a new one. */
  editing: z.optional(z.object({ id: z.string(), revision: z.int() })),
  /** When it was last touched, milliseconds since the epoch. */
  touched: z.number(),
});
export type Draft = z.infer<typeof Draft>;

type DraftState = {
  draft?: Draft;
  /** Whether the draft was found again rather than begun in this window. */
  restored: boolean;
  /** Whether the person decided anything yet; a draft of which nothing was decided is not worth keeping. */
  changed: boolean;
  begin(skill: FoundSkill): void;
  edit(alignment: ResourceAlignment): void;
  /** More about the skill in hand; ignored where another one is in hand by then. */
  complete(skill: FoundSkill): void;
  choose(choice: Partial<AlignmentChoice>): void;
  restore(draft: Draft): void;
  discard(): void;
};

/** State of the alignment form. */
export const useDraft = create<DraftState>()((set) => ({
  restored: false,
  changed: false,
  begin: (skill) =>
    set({
      draft: { skill, choice: { relation: defaultRelation, fit: defaultFit }, touched: Date.now() },
      restored: false,
      changed: false,
    }),
  edit: ({ id, revision, skill, relation, fit, note, evidence }) =>
    set({
      draft: { skill, choice: { relation, fit, note, evidence }, editing: { id, revision }, touched: Date.now() },
      restored: false,
      changed: false,
    }),
  complete: (skill) =>
    set(({ draft }) => (draft?.skill.uri === skill.uri && !draft.editing ? { draft: { ...draft, skill } } : {})),
  choose: (choice) =>
    set(({ draft }) =>
      draft ? { draft: { ...draft, choice: { ...draft.choice, ...choice }, touched: Date.now() }, changed: true } : {},
    ),
  restore: (draft) => set({ draft, restored: true, changed: true }),
  discard: () => set({ draft: undefined, restored: false, changed: false }),
}));

/** The form's name among the drafts of a page. */
const form = 'align';

/** Takes up the draft that is kept of a page, and keeps every change of it until the answered function is called. */
export function keepDraft(drafts: PageDrafts): () => void {
  const kept = drafts.take(form, Draft);
  if (kept) useDraft.getState().restore(kept.value);
  return useDraft.subscribe(({ draft }, before) => {
    if (draft === before.draft) return;
    if (draft) drafts.keep(form, draft);
    else drafts.forget(form);
  });
}
