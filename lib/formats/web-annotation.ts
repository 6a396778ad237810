import type { Author, Bundle } from '../domain/bundle.ts';
import type { Evidence } from '../domain/evidence.ts';
import { type FieldName, type LearningResourceDraft, winning } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501WebAnnotation } from '../domain/problems.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { SkillSnapshot } from '../domain/skill.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { readWarnings } from './incoming.ts';
import { jsonChunks } from './json-chunks.ts';
import { entriesIn, jsonIn } from './json-reading.ts';
import type { Json } from './json-text.ts';
import { type LossTally, lostSkillDetails, tallyLosses } from './losses.ts';
import { resourceGroups } from './resource-groups.ts';
import { uuid5 } from './uuid5.ts';
import { annotationContext, annotationsIn, isAnnotation, readAnnotation } from './web-annotation-reading.ts';

const lossTable = {
  identifier: 'web-annotation.identifier',
  fit: 'web-annotation.fit',
  source: 'web-annotation.source',
  'skill details': 'skill-details',
  'page details': 'web-annotation.page-details',
} as const;
type Lost = keyof typeof lossTable;

/**
 * W3C Web Annotations (https://www.w3.org/TR/annotation-model/): an annotation for each alignment, several in an
 * AnnotationPage. Its target is the page, or the quoted passage of it by TextQuoteSelector and TextPositionSelector
 * (sections 4.2.4 and 4.2.5); its body is the skill, for `classifying`; a note is a second body, for `commenting`. The
 * relation is `schema:alignmentType`, a property that the model leaves to others.
 */
export const webAnnotation: AlignmentFormat = {
  id: 'web-annotation',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    const page = { type: 'AnnotationPage', id: uuid5(`annotations:${bundle.made}`) };
    const framing = {
      alone: (annotation: { [name: string]: Json }): Json => ({ '@context': annotationContext, ...annotation }),
      around: { '@context': annotationContext, ...page, items: [] },
      depth: 2,
    };
    return {
      chunks: jsonChunks(annotations(bundle, options, tally), framing, options.indent),
      mediaType: `application/ld+json;profile="${annotationContext}"`,
      extension: '.jsonld',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => annotationsIn(json) !== undefined,
  async read(text, { signal } = {}) {
    signal?.throwIfAborted();
    const entries = annotationsIn(jsonIn(text));
    if (!entries) throw new ProblemError(F501WebAnnotation);
    const warnings = readWarnings();
    const alignments = entries
      .flatMap((one) => (isAnnotation(one) ? [one] : entriesIn(one.items)))
      .flatMap((one) => readAnnotation(one, warnings));
    const addresses = [...new Set(alignments.map(({ resource }) => resource))];
    const resources = addresses.map((address) => ({ address, fields: {} }));
    return { bundle: { resources, alignments, skills: [], skillAlignments: [] }, warnings: warnings.list() };
  },
};

async function* annotations(
  bundle: Bundle,
  { signal }: WriteOptions,
  tally: LossTally<Lost>,
): AsyncGenerator<{ [name: string]: Json }> {
  for await (const { resource, alignments } of resourceGroups(bundle, signal))
    for (const alignment of alignments) {
      countLosses(alignment, resource, tally);
      yield annotation(alignment, bundle);
    }
}

function annotation(alignment: ResourceAlignment, { author }: Bundle): { [name: string]: Json } {
  const { id, relation, skill, note, evidence, created, modified } = alignment;
  const comment: Json = { type: 'TextualBody', value: note, format: 'text/plain', purpose: 'commenting' };
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: 'classifying',
    'schema:alignmentType': relation,
    creator: creatorOf(author),
    created,
    modified,
    body: note ? [bodyOf(skill), comment] : bodyOf(skill),
    target: targetOf(alignment.resource, evidence),
  };
}

function creatorOf({ name, uri }: Author = {}): Json {
  const iri = linksOf(uri).iri;
  return name || iri ? { id: iri, type: 'Person', name: name || undefined } : undefined;
}

/** The skill as a specific resource for classifying, with its words in schema.org's terms; without identifier, in words. */
function bodyOf(skill: SkillSnapshot): Json {
  const source = linksOf(skill.uri).iri;
  const words = {
    'schema:name': skill.name,
    'schema:description': skill.statement || undefined,
    'schema:termCode': skill.code || undefined,
    'schema:inDefinedTermSet': frameworkOf(skill),
  };
  if (source === undefined)
    return { type: 'TextualBody', value: skill.name || skill.statement, purpose: 'classifying', ...words };
  return { type: 'SpecificResource', source, purpose: 'classifying', ...words };
}

function frameworkOf({ framework }: SkillSnapshot): Json {
  const iri = linksOf(framework?.uri).iri;
  if (!iri && !framework?.name) return undefined;
  return { id: iri, type: 'schema:DefinedTermSet', 'schema:name': framework?.name || undefined };
}

/** The page, or the passage in it. `schema:url` opens the page at the passage; a passage in a frame bears its name. */
function targetOf(resource: string, evidence: Evidence | undefined): Json {
  const source = linksOf(resource).url ?? resource;
  if (!evidence) return source;
  const { quote, position, address, frame } = evidence;
  return {
    type: 'SpecificResource',
    source,
    selector: [
      { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
      { type: 'TextPositionSelector', start: position.start, end: position.end },
    ],
    'schema:url': linksOf(address).url,
    'schema:name': frame,
  };
}

function countLosses({ skill }: ResourceAlignment, { fields }: LearningResourceDraft, tally: LossTally<Lost>): void {
  if (linksOf(skill.uri).iri === undefined) tally.add('identifier');
  tally.add('fit');
  tally.add('source');
  const details = lostSkillDetails(skill);
  if (skill.type !== '') details.push('type');
  if (skill.framework?.uri !== undefined && linksOf(skill.framework.uri).iri === undefined)
    details.push('framework address');
  if (details.length > 0) tally.add('skill details', details);
  const left = (Object.keys(fields) as FieldName[]).filter((name) => winning(fields, name).length > 0);
  if (left.length > 0) tally.add('page details', left);
}
