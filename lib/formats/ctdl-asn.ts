import type { Bundle } from '../domain/bundle.ts';
import type { Skill } from '../domain/skill.ts';
import type { SkillAlignment, SkillReference, SkillRelation } from '../domain/skill-alignment.ts';
import { readCtdlAsn, tellsOfSkills } from './ctdl-asn-read.ts';
import { type CtdlNode, inLanguage, languageTag, nameFor, nodeNames, ownFramework, undetermined } from './ctdl-node.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { jsonChunks } from './json-chunks.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { skillGroups } from './skill-groups.ts';

/** The address of CTDL-ASN's own context (https://credreg.net/ctdlasn/terms). */
const context = 'https://credreg.net/ctdlasn/schema/context/json';
const mapContext = 'https://credreg.net/ctdl/schema/context/json';

/** What each relation is called in an AlignmentMap: the mapping properties of SKOS, and CTDL-ASN's own for the sixth. */
const mappings: Readonly<Record<SkillRelation, string>> = {
  exact: 'skos:exactMatch',
  major: 'skos:closeMatch',
  minor: 'skos:relatedMatch',
  broad: 'skos:broadMatch',
  narrow: 'skos:narrowMatch',
  prerequisite: 'ceasn:prerequisiteAlignment',
};

const lossTable = {
  page: 'ctdl-asn.page',
  skill: 'ctdl-asn.skill',
  identifier: 'ctdl-asn.identifier',
  target: 'ctdl-asn.target',
  framework: 'ctdl-asn.framework',
  note: 'ctdl-asn.note',
  dates: 'ctdl-asn.dates',
  'skill details': 'skill-details',
} as const;
type Lost = keyof typeof lossTable;

/**
 * CTDL-ASN (https://credreg.net/ctdlasn/terms): a graph of Competencies with the six alignments from skill to skill, and of
 * the CompetencyFrameworks that they are part of; with the content `alignment-map`, one AlignmentMap of CTDL for a crosswalk.
 */
