import type { FieldName } from '../../../lib/domain/learning-resource.ts';
import type { FormatCase } from '../contract.ts';
import { identifying, openable } from './plain.ts';

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
