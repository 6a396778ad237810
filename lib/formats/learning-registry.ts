import type { Author, Bundle, IncomingAlignment } from '../domain/bundle.ts';
import { type FieldName, type LearningResourceDraft, titleOf, winning } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501LearningRegistry } from '../domain/problems.ts';
import type { Relation, ResourceAlignment } from '../domain/resource-alignment.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { readWarnings } from './incoming.ts';
import { jsonChunks } from './json-chunks.ts';
import { entriesIn, jsonIn } from './json-reading.ts';
import { type Json, jsonText } from './json-text.ts';
import { envelopesIn, isEnvelope, readEnvelope } from './learning-registry-reading.ts';
import { type LossTally, lostSkillDetails, tallyLosses } from './losses.ts';
import { describeResource } from './lrmi-resource.ts';
import { type ResourceGroup, resourceGroups } from './resource-groups.ts';

const lossTable = {
  relation: 'learning-registry.relation',
  identifier: 'learning-registry.identifier',
  fit: 'learning-registry.fit',
  note: 'learning-registry.note',
  evidence: 'learning-registry.evidence',
  source: 'learning-registry.source',
  dates: 'learning-registry.dates',
  'skill details': 'skill-details',
  'page details': 'page-details',
  submitter: 'learning-registry.submitter',
  terms: 'learning-registry.terms',
} as const;
type Lost = keyof typeof lossTable;

/** Named where terms have to be; what the publishers of LRMI envelopes named there. */
const terms = 'http://www.learningregistry.org/tos';

/** The Learning Registry's word for each relation: it leaves a syllable out of one. */
const alignmentTypes: Readonly<Partial<Record<Relation, string>>> = { educationalLevel: 'educationLevel' };

/** What paradata say in words, since their verb does not. */
const phrases: Readonly<Record<Relation, string>> = {
  teaches: 'teaches',
  assesses: 'assesses',
  requires: 'requires beforehand',
  educationalLevel: 'is made for the level',
  educationalSubject: 'belongs to the subject',
  readingLevel: 'reads at the level',
  textComplexity: 'is as complex as',
};

/**
 * Learning Registry envelopes (resource_data, LearningRegistry LR/lr/schema), as `POST /publish` takes them: a list
 * of `documents`. Release 0.51.0 carries its payload as a text, 0.49.0 as an object. `metadata`: an envelope for each page,
 * its payload schema.org with `educationalAlignment`. `paradata`: one for each alignment, an activity "aligned".
 */
