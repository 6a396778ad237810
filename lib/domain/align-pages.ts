import * as z from 'zod/mini';
import { mostChosen } from './chosen-skill.ts';
import { Fit, Relation } from './resource-alignment.ts';
import { FoundSkill } from './skill.ts';
import { FoundPage } from './work-list.ts';

/** How many alignments are made in one transaction. What is more goes in several, and can be ended between them. */
export const alignedAtOnce = 1000;

/** A skill that many pages are aligned to, and in which way. */
export const SetSkill = z.object({ skill: FoundSkill, relation: Relation, fit: Fit });
export type SetSkill = z.infer<typeof SetSkill>;

/** Aligning each of many pages to each of some skills. */
export const AlignPages = z.object({
  pages: z.array(FoundPage).check(z.minLength(1), z.maxLength(alignedAtOnce)),
  skills: z.array(SetSkill).check(z.minLength(1), z.maxLength(mostChosen)),
  /** The act that this belongs to, where it is not its first part: it is taken back together with that. */
  undo: z.optional(z.uuid()),
});
export type AlignPages = z.infer<typeof AlignPages>;

/** What aligning many pages did. */
export type PagesAligned = {
  /** By what all parts of the act are taken back as a whole, for 30 days. */
  undo: string;
  /** Alignments that are new. */
  created: number;
  /** Those that stood already, and were left as they are. */
  left: number;
};

/** What aligning many pages would do, before anything is written. */
export type AlignPagesPreview = {
  pages: number;
  /** Alignments that would be new. */
  fresh: number;
  /** Those that stand already, and stay as they are. */
  standing: number;
};

/** The pages in parts of which each is one transaction. */
export function partsOf<Page>(pages: readonly Page[], skills: number): Page[][] {
  const size = Math.max(1, Math.floor(alignedAtOnce / Math.max(1, skills)));
  const parts: Page[][] = [];
  for (let from = 0; from < pages.length; from += size) parts.push(pages.slice(from, from + size));
  return parts;
}
