import * as z from 'zod/mini';
import { shortId } from '../domain/cass-work.ts';
import type { Skill } from '../domain/skill.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { allTexts, localised } from './localised.ts';

const Said = z.optional(z.unknown());

/** An id of a CASS object. One that is no http(s) address is refused. */
export const CassId = z
  .string()
  .check(z.maxLength(4096), z.refine(isWebAddress, { error: 'not an http or https address' }));

/** An object's type or types: `Competency`, dotted (`schema.cassproject.org.0.4.Competency`) or as an address. */
const CassType = z.union([z.string(), z.array(z.string())]);

function hasType(type: z.infer<typeof CassType>, name: string): boolean {
  return [type].flat().some((one) => one.split(/[./:#]/).at(-1) === name);
}

/** A competency as CASS writes it (cass-npm, org/cassproject/schema/cass/competency/Competency.js). */
export const CassCompetency = z.object({
  '@id': CassId,
  '@type': CassType.check(z.refine((type) => hasType(type, 'Competency'), { error: 'not a competency' })),
  name: z.unknown().check(z.refine((name) => localised(name) !== undefined, { error: 'no name' })),
  description: Said,
  'ceasn:codedNotation': Said,
  'ceasn:competencyCategory': Said,
  'ceasn:inLanguage': Said,
  'ceasn:license': Said,
  keywords: Said,
  license: Said,
});
export type CassCompetency = z.infer<typeof CassCompetency>;

/** Ids in a list; one alone may stand bare, and what is no http(s) address is left out. */
const CassIds = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => [value ?? []].flat().filter((one): one is string => CassId.safeParse(one).success)),
);

/** A framework as CASS writes it: what it lists counts, in that order (cass-npm, .../competency/Framework.js). */
export const CassFramework = z.object({
  '@id': CassId,
  '@type': CassType.check(z.refine((type) => hasType(type, 'Framework'), { error: 'not a framework' })),
  name: Said,
  description: Said,
  license: Said,
  'ceasn:license': Said,
  'ceasn:publisherName': Said,
  competency: CassIds,
  relation: CassIds,
  level: CassIds,
});
export type CassFramework = z.infer<typeof CassFramework>;

/** A statement of one competency about another: source, relation, target (cass-npm, .../competency/Relation.js). */
export const CassRelation = z.object({ '@id': CassId, source: CassId, target: CassId, relationType: z.string() });
export type CassRelation = z.infer<typeof CassRelation>;

/** A level at which a competency can be had (cass-npm, .../competency/Level.js). */
export const CassLevel = z.object({ '@id': CassId, name: Said, title: Said, competency: CassIds });
export type CassLevel = z.infer<typeof CassLevel>;

/** A CASS competency in our shape, known by its short id. Its framework is not in it and has to be asked for. */
export function skillOf(competency: CassCompetency): Skill {
  const name = localised(competency.name);
  const statement = localised(competency.description);
  const code = localised(competency['ceasn:codedNotation'])?.text;
  const category = localised(competency['ceasn:competencyCategory'])?.text;
  const language = name?.language ?? statement?.language ?? localised(competency['ceasn:inLanguage'])?.text;
  const license = [competency.license, competency['ceasn:license']].flatMap(allTexts).find(isWebAddress);
  return {
    uri: shortId(competency['@id']),
    name: name?.text ?? '',
    statement: statement?.text ?? name?.text ?? '',
    ...(code && { code }),
    type: 'Competency',
    ...(category && { category }),
    keywords: allTexts(competency.keywords),
    ...(language && { language }),
    ...(license && { license }),
  };
}
