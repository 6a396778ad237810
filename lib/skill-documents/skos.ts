import type { Framework } from '../domain/framework.ts';
import { isRecord, type JsonRecord, listOf, textOf, under } from '../domain/json-value.ts';
import type { Skill } from '../domain/skill.ts';
import { expand } from '../jsonld/index.ts';
import { localised, localisedList } from '../jsonld/localised.ts';
import { idsIn, isOfType, nodesOf, type TermNode, termNode } from '../jsonld/term-node.ts';
import { handOut } from './hand-out.ts';
import { frameworkOfSource, namedUri } from './named-uri.ts';
import { type Places, placeIn, placesFrom } from './places.ts';
import { jsonOf, looksLikeJson } from './sample.ts';
import type { DocumentSource, ReadOptions, SkillDocument } from './skill-document.ts';
import { skillUri } from './skill-uri.ts';
import { newTally, type Tally } from './warnings.ts';

/**
 * Concept schemes of SKOS (https://www.w3.org/TR/skos-reference/) as JSON-LD: concepts as skills. Expanded where the
 * context stands in the document or is one of ours; otherwise, and where the document is larger than is expanded, its
 * prefixes are taken at their word.
 */
export const skos: SkillDocument = {
  id: 'skos',
  label: 'Concept scheme (SKOS)',

  async recognises(sample) {
    if (!looksLikeJson(sample) || !sample.text.includes('skos')) return false;
    return nodesOf(await sample.json()).some((node) => isSkos(termNode(node, bare)));
  },

  async read(source, options = {}) {
    const tally = newTally();
    const { nodes, context } = await nodesIn(source, options, tally);
    const reading = { source, options, tally, context };
    const groups = groupsOf(nodes, reading);
    const frameworks = groups.map((group) => {
      const skills = skillsIn(group, reading);
      return { framework: group.framework, skills: handOut(skills, { name: source.name, signal: options.signal }) };
    });
    return { frameworks, warnings: tally.warnings };
  },
};

type Reading = { source: DocumentSource; options: ReadOptions; tally: Tally; context?: unknown };
type Group = { framework: Framework; scheme?: TermNode; concepts: TermNode[] };

const namespaces = [
  'http://www.w3.org/2004/02/skos/core#',
  'https://www.w3.org/2004/02/skos/core#',
  'skos:',
  'http://purl.org/dc/terms/',
  'http://purl.org/dc/elements/1.1/',
  'dcterms:',
  'dct:',
  'dc:',
  'http://www.w3.org/2002/07/owl#',
  'owl:',
];

/** A document whose context cannot be had may leave the prefix away altogether. */
const bare = [...namespaces, ''];

function isSkos(node: TermNode): boolean {
  return isOfType(node, bare, 'Concept', 'ConceptScheme');
}

/** The document's nodes, and the context by which their identifiers are still to be written out. */
async function nodesIn(source: DocumentSource, options: ReadOptions, tally: Tally) {
  const json = await jsonOf(source, options.signal);
  const { nodes, warnings } = await expand(json, { baseUrl: source.address, signal: options.signal });
  const expanded = flatten(nodes).map((node) => termNode(node, namespaces));
  if (warnings.length === 0 && expanded.some(isSkos)) return { nodes: expanded };
  if (!warnings.some(({ code }) => code === 'json-ld-too-large')) tally.count('I436');
  return { nodes: nodesOf(json).map((node) => termNode(node, bare)), context: under(json, '@context') };
}

/** Top nodes of expanded JSON-LD, and those in their graphs. */
function flatten(nodes: readonly unknown[]): JsonRecord[] {
  return nodes.flatMap((node) => {
    const graph = listOf(under(node, '@graph')).filter(isRecord);
    return [...(isRecord(node) ? [node] : []), ...graph];
  });
}

/** An identifier as a uri, written out where the document itself says what its prefix stands for. */
function resolved(
  id: string | undefined,
  { source, context }: Pick<Reading, 'source' | 'context'>,
): string | undefined {
  const [prefix = '', ...rest] = (id ?? '').split(':');
  const named = listOf(context).flatMap((one) => textOf(under(one, prefix)) ?? [])[0];
  return skillUri(named !== undefined && rest.length > 0 ? named + rest.join(':') : id, source.address);
}

/** The concepts by the scheme that they are in, or that names them at its top; the rest under the file itself. */
function groupsOf(nodes: TermNode[], reading: Reading): Group[] {
  const schemes = nodes.filter((node) => isOfType(node, bare, 'ConceptScheme'));
  const groups = new Map<string, Group>();
  for (const scheme of schemes) {
    const key = scheme.id ?? '';
    if (!groups.has(key)) groups.set(key, { framework: frameworkOf(scheme, reading), scheme, concepts: [] });
  }
  const namedTop = new Map(schemes.flatMap((one) => idsIn(one.terms.get('hasTopConcept')).map((id) => [id, one.id])));
  const [sole] = groups.size === 1 ? groups.values() : [];
  const stray: Group = { framework: frameworkOfSource(reading.source), concepts: [] };
  for (const node of nodes.filter((one) => isOfType(one, bare, 'Concept'))) {
    const named = [...idsIn(node.terms.get('inScheme')), ...idsIn(node.terms.get('topConceptOf'))];
    const keys = [...named, namedTop.get(node.id ?? '') ?? ''];
    const group = keys.map((key) => groups.get(key)).find((one) => one !== undefined) ?? sole ?? stray;
    group.concepts.push(node);
  }
  const filled = [...groups.values(), stray].filter(({ concepts }) => concepts.length > 0);
  return filled.length > 0 ? filled : [stray];
}