export const ctdlAsn: AlignmentFormat = {
  id: 'ctdl-asn',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    const chunks =
      options.content === 'alignment-map'
        ? jsonChunks(mapped(bundle, options, tally), mapFraming(bundle), options.indent)
        : jsonChunks(nodes(bundle, options, tally), framing, options.indent);
    return {
      chunks,
      mediaType: 'application/ld+json',
      extension: '.jsonld',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => tellsOfSkills(json),
  read: readCtdlAsn,
};

const framing = {
  alone: (node: CtdlNode) => ({ '@context': context, '@graph': [node] }),
  around: { '@context': context, '@graph': [] },
  depth: 2,
};

async function* nodes(bundle: Bundle, { signal }: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<CtdlNode> {
  const frameworks = new Set<string>();
  const passing = {
    skill: (skill: Skill) => countSkill(skill, tally),
    statement: (one: SkillAlignment) => countStatement(one, tally),
    alignment: ({ skill }: { skill: Skill }) => {
      tally.add('page');
      countSkill(skill, tally);
    },
  };
  for await (const { skill, statements } of skillGroups(bundle, signal, passing)) {
    const { iri } = linksOf(skill.uri);
    if (!iri) continue;
    const framework = frameworkNode(skill, bundle);
    if (!frameworks.has(framework['@id'])) yield framework;
    frameworks.add(framework['@id']);
    yield { ...competency(skill, iri, framework['@id']), ...alignmentsOf(statements) };
  }
}

function competency(skill: Skill, iri: string, framework: string): CtdlNode {
  const { language, category, keywords, license, occupations = [] } = skill;
  const tag = languageTag(language) ?? undetermined;
  const coded = occupations.map(({ code, name }) => ({
    '@type': 'ceterms:CredentialAlignmentObject',
    'ceterms:codedNotation': code || undefined,
    'ceterms:targetNodeName': inLanguage(name, language),
  }));
  return {
    '@id': iri,
    '@type': 'ceasn:Competency',
    'ceterms:ctid': nodeNames(iri)['ceterms:ctid'],
    'ceasn:competencyLabel': inLanguage(skill.name, language),
    'ceasn:competencyText': inLanguage(nameFor({ ...skill, name: skill.statement, statement: skill.name }), language),
    'ceasn:codedNotation': skill.code || undefined,
    'ceasn:competencyCategory': inLanguage(category, language),
    'ceasn:conceptKeyword': inLanguage(
      keywords.filter((one) => one !== ''),
      language,
    ),
    'ceasn:inLanguage': [tag],
    'ceasn:isPartOf': [framework],
    'ceasn:license': linksOf(license).iri,
    'ceterms:occupationType': coded.length > 0 ? coded : undefined,
  };
}

/** The six alignments, each as the addresses of the skills that the subject is aligned to. */
function alignmentsOf(statements: readonly SkillAlignment[]): CtdlNode {
  const node: { [term: string]: string[] } = {};
  for (const { relation, object } of statements) {
    const { iri } = linksOf(object.uri);
    if (!iri) continue;
    const term = `ceasn:${relation}Alignment`;
    node[term] = [...(node[term] ?? []), iri];
  }
  return node;
}

/** The framework of a skill; where it has none with an address, the one that stands for this library's own skills. */
function frameworkNode({ framework, language }: Skill, { author }: Bundle): CtdlNode & { '@id': string } {
  const { iri } = linksOf(framework?.uri);
  const name = (iri && framework?.name?.trim()) || 'Skills';
  return {
    '@id': iri ?? ownFramework['@id'],
    '@type': 'ceasn:CompetencyFramework',
    'ceterms:ctid': iri ? nodeNames(iri)['ceterms:ctid'] : ownFramework['ceterms:ctid'],
    'ceasn:name': inLanguage(name, iri ? language : 'en'),
    'ceasn:description': inLanguage('Skills to which alignments were made.', 'en'),
    'ceasn:author': [(!iri && author?.name?.trim()) || 'Unknown'],
    'ceasn:inLanguage': [languageTag(language) ?? undetermined],
  };
}

async function* mapped(bundle: Bundle, { signal }: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<CtdlNode> {
  for await (const _ of bundle.skills ?? []) tally.add('skill');
  for await (const one of bundle.skillAlignments ?? []) {
    signal?.throwIfAborted();
    countStatement(one, tally);
    const [source, target] = [linksOf(one.subject.uri).iri, linksOf(one.object.uri).iri];
    if (!source || !target) continue;
    yield {
      '@type': 'ceterms:AlignmentObject',
      'ceterms:sourceNode': source,
      'ceterms:targetNode': target,
      'ceterms:alignmentType': mappings[one.relation],
    };
  }
  for await (const _ of bundle.alignments) {
    signal?.throwIfAborted();
    tally.add('page');
  }
}

function mapFraming({ made, author }: Bundle) {
  const map = {
    '@context': mapContext,
    ...nodeNames(`${linksOf(author?.uri).iri ?? 'https://placeholder.invalid/'}#alignment-map-${made}`),
    '@type': 'ceterms:AlignmentMap',
    'ceterms:name': inLanguage('Alignments', 'en'),
    'ceterms:description': inLanguage('How skills of different frameworks relate.', 'en'),
  };
  const around = { ...map, 'ceterms:hasPart': [] };
  return { alone: (node: CtdlNode) => ({ ...map, 'ceterms:hasPart': [node] }), around, depth: 2 };
}

function countSkill(skill: Skill, tally: LossTally<Lost>): void {
  if (!linksOf(skill.uri).iri) tally.add('identifier');
  if (!linksOf(skill.framework?.uri).iri) tally.add('framework');
  const details: string[] = [];
  if (skill.type !== 'Competency') details.push('type');
  if (skill.level !== undefined) details.push('level');
  if (skill.license !== undefined && !linksOf(skill.license).iri) details.push('license');
  if (details.length > 0) tally.add('skill details', details);
}

function countStatement({ subject, object, note }: SkillAlignment, tally: LossTally<Lost>): void {
  const hasNoIri = ({ uri }: SkillReference) => linksOf(uri).iri === undefined;
  if (hasNoIri(subject) || hasNoIri(object)) tally.add('identifier');
  tally.add('target');
  if (note) tally.add('note');
  tally.add('dates');
}
