import type { FieldName } from '../../../lib/domain/learning-resource.ts';
import type { ResourceAlignment } from '../../../lib/domain/resource-alignment.ts';
import type { Carried, FormatCase, RoundTrip } from '../contract.ts';
import { identifying, openable, whole } from './plain.ts';

/** What both versions of Open Badges lose, told from the bundle alone; `carried` are the fields of the page they write. */
export function badgeLosses(carried: FieldName[]): FormatCase['losses'] {
  return {
    relation: () => true,
    identifier: ({ skill }) => openable(skill.uri) === undefined,
    fit: () => true,
    note: ({ note }) => Boolean(note),
    evidence: ({ evidence }) => evidence !== undefined,
    source: () => true,
    dates: () => true,
    name: ({ skill }) => skill.name === '',
    issuer: (_, { author }) => identifying(author?.uri) === undefined,
    'skill details': ({ skill }) =>
      [skill.category, skill.language, skill.license, skill.framework?.uri].some((detail) => detail !== undefined) ||
      skill.keywords.length > 0 ||
      (skill.occupations?.length ?? 0) > 0,
    'page details': ({ resource }, { resources }) =>
      Object.entries(resources.get(resource)?.fields ?? {}).some(
        ([name, said]) => said && said.length > 0 && !carried.includes(name as FieldName),
      ),
  };
}

/** What of an alignment does not come back from either version, with the loss that says so. */
export function lostInBadge(one: ResourceAlignment): Partial<Record<Carried, string>> {
  const { skill, note, evidence } = one;
  const detail = <Place extends Carried>(place: Place, isThere: unknown) =>
    isThere ? { [place]: 'skill details' } : {};
  return {
    id: 'dates',
    created: 'dates',
    modified: 'dates',
    relation: 'relation',
    fit: 'fit',
    ...(note && { note: 'note' }),
    ...(evidence && { evidence: 'evidence' }),
    ...(skill.name === '' && { 'skill.name': 'name' }),
    ...(identifying(skill.uri) === undefined && { 'skill.uri': 'identifier' }),
    ...detail('skill.category', skill.category !== undefined),
    ...detail('skill.keywords', skill.keywords.length),
    ...detail('skill.occupations', skill.occupations?.length),
    ...detail('skill.language', skill.language),
    ...detail('skill.license', skill.license !== undefined),
    ...detail('skill.framework.uri', skill.framework?.uri !== undefined),
  };
}

/** The same for an Achievement of 3.0, which has words of its own for some types. */
export function lostInAchievement(one: ResourceAlignment): Partial<Record<Carried, string>> {
  return { ...lostInBadge(one), ...(losesType(one) && { 'skill.type': 'skill type' }) };
}

/** Whether Open Badges 3.0 calls a skill's type otherwise than its source does. */
export function losesType({ skill }: ResourceAlignment): boolean {
  return !['', 'CFItem', 'ceasn:Competency'].includes(skill.type);
}

/** How what comes back differs: characters that no text or identifier may hold. */
export const normalInBadge: RoundTrip['normal'] = (value, place) => {
  if (typeof value !== 'string') return value;
  return place === 'skill.uri' ? identifying(value) : whole(value);
};
