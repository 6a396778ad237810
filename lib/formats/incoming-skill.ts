import { F502MadeIdentifier, F502NoSkill } from '../domain/problems.ts';
import { type FrameworkReference, isSkillUri, type Skill } from '../domain/skill.ts';
import { linksOf } from './identifier.ts';
import type { WarningTally } from './incoming.ts';
import { uuid5 } from './uuid5.ts';

/** What a file says of a skill. */
export type SaidSkill = {
  uri?: string;
  name?: string;
  statement?: string;
  code?: string;
  /** The source's own class; empty where the file does not say. */
  type?: string;
  framework?: FrameworkReference;
};

/**
 * A skill as a file says it. One without an identifier that could stand for it for good gets a `urn:uuid:` of its framework,
 * name and statement, so that the same words give the same skill again. Undefined, with a warning, where nothing names it.
 */
export function incomingSkill(said: SaidSkill, warnings: WarningTally): Skill | undefined {
  const uri = linksOf(said.uri).iri;
  const isLasting = uri !== undefined && isSkillUri(uri);
  const framework = presentFramework(said.framework);
  const words = [framework?.uri ?? framework?.name, said.name, said.statement].map((word) => word ?? '');
  if (!isLasting && !said.name && !said.statement) {
    warnings.add(F502NoSkill);
    return undefined;
  }
  if (!isLasting) warnings.add(F502MadeIdentifier);
  return {
    uri: isLasting ? uri : uuid5(`skill:${words.map(encodeURIComponent).join('/')}`),
    name: said.name ?? said.statement ?? '',
    statement: said.statement ?? '',
    ...(said.code && { code: said.code }),
    type: said.type ?? '',
    ...(framework && { framework }),
    keywords: [],
  };
}

function presentFramework({ uri, name }: FrameworkReference = {}): FrameworkReference | undefined {
  const iri = linksOf(uri).iri;
  return iri || name ? { ...(iri && { uri: iri }), ...(name && { name }) } : undefined;
}
