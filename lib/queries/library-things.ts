import type { LearningResource } from '../domain/learning-resource.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { SkillSnapshot } from '../domain/skill.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** What is kept of a page: what it says of itself, and its alignments, oldest first. */
export type KnownResource = { resource?: LearningResource; alignments: ResourceAlignment[] };

/** What is kept of the page at an address. */
export async function knownResource(database: PlumblineDatabase, address: string): Promise<KnownResource> {
  const [resource, alignments] = await Promise.all([
    database.resources.get(address),
    database.alignments.where('resource').equals(address).sortBy('created'),
  ]);
  return { ...(resource && { resource }), alignments };
}

/** A skill as it was when it was chosen, and the ids of every alignment to it; without a skill where there is none. */
export type AlignedSkill = { skill?: SkillSnapshot; ids: string[] };

/** Every alignment to the skill at an address. */
export async function alignedTo({ alignments }: PlumblineDatabase, uri: string): Promise<AlignedSkill> {
  const to = alignments.where('skill.uri').equals(uri);
  const [ids, first] = await Promise.all([to.primaryKeys(), to.first()]);
  return { ids, ...(first && { skill: first.skill }) };
}
