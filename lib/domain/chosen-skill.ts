import * as z from 'zod/mini';
import { type AlignmentChoice, Relation, type ResourceAlignment } from './resource-alignment.ts';
import { FoundSkill } from './skill.ts';

/** How many skills can be aligned to a page in one act. */
export const mostChosen = 100;

/** One of several skills that a page is aligned to in one act. */
export const ChosenSkill = z.object({
  skill: FoundSkill,
  /** The relation to this one; absent where it is that of the whole choice. */
  relation: z.optional(Relation),
});
export type ChosenSkill = z.infer<typeof ChosenSkill>;

/** What became of several alignments that were made in one act. */
export type AddedAlignments = {
  /** By what the act is taken back as a whole, for 30 days. */
  undo: string;
  /** How many are new. */
  created: number;
  /** How many were there already and took the choice. */
  changed: number;
};

/** The skills of a page as they would be chosen for another, and what of the choice is the same for all of them. */
export function chosenAgain(alignments: readonly ResourceAlignment[]): {
  chosen: ChosenSkill[];
  choice: Partial<AlignmentChoice>;
} {
  const [first] = alignments;
  if (!first) return { chosen: [], choice: {} };
  const hasOneRelation = alignments.every(({ relation }) => relation === first.relation);
  const hasOneFit = alignments.every(({ fit }) => fit === first.fit);
  return {
    chosen: alignments.slice(0, mostChosen).map(({ relation, skill: { taken: _, ...skill } }) => ({
      skill,
      ...(!hasOneRelation && { relation }),
    })),
    choice: { ...(hasOneRelation && { relation: first.relation }), ...(hasOneFit && { fit: first.fit }) },
  };
}
