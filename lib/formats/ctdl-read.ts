import type { IncomingAlignment } from '../domain/bundle.ts';
import { isRecord, type JsonRecord, listOf, textOf, under } from '../domain/json-value.ts';
import type { Fields, LearningResourceDraft, Said } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501Ctdl, F501Damaged, F502NoAddress } from '../domain/problems.ts';
import { Fit, type Relation } from '../domain/resource-alignment.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { type Localised, localised, localisedList } from '../jsonld/localised.ts';
import { idsIn, nodesOf, type TermNode, termNode } from '../jsonld/term-node.ts';
import { undetermined } from './ctdl-node.ts';
import type { ReadBack } from './format.ts';
import { readWarnings, type WarningTally } from './incoming.ts';
import { incomingSkill, type SaidSkill } from './incoming-skill.ts';

/** What CTDL and CTDL-ASN are written with before their terms; expanded documents in either scheme. */
export const ctdlNamespaces = [
  'ceterms:',
  'ceasn:',
  'https://purl.org/ctdl/terms/',
  'http://purl.org/ctdl/terms/',
  'https://purl.org/ctdlasn/terms/',
  'http://purl.org/ctdlasn/terms/',
] as const;

/** Classes that may say what they teach, assess or require. Credentials have many classes; the rest are told by them. */
const others =
  /^(Competency|CompetencyFramework|.*Organization|Organization|ConditionProfile|ConditionManifest|CostManifest|CostProfile|CredentialAlignmentObject|AlignmentObject|AlignmentMap|Collection|Concept|ConceptScheme|Place|Address|ContactPoint|IdentifierValue|DurationProfile|JurisdictionProfile|ProcessProfile)$/;

/** The properties that align a resource, in the order in which their alignments are told. */
const aligning: readonly (readonly [property: string, relation: Relation])[] = [
  ['teaches', 'teaches'],
  ['assesses', 'assesses'],
  ['subject', 'educationalSubject'],
  ['audienceLevelType', 'educationalLevel'],
];

type Reading = { byId: ReadonlyMap<string, TermNode>; warnings: WarningTally };

/** Whether a parsed document has a node of CTDL that aligns a resource to something. */
export function tellsOfResources(json: unknown): boolean {
  return documentNodes(json).some(
    (node) =>
      isResource(node) && [...aligning.map(([property]) => property), 'requires'].some((one) => node.terms.has(one)),
  );
}

/**
 * The alignments that a CTDL document says: those of its learning opportunities, assessments and credentials, whether they
 * stand in a graph, in a list, alone, or in envelopes of the Credential Registry. Terms are known by their names; no context
 * is fetched. A target without an identifier is a word of the page (its subject, its level), or is left out and warned of.
 */
export async function readCtdl(text: string, { signal }: { signal?: AbortSignal } = {}): Promise<ReadBack> {
  signal?.throwIfAborted();
  const json = jsonIn(text);
  const nodes = documentNodes(json);
  const resources = nodes.filter(isResource);
  if (resources.length === 0 && !isEmptyGraph(json)) throw new ProblemError(F501Ctdl);
  const warnings = readWarnings();
  const byId = new Map(nodes.flatMap((node) => (node.id ? [[node.id, node] as const] : [])));
  const found = new Map<string, LearningResourceDraft>();
  const alignments: IncomingAlignment[] = [];
  for (const node of resources) {
    signal?.throwIfAborted();
    const address = [...idsIn(node.terms.get('subjectWebpage')), node.id ?? ''].find(isWebAddress);
    if (!address) {
      warnings.add(F502NoAddress);
      continue;
    }
    if (!found.has(address)) found.set(address, { address, fields: fieldsOf(node) });
    alignments.push(...alignmentsOf(node, address, { byId, warnings }));
  }
  return {
    bundle: { resources: [...found.values()], alignments, skills: [], skillAlignments: [] },
    warnings: warnings.list(),
  };
}

/** The nodes of a document of CTDL or CTDL-ASN, or of envelopes of the Credential Registry. */
export function documentNodes(json: unknown): TermNode[] {
  const documents = listOf(json).map((one) => under(one, 'decoded_resource') ?? one);
  return nodesOf(documents).map((node) => termNode(node, ctdlNamespaces));
}

/** A text as JSON; F501 where it breaks off or is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError(F501Damaged);
  }
}

/** Whether a document is of CTDL or CTDL-ASN and has nothing in its graph, as it is written of nothing. */
export function isEmptyGraph(json: unknown): boolean {
  const graph = under(json, '@graph');
  const context = textOf(under(json, '@context')) ?? '';
  return Array.isArray(graph) && graph.length === 0 && /^https?:\/\/credreg\.net\//.test(context);
}