export const learningRegistry: AlignmentFormat = {
  id: 'learning-registry',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    return {
      chunks: jsonChunks(documents(bundle, options, tally), framing, options.indent),
      mediaType: 'application/json',
      extension: '.json',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => envelopesIn(json).some(isEnvelope),
  async read(text, { signal } = {}) {
    signal?.throwIfAborted();
    const json = jsonIn(text);
    const envelopes = envelopesIn(json);
    const isEmpty = envelopes.length === 0 && entriesIn(json).some((one) => Array.isArray(one.documents));
    if (!isEmpty && !envelopes.some(isEnvelope)) throw new ProblemError(F501LearningRegistry);
    const warnings = readWarnings();
    const resources = new Map<string, LearningResourceDraft>();
    const alignments: IncomingAlignment[] = envelopes.flatMap((one) => readEnvelope(one, resources, warnings));
    const bundle = { resources: [...resources.values()], alignments, skills: [], skillAlignments: [] };
    return { bundle, warnings: warnings.list() };
  },
};

const framing = { alone: (document: Json): Json => ({ documents: [document] }), around: { documents: [] }, depth: 2 };

async function* documents(bundle: Bundle, options: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<Json> {
  const asText = options.release !== '0.49';
  const payload = (value: Json): Json => (asText ? jsonText(value, 0) : value);
  for await (const group of resourceGroups(bundle, options.signal)) {
    if (options.content === 'paradata')
      for (const alignment of group.alignments) {
        countParadataLosses(alignment, group.resource, bundle, tally);
        yield envelope(group, bundle, options, payload(activity(alignment, group, bundle)));
      }
    else {
      const { node, left } = describeResource(group.resource);
      for (const alignment of group.alignments) countMetadataLosses(alignment, left, bundle, tally);
      const educationalAlignment = group.alignments.map(alignmentObject);
      const work = { '@context': 'http://schema.org/', ...node, '@type': 'CreativeWork', educationalAlignment };
      yield envelope(group, bundle, options, payload(work));
    }
  }
}

function envelope({ resource }: ResourceGroup, { author }: Bundle, options: WriteOptions, payload: Json): Json {
  const isParadata = options.content === 'paradata';
  const keys = winning(resource.fields, 'keyword').map(({ value }) => value);
  return {
    doc_type: 'resource_data',
    doc_version: options.release === '0.49' ? '0.49.0' : '0.51.0',
    resource_data_type: isParadata ? 'paradata' : 'metadata',
    active: true,
    identity: { submitter_type: nameOf(author) ? 'user' : 'anonymous', submitter: nameOf(author) || 'anonymous' },
    TOS: { submission_TOS: terms },
    resource_locator: linksOf(resource.address).url ?? resource.address,
    keys: keys.length > 0 ? keys : undefined,
    payload_placement: 'inline',
    payload_schema: isParadata ? ['LR Paradata 1.0'] : ['schema.org', 'lrmi', 'JSON-LD'],
    resource_data: payload,
  };
}

function nameOf({ name, uri }: Author = {}): string {
  return name || (linksOf(uri).iri ?? '');
}

/** https://schema.org/AlignmentObject, with the Learning Registry's own words for the relations. */
function alignmentObject({ relation, skill }: ResourceAlignment): Json {
  return {
    '@type': 'AlignmentObject',
    alignmentType: alignmentTypes[relation] ?? relation,
    educationalFramework: skill.framework?.name || linksOf(skill.framework?.uri).iri,
    targetName: skill.name,
    targetDescription: skill.statement || undefined,
    targetUrl: linksOf(skill.uri).iri,
  };
}

/** An activity of LR Paradata 1.0: who aligned the page to the skill, and when. */
function activity(
  { relation, skill, created }: ResourceAlignment,
  { resource }: ResourceGroup,
  { author }: Bundle,
): Json {
  const title = titleOf(resource);
  const actor = nameOf(author);
  return {
    activity: {
      actor: actor ? { objectType: 'person', displayName: actor, url: linksOf(author?.uri).url } : undefined,
      verb: { action: 'aligned', date: created },
      object: { objectType: 'educational resource', id: linksOf(resource.address).url, displayName: title },
      related: [
        {
          objectType: 'academic standard',
          id: linksOf(skill.uri).iri,
          displayName: skill.name,
          content: skill.statement || undefined,
        },
      ],
      content: `“${title}” ${phrases[relation]}: ${skill.name || skill.statement || skill.uri}.`,
    },
  };
}

function countMetadataLosses(
  alignment: ResourceAlignment,
  left: readonly FieldName[],
  bundle: Bundle,
  tally: LossTally<Lost>,
): void {
  const { framework } = alignment.skill;
  const isFrameworkLost =
    framework?.uri !== undefined && (Boolean(framework.name) || linksOf(framework.uri).iri === undefined);
  tally.add('dates');
  countLosses(alignment, isFrameworkLost ? ['framework address'] : [], bundle, tally);
  if (left.length > 0) tally.add('page details', left);
}

function countParadataLosses(
  alignment: ResourceAlignment,
  { fields }: LearningResourceDraft,
  bundle: Bundle,
  tally: LossTally<Lost>,
): void {
  const { name, uri } = alignment.skill.framework ?? {};
  tally.add('relation');
  tally.add('dates');
  countLosses(alignment, name || uri !== undefined ? ['framework'] : [], bundle, tally);
  const left = (Object.keys(fields) as FieldName[]).filter(
    (field) => winning(fields, field).length > 0 && field !== 'title' && field !== 'keyword',
  );
  if (left.length > 0) tally.add('page details', left);
}

function countLosses(
  { skill, note, evidence }: ResourceAlignment,
  moreDetails: string[],
  { author }: Bundle,
  tally: LossTally<Lost>,
): void {
  if (linksOf(skill.uri).iri === undefined) tally.add('identifier');
  tally.add('fit');
  if (note) tally.add('note');
  if (evidence) tally.add('evidence');
  tally.add('source');
  const details = [...lostSkillDetails(skill), ...moreDetails];
  if (skill.code !== undefined) details.push('code');
  if (skill.type !== '') details.push('type');
  if (details.length > 0) tally.add('skill details', details);
  if (!nameOf(author)) tally.add('submitter');
  tally.add('terms');
}