function* skillsIn({ framework, scheme, concepts }: Group, reading: Reading): Generator<Skill> {
  const uriOf = urisOf(concepts, reading);
  const places = placesOf(scheme, concepts, uriOf, reading.tally);
  for (const concept of concepts) {
    const uri = concept.id && uriOf.get(concept.id);
    const skill = uri ? skillOf(concept, uri, framework, places, uriOf, reading) : undefined;
    if (skill) yield skill;
    else reading.tally.count(uri ? 'I431' : 'I430');
  }
}

/** The uri of each concept, by what it is called in the document. What is no address gets one that holds for good. */
function urisOf(concepts: TermNode[], reading: Reading): ReadonlyMap<string, string> {
  const uris = new Map<string, string>();
  for (const { id } of concepts) {
    if (!id || id.startsWith('_:') || uris.has(id)) continue;
    const uri = resolved(id, reading);
    if (!uri) reading.tally.count('I437');
    uris.set(id, uri ?? namedUri('concept', id));
  }
  return uris;
}

function skillOf(
  { terms }: TermNode,
  uri: string,
  framework: Framework,
  places: Places,
  uriOf: ReadonlyMap<string, string>,
  reading: Reading,
): Skill | undefined {
  const preferred = reading.options.language ?? framework.language;
  const label = localised(terms.get('prefLabel') ?? terms.get('altLabel'), preferred);
  const note = localised(terms.get('definition') ?? terms.get('scopeNote') ?? terms.get('description'), preferred);
  const shown = label ?? note;
  if (!shown) return undefined;
  const code = localised(terms.get('notation'))?.text;
  const others = ['altLabel', 'hiddenLabel'].flatMap((name) =>
    localisedList(terms.get(name), shown.language ?? preferred),
  );
  const same = idsIn(terms.get('exactMatch')).flatMap((id) => uriOf.get(id) ?? resolved(id, reading) ?? []);
  const successor = idsIn(terms.get('isReplacedBy')).flatMap((id) => uriOf.get(id) ?? resolved(id, reading) ?? [])[0];
  return {
    uri,
    name: shown.text,
    statement: (note ?? shown).text,
    ...(code && { code }),
    type: 'skos:Concept',
    framework: { uri: framework.uri, name: framework.name },
    keywords: [...new Set(others)].filter((one) => one !== shown.text),
    ...placeIn(places, uri),
    ...(successor
      ? { status: 'replaced' as const, replacedBy: successor }
      : isTrue(terms.get('deprecated')) && { status: 'deprecated' as const }),
    ...(same.length > 0 && { sameAs: same }),
    ...(shown.language && { language: shown.language }),
    ...(framework.license && { license: framework.license }),
  };
}

/** Whether a value of JSON-LD is the boolean true, or its word. */
function isTrue(value: unknown): boolean {
  return listOf(value).some((one) => String(under(one, '@value') ?? one) === 'true');
}

/** By broader, and by narrower and hasTopConcept, whose order is kept. */
function placesOf(
  scheme: TermNode | undefined,
  concepts: TermNode[],
  uriOf: ReadonlyMap<string, string>,
  tally: Tally,
): Places {
  const named = concepts.flatMap((node) => {
    const uri = uriOf.get(node.id ?? '');
    return uri ? [{ uri, node }] : [];
  });
  const urisUnder = (node: TermNode | undefined, name: string) =>
    idsIn(node?.terms.get(name)).flatMap((id) => uriOf.get(id) ?? []);
  return placesFrom(
    {
      above: named.map(({ uri, node }) => [uri, urisUnder(node, 'broader')]),
      below: [
        [undefined, urisUnder(scheme, 'hasTopConcept')],
        ...named.map(({ uri, node }) => [uri, urisUnder(node, 'narrower')] as const),
      ],
    },
    new Set(uriOf.values()),
    tally,
  );
}

function frameworkOf({ id, terms }: TermNode, reading: Reading): Framework {
  const { options } = reading;
  const fallback = frameworkOfSource(reading.source);
  const language = localised(terms.get('language'))?.text;
  const name = localised(terms.get('title') ?? terms.get('prefLabel'), options.language ?? language);
  const description = localised(
    terms.get('description') ?? terms.get('definition'),
    options.language ?? language,
  )?.text;
  const publisher = localised(terms.get('publisher') ?? terms.get('creator'))?.text;
  const license = idsIn(terms.get('license'))[0] ?? localised(terms.get('rights'))?.text;
  const version = localised(terms.get('versionInfo') ?? terms.get('hasVersion'))?.text;
  const modified = localised(terms.get('modified'))?.text;
  const spoken = language ?? name?.language;
  return {
    uri: resolved(id, reading) ?? (id ? namedUri('scheme', id) : fallback.uri),
    name: name?.text ?? fallback.name,
    ...(description && { description }),
    ...(publisher && { publisher }),
    ...(license && { license }),
    ...(version && { version }),
    ...(spoken && { language: spoken }),
    ...(modified && { modified }),
  };
}