function isResource({ types }: TermNode): boolean {
  return types.some((type) => {
    const namespace = ctdlNamespaces.find((one) => type.startsWith(one));
    return namespace !== undefined && !others.test(type.slice(namespace.length));
  });
}

function alignmentsOf(node: TermNode, resource: string, reading: Reading): IncomingAlignment[] {
  const said = aligning.flatMap(([property, relation]) =>
    listOf(node.terms.get(property)).map((target) => ({ relation, target })),
  );
  const needed = listOf(node.terms.get('requires'))
    .map((one) => resolved(one, reading))
    .flatMap((profile) => listOf(profile?.terms.get('targetCompetency')))
    .map((target) => ({ relation: 'requires' as const, target }));
  return [...said, ...needed].flatMap(({ relation, target }) => {
    const alignment = alignmentOf(target, { relation, resource }, reading);
    return alignment ? [alignment] : [];
  });
}

function alignmentOf(
  target: unknown,
  { relation, resource }: { relation: Relation; resource: string },
  reading: Reading,
): IncomingAlignment | undefined {
  const object = resolved(target, reading);
  const uri = object && (idsIn(object.terms.get('targetNode'))[0] ?? object.id);
  const isWord = relation === 'educationalSubject' || relation === 'educationalLevel';
  if (isWord && object && !uri) return undefined;
  const skill = incomingSkill(object ? saidOf(object, uri) : {}, reading.warnings);
  if (!object || !skill) return undefined;
  const language = tagOf(languageOf(object));
  const date = textOf(object.terms.get('alignmentDate'));
  const fit = /(\w+)Alignment$/.exec(textOf(object.terms.get('alignmentType')) ?? '')?.[1];
  const known = Fit.safeParse(fit);
  return {
    relation,
    resource,
    skill: { ...skill, ...(language && { language }) },
    ...(known.success && { fit: known.data }),
    ...(date && isDay(date) && { created: `${date}T00:00:00.000Z` }),
  };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What an alignment object, or a competency that is pointed at, says of the skill. */
function saidOf({ terms }: TermNode, uri: string | undefined): SaidSkill {
  return {
    uri,
    name: localised(terms.get('targetNodeName') ?? terms.get('competencyLabel'))?.text,
    statement: localised(terms.get('targetNodeDescription') ?? terms.get('competencyText'))?.text,
    code: textOf(terms.get('codedNotation')),
    type: 'Competency',
    framework: {
      uri: idsIn(terms.get('framework') ?? terms.get('isPartOf'))[0],
      name: localised(terms.get('frameworkName'))?.text,
    },
  };
}

function languageOf({ terms }: TermNode): Localised | undefined {
  const names = ['targetNodeName', 'competencyLabel', 'targetNodeDescription', 'competencyText'];
  return names.map((name) => localised(terms.get(name))).find((text) => text !== undefined);
}

/** The language of a text, where its map does not say that nobody knows it. */
export function tagOf(text: Localised | undefined): string | undefined {
  return text?.language === undetermined ? undefined : text?.language;
}

/** A node that stands in place, or one of the document that is named there. A name alone is a node without terms. */
function resolved(value: unknown, { byId }: Reading): TermNode | undefined {
  const id = textOf(value) ?? idAlone(value);
  if (id !== undefined) return byId.get(id) ?? { id, types: [], terms: new Map() };
  return isRecord(value) ? termNode(value, ctdlNamespaces) : undefined;
}

function idAlone(value: unknown): string | undefined {
  return isRecord(value) && Object.keys(value as JsonRecord).length === 1 ? textOf(under(value, '@id')) : undefined;
}

function fieldsOf({ types, terms }: TermNode): Fields {
  const words = (values: readonly (string | undefined)[]): Said[] =>
    values.flatMap((value) => (value ? [{ value, by: 'json-ld' as const }] : []));
  const named = (property: string) =>
    listOf(terms.get(property)).flatMap((one) => {
      const object = isRecord(one) ? termNode(one, ctdlNamespaces) : undefined;
      return object && !object.terms.has('targetNode') ? [localised(object.terms.get('targetNodeName'))?.text] : [];
    });
  const fields: Fields = {
    title: words([localised(terms.get('name'))?.text]),
    description: words([localised(terms.get('description'))?.text]),
    type: words(types.some((type) => /Course$/.test(type)) ? ['Course'] : []),
    keyword: words(localisedList(terms.get('keyword'))),
    language: words(listOf(terms.get('inLanguage')).map(textOf)),
    subject: words(named('subject')),
    level: words(named('audienceLevelType')),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, said]) => said.length > 0));
}
