import type { SkillAlignment } from './skill-alignment.ts';

/**
 * The identifier of a skill of an OSMT by the address of the server and of the skill, whichever version of the API it
 * names. Undefined for a skill of anybody else.
 */
export function osmtSkillId(registry: string, uri: string): string | undefined {
  const base = `${registry.replace(/\/+$/, '')}/api/`;
  if (!uri.startsWith(base)) return undefined;
  return /^(?:v\d\/)?skills\/([\w-]+)$/.exec(uri.slice(base.length))?.[1];
}

/**
 * Whether a statement from skill to skill can stand at an OSMT, as one of the alignments of its subject: the subject is a
 * skill of that server, and the two skills cover each other. What a skill needs beforehand is no alignment there.
 */
export function standsAtOsmt(registry: string, { subject, relation }: SkillAlignment): boolean {
  return relation !== 'prerequisite' && osmtSkillId(registry, subject.uri) !== undefined;
}
