import * as z from 'zod/mini';
import { Evidence } from './evidence.ts';

/** Passages that are marked on one page at most. */
export const mostMarks = 200;

const Text = z.string().check(z.maxLength(2000));

/** A passage to be marked on a page, and what is said of it there. All texts are as they are to be read. */
export const EvidenceMark = z.object({
  evidence: Evidence,
  /** What the passage shows: a relation to a skill each, as the card beside it says. */
  shows: z.array(z.object({ relation: Text, skill: Text, language: z.optional(Text) })).check(z.maxLength(50)),
  /** The mark's name for those who do not see it: where the words stand as quoted, and where they changed. */
  names: z.object({ exact: Text, changed: Text }),
});
export type EvidenceMark = z.infer<typeof EvidenceMark>;

/** What all marks of a page say alike. */
export const MarkWords = z.object({
  /** BCP 47 tag of these words, and which way they run. */
  language: z.string().check(z.maxLength(35)),
  direction: z.enum(['ltr', 'rtl']),
  /** The name of all marks together. */
  group: Text,
  /** Said of a passage whose words changed since they were quoted. */
  changed: Text,
});
export type MarkWords = z.infer<typeof MarkWords>;

/**
 * What became of a passage that was to be marked: `exact` and `changed` are marked; `folded` is on the page, in a part that
 * it keeps back for the moment, and marked as soon as that is shown; `orphaned` is no longer there; for `unsought` there was
 * no time left on a page that takes very long.
 */
export const MarkState = z.enum(['exact', 'changed', 'folded', 'orphaned', 'unsought']);
export type MarkState = z.infer<typeof MarkState>;
