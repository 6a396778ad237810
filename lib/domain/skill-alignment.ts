import * as z from 'zod/mini';
import { isSkillUri } from './skill.ts';

/**
 * How one skill stands to another. The first five say how far the two cover each other (`broad`: the object is the
 * broader one); `prerequisite`: the subject needs the object. RSD specification, "Skill-to-skill alignments"; CTDL-ASN
 * `exactAlignment` and its siblings.
 */
export const SkillRelation = z.enum(['exact', 'major', 'minor', 'broad', 'narrow', 'prerequisite']);
export type SkillRelation = z.infer<typeof SkillRelation>;

/** A skill as a statement names it: its identifier, and what it was called when the statement was made. */
export const SkillReference = z.object({
  uri: z.string().check(z.maxLength(4096), z.refine(isSkillUri, { error: 'neither an http(s) address nor a urn' })),
  name: z.string(),
  statement: z.optional(z.string()),
  code: z.optional(z.string()),
  framework: z.optional(z.object({ uri: z.optional(z.string()), name: z.optional(z.string()) })),
});
export type SkillReference = z.infer<typeof SkillReference>;

/** A statement that a skill relates to another skill, as a crosswalk between two frameworks is made of. */
export const SkillAlignment = z.object({
  id: z.uuid(),
  subject: SkillReference,
  relation: SkillRelation,
  object: SkillReference,
  note: z.optional(z.string().check(z.maxLength(4000))),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  /** Counts up with every change, from 1. */
  revision: z.int().check(z.positive()),
});
export type SkillAlignment = z.infer<typeof SkillAlignment>;
