import * as z from 'zod/mini';
import { isSkillUri } from './skill.ts';
import { skillIdentity } from './skill-identity.ts';

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

/** The relation of a new statement where the person chose none. */
export const defaultSkillRelation: SkillRelation = 'major';

/** What the person decides about two skills; the rest of the record is kept by the store. */
export const SkillChoice = z.pick(SkillAlignment, { relation: true, note: true });
export type SkillChoice = z.infer<typeof SkillChoice>;

/** Two skills that are to be related, in the order in which the relation is said of them. */
export const SkillPair = z
  .object({ subject: SkillReference, object: SkillReference })
  .check(z.refine(({ subject, object }) => skillIdentity(subject.uri) !== skillIdentity(object.uri)));
export type SkillPair = z.infer<typeof SkillPair>;

/** What identifies a statement, whoever wrote it down: both skills, under whatever uris, and the relation. */
export function skillStatementKey({
  subject,
  relation,
  object,
}: Pick<SkillAlignment, 'subject' | 'relation' | 'object'>): string {
  return `${relation} ${skillIdentity(subject.uri)} ${skillIdentity(object.uri)}`;
}

/** Whether a relation makes one skill the counterpart of the other: what is needed beforehand covers nothing of it. */
export function isCounterpart(relation: SkillRelation): boolean {
  return relation !== 'prerequisite';
}
