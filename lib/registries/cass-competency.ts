import * as z from 'zod/mini';
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

/** What is needed of a framework. */
export const CassFramework = z.object({ '@id': CassId, name: Said });

/**
 * The lasting id of a CASS object, without the version: the digits after type and uid. Addresses outside of a CASS
 * repository have no version and stay as they are (cass-npm, EcRemoteLinkedData.shortId).
 */
export function shortId(id: string): string {
  return id.replace(/(\/api\/(?:custom\/)?data\/[^/]+\/[^/]+)\/\d+$/, '$1');
}

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
