import * as z from 'zod/mini';
import { create } from 'zustand';
import { ChosenSkill, mostChosen } from '../domain/chosen-skill.ts';
import { Evidence } from '../domain/evidence.ts';
import {
  AlignmentChoice,
  defaultFit,
  defaultRelation,
  Relation,
  type ResourceAlignment,
} from '../domain/resource-alignment.ts';
import { FoundSkill } from '../domain/skill.ts';
import type { PageDrafts } from './drafts.ts';
import { keepMarked } from './marked.ts';

/** An alignment that is being made or changed, not yet saved. */
export const Draft = z.object({
  skill: FoundSkill,
  /** The relation to that skill, where several are aligned that have each a relation of their own. */
  relation: z.optional(Relation),
  /** The other skills, where several are aligned together. */
  more: z.optional(z.array(ChosenSkill).check(z.maxLength(mostChosen - 1))),
  choice: AlignmentChoice,
  /** The alignment that is being changed, as the person saw it; absent for a new one. */
  editing: z.optional(z.object({ id: z.string(), revision: z.int() })),
  /** When it was last touched, milliseconds since the epoch. */
  touched: z.number(),
});
export type Draft = z.infer<typeof Draft>;

/** All skills of a draft, in the order in which they were chosen. */
export function chosenIn({ skill, relation, more = [] }: Draft): ChosenSkill[] {
  return [{ skill, ...(relation && { relation }) }, ...more];
}

/** A draft with these skills in the place of its own; one alone has the draft's relation for its own. */
function holding(draft: Draft, chosen: readonly ChosenSkill[]): Draft {
  const [first, ...more] = chosen;
  if (!first) return draft;
  const { relation: _relation, more: _more, ...rest } = draft;
  const { skill, relation } = first;
  if (more.length > 0) return { ...rest, skill, ...(relation && { relation }), more };
  return { ...rest, skill, choice: { ...rest.choice, ...(relation && { relation }) } };
}

type DraftState = {
  draft?: Draft;
  /** A passage that was quoted before a skill was chosen; the next draft has it as its evidence. */
  quoted?: Evidence;
  /** Whether the draft was found again rather than begun in this window. */
  restored: boolean;
  /** Whether the person decided anything yet; a draft of which nothing was decided is not worth keeping. */
  changed: boolean;
  begin(skill: FoundSkill): void;
  /** Begins one form for several skills; none of them is left out. `choice` is what is decided of it already. */
  beginSeveral(chosen: readonly ChosenSkill[], choice?: Partial<AlignmentChoice>): void;
  /** Takes one of several skills out; the last one stays. */
  leaveOut(chosen: ChosenSkill): void;
  edit(alignment: ResourceAlignment): void;
  /** More about the skill in hand; ignored where another one is in hand by then. */
  complete(skill: FoundSkill): void;
  choose(choice: Partial<AlignmentChoice>): void;
  /** Makes a passage the evidence of the draft in hand, else of the next one; undefined lets go of it. */
  quote(evidence: Evidence | undefined): void;
  restore(draft: Draft): void;
  discard(): void;
};

/** State of the alignment form. */
export const useDraft = create<DraftState>()((set, get) => ({
  restored: false,
  changed: false,
  begin: (skill) =>
    set(({ quoted: evidence }) => ({
      draft: {
        skill,
        choice: { relation: defaultRelation, fit: defaultFit, ...(evidence && { evidence }) },
        touched: Date.now(),
      },
      quoted: undefined,
      restored: false,
      changed: evidence !== undefined,
    })),
  beginSeveral: (chosen, choice = {}) => {
    const [first] = chosen;
    if (!first) return;
    get().begin(first.skill);
    set(({ draft }) => (draft ? { draft: holding({ ...draft, choice: { ...draft.choice, ...choice } }, chosen) } : {}));
  },
  edit: ({ id, revision, skill, relation, fit, note, evidence }) =>
    set({
      draft: { skill, choice: { relation, fit, note, evidence }, editing: { id, revision }, touched: Date.now() },
      restored: false,
      changed: false,
    }),
  complete: (skill) =>
    set(({ draft }) => {
      if (!draft || draft.editing) return {};
      const chosen = chosenIn(draft);
      if (!chosen.some((one) => one.skill.uri === skill.uri)) return {};
      return {
        draft: holding(
          draft,
          chosen.map((one) => (one.skill.uri === skill.uri ? { ...one, skill } : one)),
        ),
      };
    }),
  leaveOut: (left) =>
    set(({ draft }) => {
      if (!draft) return {};
      const same = ({ skill, relation }: ChosenSkill) => skill.uri === left.skill.uri && relation === left.relation;
      const stay = chosenIn(draft).filter((one) => !same(one));
      return { draft: { ...holding(draft, stay), touched: Date.now() }, changed: true };
    }),
  choose: (choice) =>
    set(({ draft }) => (draft ? { draft: { ...deciding(draft, choice), touched: Date.now() }, changed: true } : {})),
  quote: (evidence) =>
    set(({ draft }) =>
      draft && evidence
        ? { draft: { ...draft, choice: { ...draft.choice, evidence }, touched: Date.now() }, changed: true }
        : { quoted: evidence },
    ),
  restore: (draft) => set({ draft, restored: true, changed: true }),
  discard: () => set({ draft: undefined, quoted: undefined, restored: false, changed: false }),
}));

/** One relation chosen for all is that of each. */
function deciding(draft: Draft, choice: Partial<AlignmentChoice>): Draft {
  const decided = { ...draft, choice: { ...draft.choice, ...choice } };
  if (!choice.relation || !draft.more) return decided;
  const each = new Map(chosenIn(draft).map(({ skill }) => [skill.uri, { skill }]));
  return holding(decided, [...each.values()]);
}

/** The form's name among the drafts of a page. */
const form = 'align';

/** The name of a quoted passage that has no skill yet. */
const quote = 'quote';

/** Takes up the draft that is kept of a page, and keeps every change of it until the answered function is called. */
export function keepDraft(drafts: PageDrafts): () => void {
  const kept = drafts.take(form, Draft);
  const passage = drafts.take(quote, Evidence);
  if (passage) useDraft.getState().quote(passage.value);
  if (kept) useDraft.getState().restore(kept.value);
  const stopMarks = keepMarked(drafts);
  const stop = useDraft.subscribe(({ draft, quoted }, before) => {
    if (draft !== before.draft) write(drafts, form, draft);
    if (quoted !== before.quoted) write(drafts, quote, quoted);
  });
  return () => {
    stop();
    stopMarks();
  };
}

function write(drafts: PageDrafts, name: string, value: unknown): void {
  if (value === undefined) drafts.forget(name);
  else drafts.keep(name, value);
}
