import * as z from 'zod/mini';
import { Evidence } from './evidence.ts';
import { SkillSnapshot } from './skill.ts';
import { WebAddress } from './web-address.ts';

/**
 * What a learning resource does with a skill, or of what kind it is. The first three have properties of their own
 * in LRMI (`teaches`, `assesses`, `competencyRequired`); the others are words of LRMI's alignmentType list.
 */
export const Relation = z.enum([
  'teaches',
  'assesses',
  'requires',
  'educationalLevel',
  'educationalSubject',
  'readingLevel',
  'textComplexity',
]);
export type Relation = z.infer<typeof Relation>;

/**
 * How well page and skill fit, in the words of CTDL-ASN's alignment properties: `exact` the same thing, `major` most of
 * both, `minor` a shared part, `broad` the skill is broader than the page, `narrow` the skill is narrower.
 */
export const Fit = z.enum(['exact', 'major', 'minor', 'broad', 'narrow']);
export type Fit = z.infer<typeof Fit>;

/** The fit of a new alignment where the person chose none; the RSD specification's recommended strength. */
export const defaultFit: Fit = 'major';

/** The relation of a new alignment where the person chose none. */
export const defaultRelation: Relation = 'teaches';

/** One statement by a person: this page stands in this relation to that skill. */
export const ResourceAlignment = z.object({
  /** UUID, given once. */
  id: z.uuid(),
  /** Address of the resource, as `pageAddress` writes it. */
  resource: WebAddress,
  relation: Relation,
  fit: Fit,
  skill: SkillSnapshot,
  /** The person's own words; at most 2,000 characters. */
  note: z.optional(z.string().check(z.maxLength(2000))),
  /** The passage of the page that shows it; absent where the person quoted none. */
  evidence: z.optional(Evidence),
  /** ISO 8601 in UTC. */
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  /** Counts the saves, from 1. A save that names an older revision is refused. */
  revision: z.int().check(z.positive()),
});
export type ResourceAlignment = z.infer<typeof ResourceAlignment>;

/** What the person decides about an alignment; the rest of the record is kept by the store. */
export const AlignmentChoice = z.pick(ResourceAlignment, { relation: true, fit: true, note: true, evidence: true });
export type AlignmentChoice = z.infer<typeof AlignmentChoice>;

/** Two alignments say the same when they tie the same page to the same skill in the same relation. */
export function saysTheSame(one: ResourceAlignment, other: ResourceAlignment): boolean {
  return one.resource === other.resource && one.relation === other.relation && one.skill.uri === other.skill.uri;
}
