import type { Bundle } from '../domain/bundle.ts';
import type { Skill } from '../domain/skill.ts';
import type { SkillAlignment, SkillRelation } from '../domain/skill-alignment.ts';
import { identifierOf } from './case-terms.ts';
import { nameFor } from './ctdl-node.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { jsonChunks } from './json-chunks.ts';
import type { Json } from './json-text.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { readRsd, tellsOfDescriptors } from './rsd-read.ts';
import { skillGroups } from './skill-groups.ts';
import { uuid5 } from './uuid5.ts';

/**
 * The RSD specification's context, and the terms of its tables that its context forgot: without them a processor in safe
 * mode refuses the document.
 */
const context = [
  'https://rsd.openskillsnetwork.org/context-v1.json',
  {
    description: 'ceasn:description',
    license: { '@id': 'ceasn:license', '@type': '@id' },
    skills: 'ceasn:hasTopChild',
  },
];
const caseContext = 'https://purl.imsglobal.org/spec/case/v1p0/context/imscasev1p0_context_v1p0.jsonld';

/** What each relation is called as an AssociationLink of CASE-LD, whose origin is always the skill itself. */
const associations: Readonly<Record<SkillRelation, string>> = {
  exact: 'exactMatchOf',
  major: 'isRelatedTo',
  minor: 'isRelatedTo',
  broad: 'isPartOf',
  narrow: 'isRelatedTo',
  prerequisite: 'isRelatedTo',
};

const lossTable = {
  page: 'rsd.page',
  identifier: 'rsd.identifier',
  relation: 'rsd.relation',
  target: 'rsd.target',
  note: 'rsd.note',
  dates: 'rsd.dates',
  'skill details': 'skill-details',
} as const;
type Lost = keyof typeof lossTable;

/**
 * Rich Skill Descriptors (https://rsd.openskillsnetwork.org), by the specification's recipes: with CTDL-ASN, one descriptor
 * or a list of them (the default); with CASE-LD, CFItems (content `case-ld`); and a Collection (content `collection`).
 */
export const rsd: AlignmentFormat = {
  id: 'rsd',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    return {
      chunks: jsonChunks(documents(bundle, options, tally), framingOf(bundle, options), options.indent),
      mediaType: 'application/ld+json',
      extension: '.json',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => tellsOfDescriptors(json),
  read: readRsd,
};

type Members = { readonly [name: string]: Json };

function framingOf({ author, made }: Bundle, { content }: WriteOptions) {
  if (content !== 'collection') return { alone: (one: Members): Json => one, around: [], depth: 1 };
  const by = linksOf(author?.uri).iri;
  const collection = {
    '@context': context,
    id: uuid5(`${by ?? 'https://placeholder.invalid/'}#collection-${made}`),
    type: 'Collection',
    name: 'Skills',
    description: 'Skills to which alignments were made.',
    author: by ?? (author?.name || undefined),
  };
  return {
    alone: (one: Members): Json => ({ ...collection, skills: [one] }),
    around: { ...collection, skills: [] },
    depth: 2,
  };
}

async function* documents(bundle: Bundle, options: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<Members> {
  const { content, signal } = options;
  const isCase = content === 'case-ld';
  const passing = {
    skill: (skill: Skill) => countSkill(skill, isCase, tally),
    statement: (one: SkillAlignment) => countStatement(one, isCase, tally),
    alignment: ({ skill }: { skill: Skill }) => {
      tally.add('page');
      countSkill(skill, isCase, tally);
    },
  };
  for await (const { skill, statements } of skillGroups(bundle, signal, passing)) {
    const { iri } = linksOf(skill.uri);
    if (!iri) continue;
    const aligned = statements.filter(({ object }) => linksOf(object.uri).iri);
    if (isCase) yield caseItem(skill, aligned, iri, bundle.made);
    else yield { ...(content !== 'collection' && { '@context': context }), ...descriptor(skill, aligned, iri) };
  }
}

/** Recipe "Publish a Rich Skill Descriptor with CTDL-ASN/CTDL". `alignments` means majorAlignment there; the others by name. */
function descriptor(skill: Skill, statements: readonly SkillAlignment[], iri: string): Members {
  const { name, statement, keywords, category, license, occupations = [] } = skill;
  const aligned: { [term: string]: Json[] } = {};
  for (const { relation, object } of statements) {
    const term = relation === 'major' ? 'alignments' : `ceasn:${relation}Alignment`;
    aligned[term] = [...(aligned[term] ?? []), { id: linksOf(object.uri).iri, name: nameFor(object) }];
  }
  return {
    id: iri,
    type: 'RichSkillDescriptor',
    skillName: name || undefined,
    skillStatement: nameFor({ name: statement, statement: name, uri: iri }),
    category: category || undefined,
    keywords: keywords.length > 0 ? keywords : undefined,
    ...aligned,
    occupations:
      occupations.length > 0
        ? occupations.map(({ code, name: title }) => ({ codedNotation: code, targetNodeName: title }))
        : undefined,
    license: linksOf(license).iri,
  };
}

/** Recipe "Publish a Rich Skill Descriptor with CASE-LD". */
function caseItem(skill: Skill, statements: readonly SkillAlignment[], iri: string, made: string): Members {
  const { name, statement, code, keywords, language, level, framework, license } = skill;
  const [document, terms] = [linksOf(framework?.uri).iri, linksOf(license).iri];
  return {
    '@context': caseContext,
    type: 'CFItem',
    id: iri,
    identifier: identifierOf(skill.uri),
    lastChangeDateTime: made,
    CFDocumentURI: document && {
      type: 'LinkURI',
      title: framework?.name?.trim() || document,
      identifier: identifierOf(document),
      targetId: document,
    },
    humanCodingScheme: code || undefined,
    abbreviatedStatement: name || undefined,
    fullStatement: nameFor({ name: statement, statement: name, uri: iri }),
    conceptKeywords: keywords.length > 0 ? keywords : undefined,
    educationLevel: level ? [level] : undefined,
    language: language || undefined,
    licenseURI: terms && { title: terms, identifier: terms, uri: terms },
    associationSet:
      statements.length > 0
        ? statements.map(({ relation, object }) => ({
            type: 'AssociationLink',
            targetId: linksOf(object.uri).iri,
            associationType: associations[relation],
            title: nameFor(object),
          }))
        : undefined,
  };
}

function countSkill(skill: Skill, isCase: boolean, tally: LossTally<Lost>): void {
  if (!linksOf(skill.uri).iri) tally.add('identifier');
  const { type, code, language, level, framework, category, occupations, license } = skill;
  const details: string[] = [];
  if (type !== (isCase ? 'CFItem' : 'RichSkillDescriptor')) details.push('type');
  if (license !== undefined && !linksOf(license).iri) details.push('license');
  if (isCase && category) details.push('category');
  if (isCase && occupations?.length) details.push('occupations');
  if (isCase && framework && !linksOf(framework.uri).iri) details.push('framework');
  if (!isCase && framework) details.push('framework');
  if (!isCase && code) details.push('code');
  if (!isCase && language) details.push('language');
  if (!isCase && level) details.push('level');
  if (details.length > 0) tally.add('skill details', details);
}

function countStatement({ subject, relation, object, note }: SkillAlignment, isCase: boolean, tally: LossTally<Lost>) {
  if (!linksOf(subject.uri).iri || !linksOf(object.uri).iri) tally.add('identifier');
  if (isCase && /^(minor|narrow|prerequisite)$/.test(relation)) tally.add('relation');
  if (object.statement || object.code || object.framework) tally.add('target');
  if (note) tally.add('note');
  tally.add('dates');
}
