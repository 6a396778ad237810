import * as z from 'zod/mini';
import { LearningResourceDraft } from './learning-resource.ts';
import { ResourceAlignment } from './resource-alignment.ts';
import { Skill } from './skill.ts';
import { SkillAlignment } from './skill-alignment.ts';

/** The newest release of the bundle format that this code writes and reads. */
export const bundleRelease = 1;

/**
 * Plumbline's own file, `.plumbline.json`: everything about a choice of alignments, as it is kept here. docs/bundle-format.md
 * describes it; its JSON Schema is made from this one. Releases only add members that may be absent; one that takes any
 * away or changes a meaning gets the next number, and older code says that it cannot read it.
 */
export const PlumblineBundle = z.object({
  /** Marks the file, and says which release of the format it follows. */
  plumbline: z.literal(bundleRelease),
  /** When the file was written, ISO 8601 in UTC. */
  made: z.iso.datetime(),
  author: z.optional(z.object({ name: z.optional(z.string()), uri: z.optional(z.string()) })),
  /** What the alignments' pages say of themselves. A page of an alignment may be missing here. */
  resources: z.array(LearningResourceDraft),
  /** Skills that go along without an alignment to them. */
  skills: z.optional(z.array(Skill)),
  skillAlignments: z.optional(z.array(SkillAlignment)),
  alignments: z.array(ResourceAlignment),
});
export type PlumblineBundle = z.infer<typeof PlumblineBundle>;
