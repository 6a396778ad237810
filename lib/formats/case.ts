import type { Bundle } from '../domain/bundle.ts';
import { type FieldName, titleOf, winning } from '../domain/learning-resource.ts';
import type { Relation, ResourceAlignment } from '../domain/resource-alignment.ts';
import type { Skill } from '../domain/skill.ts';
import type { SkillAlignment, SkillReference, SkillRelation } from '../domain/skill-alignment.ts';
import { holdsAlignments, readCase } from './case-read.ts';
import {
  type CaseRelation,
  caseRelationOf,
  caseSkillRelations,
  groupingOf,
  identifierOf,
  uriOf,
} from './case-terms.ts';
import { nameFor } from './ctdl-node.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { type Json, jsonText } from './json-text.ts';
import { lineAt, listChunks } from './list-chunks.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { uuid5 } from './uuid5.ts';

const lossTable = {
  relation: 'case.relation',
  identifier: 'case.identifier',
  name: 'case.name',
  fit: 'case.fit',
  note: 'case.note',
  evidence: 'case.evidence',
  source: 'case.source',
  dates: 'case.dates',
  'skill details': 'case.skill-details',
  'item details': 'case.item-details',
  'page details': 'case.page-details',
} as const;
type Lost = keyof typeof lossTable;

/**
 * CASE (https://www.imsglobal.org/spec/case), release 1.1 or 1.0: one CFPackage whose CFAssociations tie skills to pages and
 * to one another. Skills that go along by themselves are its CFItems; the others belong to frameworks of their own, and are
 * named by title and address. Groupings say which of our relations an association means, where its type says less.
 */
