import * as z from 'zod/mini';
import { isWebAddress } from './web-address.ts';

/**
 * Whether a text can stand for a skill for good: an http(s) address, or a URN (RFC 8141) such as `urn:uuid:`. Whatever
 * else a page or a registry calls an identifier is not kept as one.
 */
export function isSkillUri(text: string): boolean {
  return /^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$/i.test(text) || isWebAddress(text);
}

/** Who lists a skill: a framework, collection or library. At least its name or its address is known. */
export const FrameworkReference = z.object({
  uri: z.optional(z.string()),
  name: z.optional(z.string()),
});
export type FrameworkReference = z.infer<typeof FrameworkReference>;

/** An occupation that uses a skill: a code such as O*NET-SOC `25-4022.00` and its title. */
export const Occupation = z.object({
  code: z.string(),
  name: z.optional(z.string()),
});
export type Occupation = z.infer<typeof Occupation>;

/** What became of a skill at its source: not yet in force, no longer in force, or no longer and another in its place. */
export const SkillStatus = z.enum(['draft', 'deprecated', 'replaced']);
export type SkillStatus = z.infer<typeof SkillStatus>;

/**
 * Something a person can learn or show, whatever its source calls it: an RSD of OSMT, a CFItem of CASE,
 * a Competency of CTDL-ASN or CASS. One shape for all, so that search and screens need to know no source.
 */
export const Skill = z.object({
  /** The skill's lasting identifier: an http(s) address or a `urn:`. */
  uri: z.string().check(z.maxLength(4096), z.refine(isSkillUri, { error: 'neither an http(s) address nor a urn' })),
  /** A short name. Where the source has none, the statement stands in. */
  name: z.string(),
  /** What the learner can do, in the source's own words. May equal the name. */
  statement: z.string(),
  /** The source's notation, such as `7.RF.B.2`. */
  code: z.optional(z.string()),
  /** The source's own class, such as `RichSkillDescriptor`, `Competency`, `CFItem`. */
  type: z.string(),
  framework: z.optional(FrameworkReference),
  category: z.optional(z.string()),
  keywords: z.array(z.string()),
  occupations: z.optional(z.array(Occupation)),
  /** For whom it is meant, in the source's words: a grade, a proficiency, a reuse level. */
  level: z.optional(z.string()),
  /** The uri of the skill above it in its framework; absent at the top and where there is no tree. */
  parent: z.optional(z.string()),
  /** Its place among those with the same parent; equal or absent places keep the source's order. */
  position: z.optional(z.number()),
  /** Absent: in force. */
  status: z.optional(SkillStatus),
  /** The uri of the skill that took its place. */
  replacedBy: z.optional(z.string()),
  /** Uris that its source says name the very same skill. */
  sameAs: z.optional(z.array(z.string())),
  /** BCP 47 tag of name and statement; unknown where absent. */
  language: z.optional(z.string()),
  /** Address of the licence under which the skill may be used. */
  license: z.optional(z.string()),
});
export type Skill = z.infer<typeof Skill>;

/** Where a skill was found: a registry of the person's, or a library kept on this device. */
export const SkillSource = z.object({
  /** Id of the registry, or `starter` for the library that comes with the extension. */
  registry: z.string(),
  /** The registry's name as the person reads it. */
  name: z.string(),
});
export type SkillSource = z.infer<typeof SkillSource>;

/** A skill in a list of results, with the place that answered it. */
export const FoundSkill = z.extend(Skill, { source: SkillSource });
export type FoundSkill = z.infer<typeof FoundSkill>;

/** A skill as it was when a page was aligned to it. Never refreshed silently: it is what the person agreed to. */
export const SkillSnapshot = z.extend(FoundSkill, {
  /** When it was taken, ISO 8601 in UTC. */
  taken: z.iso.datetime(),
});
export type SkillSnapshot = z.infer<typeof SkillSnapshot>;

/** The source's word for the skill, as shown beside ours: "standard", "competency", "skill". */
export function wordFor(type: string): 'skill' | 'competency' | 'standard' {
  if (/CFItem|Standard|asn:Statement/i.test(type)) return 'standard';
  if (/Competency/i.test(type)) return 'competency';
  return 'skill';
}

/** The statement where it says more than the name, else the name: the one line that stands for the skill. */
export function sentenceOf(skill: Pick<Skill, 'name' | 'statement'>): string {
  return skill.statement || skill.name;
}
