import { relationOf } from '../domain/alignment-type.ts';
import type { Bundle, IncomingAlignment } from '../domain/bundle.ts';
import { type CassWork, cassWork, shortId } from '../domain/cass-work.ts';
import { type FieldName, type LearningResourceDraft, winning } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501Cass, F502UnknownRelation, F502Work } from '../domain/problems.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { isCassRelation, readCassRelation, writeCassRelation } from './cass-relation.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { readWarnings, type WarningTally } from './incoming.ts';
import { incomingSkill } from './incoming-skill.ts';
import { jsonChunks } from './json-chunks.ts';
import { type Entry, entriesIn, jsonIn, memberOf, typesOf, wordIn } from './json-reading.ts';
import type { Json } from './json-text.ts';
import { type LossTally, lostSkillDetails, tallyLosses } from './losses.ts';
import { resourceGroups } from './resource-groups.ts';

const lossTable = {
  identifier: 'cass.identifier',
  fit: 'cass.fit',
  note: 'cass.note',
  evidence: 'cass.evidence',
  source: 'cass.source',
  dates: 'cass.dates',
  author: 'cass.author',
  'skill details': 'skill-details',
  'page details': 'cass.page-details',
  'skill words': 'cass.skill-words',
  strength: 'cass.strength',
  'skill address': 'cass.skill-address',
} as const;
type Lost = keyof typeof lossTable;

const carried: ReadonlySet<FieldName> = new Set<FieldName>(['title', 'description']);

/**
 * CASS objects: for each alignment a CreativeWork with an AlignmentObject, just as it is published to a CASS, and for each
 * statement from skill to skill a Relation (cass-npm, org/cassproject/schema/cass/competency/Relation.js). Several stand in
 * a list. They have no ids: the CASS that takes them in gives them its own.
 */
export const cass: AlignmentFormat = {
  id: 'cass',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    return {
      chunks: jsonChunks(objects(bundle, options, tally), framing, options.indent),
      mediaType: 'application/json',
      extension: '.json',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => objectsIn(json).some(isOfCass),
  async read(text, { signal } = {}) {
    signal?.throwIfAborted();
    const json = jsonIn(text);
    const entries = objectsIn(json);
    const isEmpty = Array.isArray(json) && json.length === 0;
    if (!isEmpty && !entries.some((one) => isWork(one) || isCassRelation(one))) throw new ProblemError(F501Cass);
    const warnings = readWarnings();
    const resources = new Map<string, LearningResourceDraft>();
    const alignments = entries.filter(isWork).flatMap((work) => readWork(work, resources, warnings));
    const skillAlignments = entries.filter(isCassRelation).flatMap((one) => readCassRelation(one, warnings));
    return {
      bundle: { resources: [...resources.values()], alignments, skills: [], skillAlignments },
      warnings: warnings.list(),
    };
  },
};

const framing = { alone: (object: Json): Json => object, around: [] as Json, depth: 1 };

async function* objects(bundle: Bundle, { signal }: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<Json> {
  for await (const { resource, alignments } of resourceGroups(bundle, signal))
    for (const alignment of alignments) {
      countLosses(alignment, resource, bundle, tally);
      yield cassWork(openly(alignment), resource) satisfies CassWork;
    }
  for await (const statement of bundle.skillAlignments ?? []) {
    signal?.throwIfAborted();
    const relation = writeCassRelation(statement);
    countRelationLosses(statement, relation !== undefined, tally);
    if (relation) yield relation;
  }
}

/** The alignment with none but identifiers that may leave the house. */
function openly({ resource, relation, skill }: ResourceAlignment) {
  const { name, uri } = skill.framework ?? {};
  const framework = { ...(name && { name }), uri: linksOf(uri).iri };
  return { resource, relation, skill: { ...skill, uri: linksOf(skill.uri).iri ?? '', framework } };
}

function countLosses(
  { skill, note, evidence }: ResourceAlignment,
  { fields }: LearningResourceDraft,
  { author }: Bundle,
  tally: LossTally<Lost>,
): void {
  const iri = linksOf(skill.uri).iri;
  if (iri === undefined) tally.add('identifier');
  tally.add('fit');
  if (note) tally.add('note');
  if (evidence) tally.add('evidence');
  tally.add('source');
  tally.add('dates');
  if (author?.name || author?.uri) tally.add('author');
  const details = lostSkillDetails(skill);
  if (skill.code !== undefined) details.push('code');
  if (skill.type !== '') details.push('type');
  if (iri !== undefined && shortId(iri) !== iri) details.push('version');
  const { name, uri } = skill.framework ?? {};
  if (uri !== undefined && (name || linksOf(uri).iri === undefined)) details.push('framework address');
  if (details.length > 0) tally.add('skill details', details);
  const left = (Object.keys(fields) as FieldName[]).filter(
    (field) => winning(fields, field).length > 0 && !carried.has(field),
  );
  if (left.length > 0) tally.add('page details', left);
}

function countRelationLosses({ relation }: SkillAlignment, isWritten: boolean, tally: LossTally<Lost>): void {
  tally.add(isWritten ? 'skill words' : 'skill address');
  if (isWritten && relation === 'minor') tally.add('strength');
}

function objectsIn(json: unknown): Entry[] {
  return entriesIn(json).flatMap((one) => (Object.hasOwn(one, '@graph') ? entriesIn(memberOf(one, '@graph')) : [one]));
}

function isWork(entry: Entry): boolean {
  return typesOf(entry).includes('CreativeWork') && entriesIn(memberOf(entry, 'educationalAlignment')).length > 0;
}

/** What tells CASS's works from any page's: an owner, a place in a repository, or alignments with a context of their own. */
function isOfCass(entry: Entry): boolean {
  if (isCassRelation(entry)) return true;
  if (!isWork(entry)) return false;
  const id = memberOf(entry, '@id');
  return (
    ['owner', '@owner'].some((name) => Object.hasOwn(entry, name)) ||
    (typeof id === 'string' && /\/api\/(custom\/)?data\//.test(id)) ||
    entriesIn(memberOf(entry, 'educationalAlignment')).some((one) => Object.hasOwn(one, '@context'))
  );
}

function readWork(
  work: Entry,
  resources: Map<string, LearningResourceDraft>,
  warnings: WarningTally,
): IncomingAlignment[] {
  const address = wordIn(memberOf(work, 'url'));
  if (address === undefined || !isWebAddress(address)) {
    warnings.add(F502Work);
    return [];
  }
  const said = (name: string) => {
    const value = wordIn(memberOf(work, name));
    return value && value !== address ? [{ value, by: 'json-ld' as const }] : [];
  };
  const [title, description] = [said('name'), said('description')];
  if (!resources.has(address))
    resources.set(address, {
      address,
      fields: { ...(title.length > 0 && { title }), ...(description.length > 0 && { description }) },
    });
  return entriesIn(memberOf(work, 'educationalAlignment')).flatMap((one) => readTarget(one, address, warnings));
}

function readTarget(target: Entry, resource: string, warnings: WarningTally): IncomingAlignment[] {
  const word = (name: string) => wordIn(memberOf(target, name));
  const relation = relationOf(word('alignmentType'));
  if (!relation) {
    warnings.add(F502UnknownRelation);
    return [];
  }
  const framework = word('educationalFramework');
  const isAddress = framework !== undefined && linksOf(framework).iri === framework;
  const skill = incomingSkill(
    {
      uri: word('targetUrl'),
      name: word('targetName'),
      statement: word('targetDescription'),
      framework: isAddress ? { uri: framework } : { name: framework },
    },
    warnings,
  );
  return skill ? [{ resource, relation, skill }] : [];
}