export const casePackage: AlignmentFormat = {
  id: 'case',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    return {
      chunks: chunks(bundle, options, tally),
      mediaType: 'application/json',
      extension: '.json',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => holdsAlignments(json),
  read: readCase,
};

type Writing = {
  bundle: Bundle;
  release: '1.0' | '1.1';
  tally: LossTally<Lost>;
  groupings: Set<Relation | SkillRelation>;
};

async function* chunks(bundle: Bundle, options: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<string> {
  const { indent = 2, signal } = options;
  const release = options.release === '1.0' ? '1.0' : '1.1';
  const writing: Writing = { bundle, release, tally, groupings: new Set() };
  const line = lineAt(1, indent);
  const member = (name: string, value: Json) =>
    `${line}"${name}":${indent > 0 ? ' ' : ''}${jsonText(value, indent).replaceAll('\n', line)}`;
  yield `{${member('CFDocument', documentOf(writing))}`;
  const lists = { CFItems: items(writing), CFAssociations: associations(writing) };
  yield* listChunks(lists, { depth: 1, indent, signal });
  const groupings = [...writing.groupings].map((one) => ({ ...groupingOf(one), lastChangeDateTime: bundle.made }));
  const definitions = { CFAssociationGroupings: groupings };
  yield `,${member('CFDefinitions', definitions)}${lineAt(0, indent)}}`;
}

function documentOf({ bundle: { author, made }, release }: Writing): Json {
  const uri = uuid5(`${linksOf(author?.uri).iri ?? 'https://placeholder.invalid/'}#alignments-${made}`);
  return {
    identifier: identifierOf(uri),
    uri,
    creator: author?.name?.trim() || author?.uri?.trim() || 'Unknown',
    title: 'Alignments',
    description: 'Which skills pages teach, assess and require, and how skills relate.',
    lastChangeDateTime: made,
    adoptionStatus: 'Draft',
    caseVersion: release === '1.1' ? '1.1' : undefined,
  };
}

async function* items({ bundle, tally }: Writing): AsyncGenerator<Json> {
  const written = new Set<string>();
  for await (const skill of bundle.skills ?? []) {
    if (skill.occupations?.length || skill.license !== undefined || skill.type !== 'CFItem') tally.add('item details');
    const identifier = identifierOf(skill.uri);
    if (written.has(identifier)) continue;
    written.add(identifier);
    yield itemOf(skill, identifier, bundle.made);
  }
}

/** A skill as a CFItem. Its licence is left out: CASE wants a licence by an identifier in its own catalogue. */
function itemOf(skill: Skill, identifier: string, made: string): Json {
  const { name, statement, code, category, level, language, keywords } = skill;
  return {
    identifier,
    uri: uriOf(skill.uri),
    fullStatement: nameFor({ name: statement, statement: name, uri: skill.uri }),
    abbreviatedStatement: name || undefined,
    humanCodingScheme: code || undefined,
    CFItemType: category || undefined,
    conceptKeywords: keywords.length > 0 ? keywords : undefined,
    educationLevel: level ? [level] : undefined,
    language,
    lastChangeDateTime: made,
  };
}

async function* associations(writing: Writing): AsyncGenerator<Json> {
  const { bundle, release, tally } = writing;
  for await (const one of bundle.skillAlignments ?? []) {
    countStatementLosses(one, release, tally);
    const ends = [skillLink(one.subject, release), skillLink(one.object, release)] as const;
    yield association(one, caseSkillRelations[one.relation], ends, writing);
  }
  for await (const one of bundle.alignments) {
    countLosses(one, bundle, release, tally);
    const ends = [resourceLink(one.resource, writing), skillLink(one.skill, release)] as const;
    yield association(one, caseRelationOf(one.relation, release), ends, writing);
  }
}

function association(
  { id, relation, modified, note }: ResourceAlignment | SkillAlignment,
  { type, swapped }: CaseRelation,
  [subject, object]: readonly [Json, Json],
  { release, groupings }: Writing,
): Json {
  groupings.add(relation);
  return {
    identifier: id.toLowerCase(),
    associationType: type,
    uri: `urn:uuid:${id.toLowerCase()}`,
    originNodeURI: swapped ? object : subject,
    destinationNodeURI: swapped ? subject : object,
    CFAssociationGroupingURI: groupingOf(relation),
    lastChangeDateTime: modified,
    notes: release === '1.1' && note ? note : undefined,
  };
}

function resourceLink(address: string, { bundle, release }: Writing): Json {
  return {
    title: titleOf(bundle.resources.get(address) ?? { address, fields: {} }),
    identifier: identifierOf(uuid5(address)),
    uri: uriOf(address),
    targetType: release === '1.1' ? 'ext:LearningResource' : undefined,
  };
}

function skillLink(skill: SkillReference & { type?: string }, release: '1.0' | '1.1'): Json {
  return {
    title: nameFor(skill),
    identifier: identifierOf(skill.uri),
    uri: uriOf(skill.uri),
    targetType: release === '1.1' ? targetTypeOf(skill.type) : undefined,
  };
}

/** A skill's class as CASE 1.1 writes it: its own by `CASE`, others as an extension; left out where it is no single word. */
function targetTypeOf(type: string | undefined): string | undefined {
  if (type === 'CFItem') return 'CASE';
  return type && isPlainType(type) ? `ext:${type}` : undefined;
}

function isPlainType(type: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(type) && type !== 'LearningResource';
}

function countLosses(one: ResourceAlignment, { resources }: Bundle, release: '1.0' | '1.1', tally: LossTally<Lost>) {
  const { skill, note, evidence, resource } = one;
  if (release === '1.0') tally.add('relation');
  if (!linksOf(skill.uri).iri) tally.add('identifier');
  if (!skill.name.trim()) tally.add('name');
  tally.add('fit');
  if (note && release === '1.0') tally.add('note');
  if (evidence) tally.add('evidence');
  tally.add('source');
  tally.add('dates');
  tally.add('skill details');
  const fields = resources.get(resource)?.fields ?? {};
  const left = (Object.keys(fields) as FieldName[]).filter(
    (name) => name !== 'title' && winning(fields, name).length > 0,
  );
  if (left.length > 0) tally.add('page details', left);
}

function countStatementLosses(
  { subject, object, note }: SkillAlignment,
  release: '1.0' | '1.1',
  tally: LossTally<Lost>,
) {
  const ends = [subject, object];
  if (ends.some(({ uri }) => !linksOf(uri).iri)) tally.add('identifier');
  if (ends.some(({ name }) => !name.trim())) tally.add('name');
  if (note && release === '1.0') tally.add('note');
  tally.add('dates');
  if (ends.some(({ statement, code, framework }) => statement || code || framework)) tally.add('skill details');
}
