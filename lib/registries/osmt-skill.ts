import * as z from 'zod/mini';
import type { Occupation, Skill, SkillStatus } from '../domain/skill.ts';
import { hostOf, isWebAddress } from '../domain/web-address.ts';

const Words = z.nullish(z.string());

/** Keywords, categories, standards: a `;`-joined string (v2), strings, or objects with a name; by version and call. */
const Names = z.nullish(
  z.union([z.string(), z.array(z.union([z.string(), z.object({ skillName: Words, name: Words })]))]),
);

/** A raw job code (search rows: `name`, `detailed`) or an occupation (detail: `targetNodeName`). */
const OsmtOccupation = z.object({ code: Words, targetNodeName: Words, name: Words, detailed: Words });

/**
 * A Rich Skill Descriptor as OSMT writes it, in a search row or in full, v3 or v2 (api/.../RichSkillDoc.kt,
 * RichSkillDescriptor.kt and their V2 twins). An id that is no http(s) address is refused.
 */
export const OsmtSkill = z.object({
  id: z.string().check(
    z.maxLength(4096),
    z.refine((id) => isWebAddress(withoutDash(id)), { error: 'not an http or https address' }),
  ),
  skillName: z.string(),
  skillStatement: Words,
  status: Words,
  category: Names,
  categories: Names,
  keywords: Names,
  occupations: z.nullish(z.array(OsmtOccupation)),
  collections: z.nullish(z.array(z.object({ uuid: Words, name: Words }))),
});
export type OsmtSkill = z.infer<typeof OsmtSkill>;

/**
 * What OSMT's state of a skill means here, in whatever case it comes. `unusable`: it is deleted, or a draft in somebody's
 * workspace, and not to be shown. A server that names no state is taken at its word.
 */
export function statusOf({ status }: Pick<OsmtSkill, 'status'>): SkillStatus | 'current' | 'unusable' {
  switch (status?.toLowerCase()) {
    case undefined:
    case '':
    case 'published':
    case 'unarchived':
      return 'current';
    case 'draft':
      return 'draft';
    case 'archived':
    case 'deprecated':
      return 'deprecated';
    default:
      return 'unusable';
  }
}

/** Whether a row is one to find by searching: in force, or about to be. */
export function isCurrent(row: OsmtSkill): boolean {
  return statusOf(row) === 'current' || statusOf(row) === 'draft';
}

/**
 * An OSMT skill in our shape. Its framework is the first collection that lists it, else the library itself. Standards,
 * certifications, employers and OSMT's own alignments have no place in it.
 */
export function skillOf(source: OsmtSkill): Skill {
  const uri = withoutDash(source.id);
  const name = source.skillName.trim();
  const statement = source.skillStatement?.trim() ?? '';
  const category = (namesIn(source.categories)[0] ?? namesIn(source.category)[0]) || undefined;
  const occupations = occupationsOf(source);
  const status = statusOf(source);
  return {
    uri,
    name: name || statement,
    statement: statement || name,
    type: 'RichSkillDescriptor',
    framework: frameworkOf(source, uri),
    ...(category && { category }),
    keywords: namesIn(source.keywords),
    ...(occupations.length > 0 && { occupations }),
    ...((status === 'draft' || status === 'deprecated') && { status }),
  };
}

/** Development servers before 3.0 wrote ids such as `-http://localhost:8080/api/skills/...`. */
export function withoutDash(id: string): string {
  return id.replace(/^-+/, '');
}

function namesIn(names: z.infer<typeof Names>): string[] {
  const list = typeof names === 'string' ? names.split(';') : (names ?? []);
  const words = list.map((one) => (typeof one === 'string' ? one : (one.skillName ?? one.name ?? '')).trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

function occupationsOf({ occupations }: OsmtSkill): Occupation[] {
  const byCode = new Map<string, Occupation>();
  for (const { code, targetNodeName, name, detailed } of occupations ?? []) {
    const title = targetNodeName || name || detailed;
    if (code && !byCode.has(code)) byCode.set(code, { code, ...(title && { name: title }) });
  }
  return [...byCode.values()];
}

function frameworkOf({ collections }: OsmtSkill, uri: string): Skill['framework'] {
  // The canonical address has `/api` before it, the specification's own examples do not.
  const library = uri.replace(/(\/api(\/v\d)?)?\/skills\/.*$/, '');
  const collection = collections?.find(({ uuid, name }) => uuid && name);
  if (!collection?.uuid || !collection.name) return { uri: library, name: hostOf(library) };
  return { uri: `${library}/api/collections/${collection.uuid}`, name: collection.name };
}
