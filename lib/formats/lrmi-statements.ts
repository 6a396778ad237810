import type { Bundle } from '../domain/bundle.ts';
import type { Relation, ResourceAlignment } from '../domain/resource-alignment.ts';
import type { FrameworkReference, SkillSnapshot } from '../domain/skill.ts';
import type { WriteOptions } from './format.ts';
import { type Links, linksOf } from './identifier.ts';
import type { Json } from './json-text.ts';
import { type LossTally, lostSkillDetails } from './losses.ts';
import { describeResource, type SchemaOrgNode } from './lrmi-resource.ts';
import { type ResourceGroup, resourceGroups } from './resource-groups.ts';

/** schema.org 30.0's own property for a relation; undefined where only `educationalAlignment` carries it. */
const properties: Readonly<Record<Relation, string | undefined>> = {
  teaches: 'teaches',
  assesses: 'assesses',
  requires: 'competencyRequired',
  educationalLevel: 'educationalLevel',
  educationalSubject: 'about',
  readingLevel: undefined,
  textComplexity: undefined,
};

/** What LRMI cannot carry, in whatever syntax, with its sentences. */
export const lrmiLosses = {
  identifier: 'lrmi.identifier',
  fit: 'lrmi.fit',
  note: 'lrmi.note',
  evidence: 'lrmi.evidence',
  source: 'lrmi.source',
  dates: 'lrmi.dates',
  author: 'lrmi.author',
  'skill details': 'skill-details',
  'page details': 'lrmi.page-details',
} as const;

/** Something that LRMI may leave out. */
export type LrmiLost = keyof typeof lrmiLosses;

/**
 * A bundle as schema.org's LearningResources, one a group of alignments, without a context: what each syntax of LRMI writes.
 * Skills are DefinedTerms under `teaches`, `assesses`, `competencyRequired`, `educationalLevel` and `about`; reading level
 * and text complexity are AlignmentObjects, their only form.
 */
export async function* learningResources(
  bundle: Bundle,
  options: WriteOptions,
  tally: LossTally<LrmiLost>,
): AsyncGenerator<SchemaOrgNode> {
  for await (const group of resourceGroups(bundle, options.signal))
    yield learningResource(group, bundle, options, tally);
}

function learningResource(
  { resource, alignments }: ResourceGroup,
  { author }: Bundle,
  { alignmentObjects = false }: WriteOptions,
  tally: LossTally<LrmiLost>,
): SchemaOrgNode {
  const { node, left } = describeResource(resource);
  const terms = new Map<string, Json[]>();
  for (const alignment of alignments) {
    const { relation, skill } = alignment;
    const links = linksOf(skill.uri);
    const property = properties[relation];
    if (property) push(terms, property, definedTerm(skill, links));
    if (!property || alignmentObjects) push(terms, 'educationalAlignment', alignmentObject(relation, skill, links));
    countLosses(alignment, links, tally);
  }
  for (const [property, values] of terms) node[property] = [...listOf(node[property]), ...values];
  if (left.length > 0) for (const _ of alignments) tally.add('page details', left);
  if (author?.name || author?.uri) for (const _ of alignments) tally.add('author');
  return node;
}

/** https://schema.org/DefinedTerm: the skill under its own identifier; a link only where it can be opened. */
function definedTerm(skill: SkillSnapshot, { iri, url }: Links): Json {
  const { framework } = skill;
  return {
    '@type': 'DefinedTerm',
    '@id': iri,
    name: skill.name,
    description: skill.statement === skill.name || skill.statement === '' ? undefined : skill.statement,
    termCode: skill.code,
    url,
    inDefinedTermSet: framework && definedTermSet(framework),
  };
}

function definedTermSet({ name, uri }: FrameworkReference): Json {
  if (!name && !uri) return undefined;
  const { iri, url } = linksOf(uri);
  return { '@type': 'DefinedTermSet', '@id': iri, name, url };
}

/** https://schema.org/AlignmentObject: the older form, and the only one for reading level and text complexity. */
function alignmentObject(relation: Relation, skill: SkillSnapshot, { url }: Links): Json {
  return {
    '@type': 'AlignmentObject',
    alignmentType: relation,
    educationalFramework: skill.framework?.name,
    targetName: skill.name,
    targetDescription: skill.statement === skill.name || skill.statement === '' ? undefined : skill.statement,
    targetUrl: url,
  };
}

function countLosses(
  { relation, skill, note, evidence }: ResourceAlignment,
  links: Links,
  tally: LossTally<LrmiLost>,
): void {
  const asObject = properties[relation] === undefined;
  if ((asObject ? links.url : links.iri) === undefined) tally.add('identifier');
  tally.add('fit');
  if (note) tally.add('note');
  if (evidence) tally.add('evidence');
  tally.add('source');
  tally.add('dates');
  const details = lostDetails(skill, asObject);
  if (details.length > 0) tally.add('skill details', details);
}

function lostDetails(skill: SkillSnapshot, asObject: boolean): string[] {
  const frameworkUri = skill.framework?.uri;
  const details = lostSkillDetails(skill);
  if (skill.type !== '') details.push('type');
  if (asObject && skill.code !== undefined) details.push('code');
  if (frameworkUri !== undefined && (asObject || linksOf(frameworkUri).iri === undefined))
    details.push('framework address');
  return details;
}

function push(terms: Map<string, Json[]>, property: string, value: Json): void {
  const values = terms.get(property);
  if (values) values.push(value);
  else terms.set(property, [value]);
}

function listOf(value: Json): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
